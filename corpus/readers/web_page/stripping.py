"""All text of a page, fast and without its form: for pages that nobody wrote by hand."""

from __future__ import annotations

import re

from corpus.readers.web_page.lexing import decoded

_UNSEEN = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+(?:-->)?+"
    r"|<(script|style|template|head)(?=[\s/>])(?:[^<]++|<(?!/\1[\s/>]))*+",
    re.IGNORECASE,
)
_BREAKS = re.compile(
    r"</?+(?:p|div|br|h[1-6]|li|tr|table|section|article|header|footer|nav|ul|ol|blockquote|pre)"
    r"(?=[\s/>])[^>]*+>?+",
    re.IGNORECASE,
)
_CELLS = re.compile(r"</t[dh](?=[\s/>])[^>]*+>?+", re.IGNORECASE)
_TAGS = re.compile(r"</?+[a-z!?][^>]*+>?+", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v]+")
_LINES = re.compile(r"\s*\n\s*")


def strip_tags(markup: str) -> str:
    """Return what stands between the tags, blocks on lines of their own."""
    text = _UNSEEN.sub("", markup)
    text = _TAGS.sub("", _CELLS.sub(" | ", _BREAKS.sub("\n", text)))
    text = _SPACES.sub(" ", decoded(text).replace("\0", "\ufffd"))
    return _LINES.sub("\n", text)
