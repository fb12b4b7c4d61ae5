"""The markup of a page as a stream of tags and texts, in time that grows with its length only.

It follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization) where
that decides what is a tag and where it ends: quotes count in values only, a comment may end in
`--!>`, a script ends at its end tag and nowhere else. It builds no tree. No expression here
goes back over what it has taken, so that no input takes longer than its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_ATTRIBUTES = 60
"""Attributes of a tag that are read; parsers compare each with each."""

LONGEST_VALUE = 20_000
"""Code points of an attribute's value that are read; embedded pictures are longer."""

# Elements whose text is no markup, and those of which nothing is part of an article.
_RAW = "script|style|title|textarea|xmp|iframe|noembed|noframes"
_DROPPED = "select|button|datalist|audio|video|canvas|object|desc|metadata"

_ATTRIBUTES = (
    r"""(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+|=)*+"""
)
_TOKEN = re.compile(
    rf"""<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+)
    |<(?P<raw>{_RAW}|{_DROPPED})(?=[\s/>])(?P<raw_attributes>{_ATTRIBUTES})>?+
      (?P<inside>(?:[^<]++|<(?!/(?P=raw)[\s/>]))*+)(?:</(?P=raw){_ATTRIBUTES}>?+)?+
    |<(?P<close>/)?+(?P<name>[a-z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>?+
    |<!\[CDATA\[|<[!?/][^>]*+>?+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(=?[^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
)
# Python refuses to read such a number at all; the standard takes it for U+FFFD.
_ENDLESS_NUMBER = re.compile(r"&#(?:[0-9]{8,}+|x[0-9a-f]{7,}+);?+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag if `closes`; `name` and the names of attributes in lower case.

    `inside` is the text of an element that holds no markup, such as a script or a title; its end
    tag is not given on its own.
    """

    name: str
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    inside: str | None = None


def lex(markup: str) -> Iterator[Tag | str]:
    """Give the tags of a page and the texts between them, references such as `&amp;` decoded."""
    at = 0
    for found in _TOKEN.finditer(markup):
        if found.start() > at:
            yield decoded(markup[at : found.start()])
        at = found.end()
        name = found["name"]
        if name is not None:
            attributes = found["attributes"]
            read = {} if found["close"] or not attributes else _attributes(attributes)
            yield Tag(name.lower(), found["close"] is not None, read)
        elif found["raw"] is not None:
            raw = found["raw"].lower()
            yield Tag(raw, attributes=_attributes(found["raw_attributes"]), inside=found["inside"])
    if at < len(markup):
        yield decoded(markup[at:])


def decoded(text: str) -> str:
    """Decode the character references of a text."""
    if "&" not in text:
        return text
    return html.unescape(_ENDLESS_NUMBER.sub("\ufffd", text))


def _attributes(source: str) -> dict[str, str]:
    """Read the attributes of a start tag; of several with one name the first counts."""
    found: dict[str, str] = {}
    for number, match in enumerate(_ATTRIBUTE.finditer(source)):
        if number == MOST_ATTRIBUTES:
            break
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), decoded(value[:LONGEST_VALUE]))
    return found
