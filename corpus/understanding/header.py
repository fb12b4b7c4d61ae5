"""What a file says of itself at its top: front matter, and lines such as `Date: 2019-11-10`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.span import Span
from corpus.understanding.line_kinds.dates import parse_date
from corpus.understanding.lines import Line, split_lines

Meaning = Literal["title", "outlet", "author", "published", "dateline", "language", "other"]

TOP = 8_000
"""How many code points from the start are looked at for what stands at the top of an article."""

_KEYS: dict[Meaning, str] = {
    "title": "title|headline|heading|subject|article title",
    "outlet": "source|outlet|publication|publisher|newspaper|news outlet|site|site name|website"
    "|magazine|agency|news agency|publication name|publication title|journal|medium",
    "author": "author|authors|by|byline|writer|reporter|written by|reported by|correspondent",
    "published": "date|published|published on|published at|publication date|date published|pubdate"
    "|pub date|publish date|posted|posted on|date posted|first published|issue date|release date"
    "|date of publication|published time|issued",
    "dateline": "dateline",
    "language": "language|lang",
    # Known too, for they make a header; none of them says when the article was published.
    "other": "updated|last updated|last modified|modified|date updated|date modified|accessed"
    "|date accessed|access date|retrieved|retrieved on|crawled|crawl date|scraped|fetched"
    "|downloaded|saved|archived|url|link|permalink|web|section|category|categories|topic|topics"
    "|tags|keywords|subjects|length|words|word count|page|pages|edition|copyright|id|doc id"
    "|document id|file|filename|country|region|place|location|city|type|document type"
    "|format|body|text|content|abstract|summary|description|subtitle|subheading|slug|layout|status"
    "|credit|load-date|database|volume|issue|volume issue|editor|translator|time",
}
_MEANING: dict[str, Meaning] = {
    key: meaning for meaning, keys in _KEYS.items() for key in keys.split("|")
}
_LINE = re.compile(
    r"(?P<mark>[*_]{0,2})(?P<key>[A-Za-z][A-Za-z _/-]{0,23}?)[*_]{0,2}[ \t]*:(?![/:])[*_]{0,2}"
    r"[ \t]*(?P<value>.*)"
)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_LONG_VALUE = 25
_LONGEST_KEY = 40
_LINES_ABOVE = 4


@dataclass(frozen=True, slots=True)
class HeaderField:
    """One `Key: value` line: what the key means, the value's span and words, the whole line."""

    meaning: Meaning
    value: str
    span: Span
    line: Span


@dataclass(frozen=True, slots=True)
class Header:
    """The header of an article.

    `front_matter` spans the block with its two fences, `yaml` what stands between them; both are
    None where there is none. `fields` are the header lines below it, in order.
    """

    front_matter: Span | None = None
    yaml: Span | None = None
    fields: tuple[HeaderField, ...] = ()

    @property
    def lines(self) -> tuple[Span, ...]:
        """The whole lines of the fields, and the front matter as one span, in order."""
        spans = tuple(field.line for field in self.fields)
        return (self.front_matter, *spans) if self.front_matter else spans


_LATER = frozenset(
    (
        *("updated", "last updated", "last modified", "modified", "date updated", "date modified"),
        *("accessed", "date accessed", "access date", "retrieved", "retrieved on", "crawled"),
        *("crawl date", "scraped", "fetched", "downloaded", "saved", "archived"),
    )
)


def is_later_key(key: str) -> bool:
    """Say whether a header's key dates what came after publication: a change, a crawl."""
    return key.strip(" \t*_").lower().replace("_", " ") in _LATER


def key_meaning(key: str) -> Meaning | None:
    """Say what a header's key means, whatever its case and separators; None for an unknown key."""
    return _MEANING.get(key.strip().lower().replace("_", " "))


def read_header(text: str, lines: Sequence[Line] | None = None) -> Header:
    """Read the front matter and the header lines of an article.

    Header lines are `Key: value` lines with keys that are usual in exports (title, source, author,
    date …), at the very top or below the title. One such line alone counts only where its value
    is what the key promises, for a sentence may begin with a word and a colon too. `lines`
    are those of `split_lines`, at least of the first `TOP` code points.
    """
    front_matter = yaml = None
    if (found := _FRONT_MATTER.match(text, 0, TOP)) and ":" in found["yaml"]:
        front_matter, yaml = Span(*found.span()), Span(*found.span("yaml"))
    if lines is None:
        lines = split_lines(text[:TOP])
    below = front_matter.end if front_matter else 0
    return Header(front_matter, yaml, _fields([line for line in lines[:60] if line.first >= below]))


class Lined(NamedTuple):
    """A text in lines, and the header that stands in the first ones."""

    lines: Sequence[Line]
    header: Header


def in_lines(text: str, part: str | None = None) -> Lined:
    """Return the lines of a text, or of the `part` that it begins with, and its header."""
    lines = split_lines(text if part is None else part)
    return Lined(lines, read_header(text, lines))


def _fields(lines: Sequence[Line]) -> tuple[HeaderField, ...]:
    """Find the first run of header lines among the first lines."""
    for index, line in enumerate(lines[: _LINES_ABOVE + 1]):
        if _field(line) is None:
            continue
        fields: list[HeaderField] = []
        for candidate in lines[index:]:
            # An unknown key belongs to the header only right below a known one.
            field = _field(candidate) or _unknown_field(candidate, lines[index], fields)
            if field is None:
                break
            fields += _pieces(field)
        # A byline alone has its own form, with what follows the name.
        signed = line.words[:2].lower() == "by"
        if len(fields) > 1 or (_keeps_promise(fields[0]) and not signed):
            return tuple(fields)
    return ()


def _match(line: Line) -> tuple[str, str, Span] | None:
    if ":" not in line.words[:_LONGEST_KEY]:
        return None
    found = _LINE.fullmatch(line.words)
    if found is None:
        return None
    value = found["value"]
    start = line.start + found.start("value")
    if found["mark"] and value.endswith(found["mark"]):
        value = value[: -len(found["mark"])].rstrip()
    return found["key"], value, Span(start, start + len(value))


def _field(line: Line) -> HeaderField | None:
    if (parts := _match(line)) is None:
        return None
    key, value, span = parts
    meaning = key_meaning(key)
    if meaning is None or len(value.split()) > _LONG_VALUE:
        return None
    if meaning == "published" and value and parse_date(value, partial=True) is None:
        # "Date: to be fixed", or an ambiguous 10/11/2019: a header line that dates nothing.
        meaning = "other"
    return HeaderField(meaning, value, span, Span(line.first, line.last))


def _pieces(field: HeaderField) -> list[HeaderField]:
    """Part a header line that goes on with bars: `Source: Velm Wire | 2022-03-04 | Editor: pa`."""
    if "|" not in field.value or field.meaning == "title":
        return [field]
    found: list[HeaderField] = []
    start = field.span.start
    for number, piece in enumerate(field.value.split("|")):
        value = piece.strip()
        first = start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
        meaning: Meaning = field.meaning
        if number:
            key, colon, rest = value.partition(":")
            meaning = "published" if parse_date(value) else key_meaning(key) or "other"
            if meaning != "published" and colon:
                first += len(value) - len(rest.lstrip())
                value = rest.strip()
        found.append(HeaderField(meaning, value, Span(first, first + len(value)), field.line))
    return found


def _unknown_field(line: Line, first: Line, fields: Sequence[HeaderField]) -> HeaderField | None:
    if not fields or line.block != first.block or (parts := _match(line)) is None:
        return None
    key, value, span = parts
    if len(key.split()) > 3 or len(value.split()) > 12 or value.endswith((".", "?", "!")):
        return None
    return HeaderField("other", value, span, Span(line.first, line.last))


def _keeps_promise(field: HeaderField) -> bool:
    """Say whether the value of a header line that stands alone is what its key promises."""
    if field.meaning == "published":
        return True
    few = 0 < len(field.value.split()) <= 6
    return field.meaning in ("outlet", "author") and few and not field.value.endswith((".", "?"))
