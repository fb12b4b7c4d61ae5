"""One line above the body read by its own shape: a heading, a date, a byline, an outlet, a menu."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.span import Span
from corpus.understanding.line_kinds.bylines import byline, desk, is_person_alone, names_person
from corpus.understanding.line_kinds.captions import is_credited
from corpus.understanding.line_kinds.date_lines import DateLine, date_line, splits_off_date
from corpus.understanding.line_kinds.interface import is_breadcrumb, is_section, phrase_kind
from corpus.understanding.line_kinds.outlets import outlet_shape
from corpus.understanding.line_kinds.site_sentences import sentence_kind
from corpus.understanding.shape import count_words

Role = Literal[
    "title", "subtitle", "outlet", "author", "desk", "person", "date", "furniture", "text"
]

_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s{3,}|\t|\s+/\s+")
_FORMS = frozenset(
    (
        *("transcript", "broadcast", "aired", "dispatch", "press release", "news release", "filed"),
        *("interview", "statement", "edition", "print edition", "online edition", "bulletin"),
    )
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NEXT_PIECE = re.compile(r"[\s,|(–—-]+(?=[A-Z\d])")
_HEADING = re.compile(r"(?P<mark>#{1,6})\s+(?P<words>.*?)\s*#*$")
_GOES_ON = re.compile(r"\n[ \t]*[a-z]")  # a sentence that only begins like an outlet or a desk
_UNDERLINE = re.compile(r"=+|-+")


@dataclass(frozen=True, slots=True)
class HeadPart(Span):
    """A line above the body, or a part of one.

    `kind` is the kind of furniture where `role` is "furniture"; `date` is set where `role` is
    "date". `level` is the level of a Markdown heading, 0 for any other line. `block` counts the
    runs of lines that no blank line parts.
    """

    role: Role
    block: int
    kind: str | None = None
    date: DateLine | None = None
    level: int = 0


def read_line(text: str, unit: Span, block: int) -> list[HeadPart]:
    """Read one paragraph by its own shape, whatever stands around it."""
    words = unit.cut(text)
    start, end = unit.start, unit.end
    if heading := _HEADING.fullmatch(words):
        span = Span(start + heading.start("words"), start + heading.end("words"))
        return [HeadPart(span.start, span.end, "title", block, level=len(heading["mark"]))]
    if _UNDERLINE.fullmatch(words):
        return []
    if kind := furniture_kind(words):
        return [HeadPart(start, end, "furniture", block, kind)]
    if (
        len(words) <= 200
        and (found := _metadata_parts(words, start, block))
        and not _GOES_ON.match(text, end)
    ):
        return found
    return [HeadPart(start, end, "text", block)]


def furniture_kind(words: str) -> str | None:
    """Return the kind of furniture that a line is by its own wording, None for any other line."""
    kind = phrase_kind(words) or sentence_kind(words)
    if kind is None and is_credited(words):
        kind = "caption"
    if kind is None and is_breadcrumb(words):
        kind = "navigation"
    return kind


def _metadata_parts(words: str, start: int, block: int) -> list[HeadPart]:
    """Read a line that holds nothing but a date, an outlet, a byline, or several of them."""
    if whole := _metadata_part(words, start, block):
        if whole.role == "author" and (day := _date_behind(words, whole.end - start)):
            date = HeadPart(start + day.span.start, start + day.span.end, "date", block, date=day)
            return [whole, replace(date, date=replace(day, span=Span(0, date.end - date.start)))]
        return [whole]
    pieces: list[tuple[int, int]] = []
    at = 0
    for found in _PARTS.finditer(words):
        pieces.append((at, found.start()))
        at = found.end()
    pieces.append((at, len(words)))
    if len(pieces) == 1 and (split := splits_off_date(words)) is not None:
        pieces = [(0, split), (split, len(words))]
    if len(pieces) == 1:
        return []
    parts: list[HeadPart] = []
    outlet_first = outlet_shape(words[: pieces[0][1]].strip()) == "strong"
    dated = any(date_line(words[first:last].strip(" ,")) for first, last in pieces)
    for number, (first, last) in enumerate(pieces):
        piece = words[first:last]
        lead = len(piece) - len(piece.lstrip(" ,"))
        piece = piece.strip(" ,")
        if not piece:
            continue
        at = start + first + lead
        part = _metadata_part(piece, at, block)
        if part is None and number == 0 and len(pieces) > 1 and dated:
            # A person or an agency, as in `Ansa Tell | 20.11.2019`.
            if is_person_alone(piece):
                part = HeadPart(at, at + len(piece), "person", block)
            elif _ACRONYM.fullmatch(piece):
                continue
        if part is None and (is_section(piece) or sentence_kind(piece) or _is_form(piece)):
            continue
        if part is None and outlet_first and number == 1 and len(pieces) == 2:
            # "Valley Radio | Evening Hour", "Valley Radio | Dam bursts above town"
            if count_words(piece) <= 2:
                continue
            part = HeadPart(start + last - len(piece), start + last, "text", block)
        if part is None:
            return []
        parts.append(part)
    # A title with an outlet behind a dash is a title; only a date or a byline makes it a line of
    # metadata.
    tells = outlet_first or any(part.role in ("date", "author") for part in parts)
    return parts if tells else []


def _date_behind(words: str, name_end: int) -> DateLine | None:
    """Read the date that stands behind the name in a byline."""
    rest = words[name_end:]
    start = len(rest) - len(rest.lstrip(" \t,|·•–—-("))
    while start < len(rest):
        found = date_line(rest[start:].rstrip(" )"))
        if found is not None:
            lead = name_end + start
            return replace(found, span=Span(lead + found.span.start, lead + found.span.end))
        # Behind an outlet, a role or a place.
        if (split := _NEXT_PIECE.search(rest, start)) is None:
            return None
        start = split.end()
    return None


def _is_form(words: str) -> bool:
    """Say whether words say what form a text has, as "Transcript" before its date."""
    return words.lower() in _FORMS


def _metadata_part(words: str, start: int, block: int) -> HeadPart | None:
    end = start + len(words)
    if date := date_line(words):
        return HeadPart(start, end, "date", block, date=date)
    name = byline(words)
    if (name is None or not names_person(words, name)) and (staff := desk(words)):
        return HeadPart(start + staff.start, end, "desk", block)
    if name is not None:
        return HeadPart(start + name.start, start + name.end, "author", block)
    if outlet_shape(words):
        return HeadPart(start, end, "outlet", block)
    return None
