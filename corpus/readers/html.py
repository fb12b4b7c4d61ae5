"""HTML: the article of a web page, without the page around it.

Which parts of the page are the article is told by Resiliparse, which also writes them as text. What
it is given was rebuilt first (see `web_page.rebuilding`), so that no page takes longer than its
length; and where it finds nothing, or hardly anything of the page's text, all that the page shows
is the text. Nothing that a page refers to is ever fetched or opened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.decoding import Decoded, decode_as

if TYPE_CHECKING:
    from corpus.page_head import PageHead

MOST_TAGS = 200_000
"""Beginnings of tags in a page that is taken apart; of one with more, all text is shown."""

_HEAD = 200_000  # code points in which a page says what it is
_LEAST_SHARE = 0.3  # of the page's own text, below which what was found is not its article
_BLANK_LINES = re.compile(r"\n{3,}")

ALL_SHOWN = "no article could be told from the rest of the page: all its text is shown"
TOO_MANY = f"the page has more than {MOST_TAGS:,} tags: all its text is shown, without its form"
FRAMES = "the page is a set of frames: its text is in other files"
NO_TEXT = "the page shows no text; a script may have to fetch it"


class Html:
    """Reads web pages that were saved as one file."""

    name = "html/1"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, encoding: str | None = None) -> Decoded:
        """Decode the page and extract its article."""
        from corpus.readers.web_page.encoding import decode_page

        page = decode_as(data, encoding) if encoding else decode_page(data)
        if page.text.count("<") > MOST_TAGS:
            from corpus.readers.web_page.stripping import strip_tags

            head = _read_head(page.text[:_HEAD])
            return replace(page, text=_tidy(strip_tags(page.text)), page=head, doubt=TOO_MANY)
        text, head, doubt = _article(page.text)
        return replace(page, text=text, page=head, doubt=doubt)


def _article(markup: str) -> tuple[str, PageHead, str]:
    """Return the text of a page, what it says of itself, and what is in doubt about the text."""
    from resiliparse.extract.html2text import extract_plain_text

    from corpus.readers.web_page.head_reading import HeadReading
    from corpus.readers.web_page.lexing import lex
    from corpus.readers.web_page.rebuilding import Rebuilding

    rebuilding, reading = Rebuilding(), HeadReading()
    for token in lex(markup):
        rebuilding.take(token)
        reading.take(token)
    if rebuilding.hidden > rebuilding.text:
        # Saved while a banner lay over it, or before a script had shown it.
        rebuilding = Rebuilding(shows_hidden=True)
        for token in lex(markup):
            rebuilding.take(token)
    page = rebuilding.markup()
    extract = partial(extract_plain_text, page, alt_texts=False, list_bullets=False)
    text = _tidy(extract(main_content=True))
    if len(text) >= rebuilding.text * _LEAST_SHARE and text:
        return text, reading.head, ""
    text = _tidy(extract(main_content=False))
    if reading.frames:
        return text, reading.head, FRAMES
    return text, reading.head, ALL_SHOWN if text else NO_TEXT


def _read_head(markup: str) -> PageHead:
    from corpus.readers.web_page.head_reading import HeadReading
    from corpus.readers.web_page.lexing import lex

    reading = HeadReading()
    for token in lex(markup):
        reading.take(token)
    return reading.head


def _tidy(text: str) -> str:
    """End lines without spaces, leave one blank line at most, end the text with a line end."""
    lines = "\n".join([line.rstrip(" \t\r\f\v") for line in text.split("\n")])
    text = _BLANK_LINES.sub("\n\n", lines).strip("\n")
    return text + "\n" if text.strip() else ""
