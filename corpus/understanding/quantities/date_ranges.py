"""Ranges of dates: "from 2014 to 2018", "June 28 - July 3"."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.understanding.quantities.date_reading import DateReading
from corpus.understanding.quantities.dates import read_date, read_year
from corpus.understanding.quantities.dating import PUBLISHED, dated
from corpus.understanding.quantities.edtf import PartialDate, interval
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import DASH, GAP

_CONNECT = re.compile(
    rf"{GAP}?{DASH}{GAP}?|{GAP}(?:to|through|until|till|(?P<and>and)){GAP}", re.IGNORECASE
)
_BETWEEN = re.compile(rf"(?<![A-Za-z])between{GAP}(?:the{GAP})?$", re.IGNORECASE)


def read_dates(text: str, date: DateReading, published: PartialDate | None) -> Reading:
    """Return `date`, joined with the date after it where both are the ends of one range.

    "Between" belongs to the span, as with numbers; "from" is a preposition and does not.
    """
    if date.last is not None or date.weekday is not None or not _names_something(date.first):
        return dated(text, date, published)
    connect = _CONNECT.match(text, date.end)
    if connect is None or connect.end() >= len(text):
        return dated(text, date, published)
    opening = _BETWEEN.search(text, max(0, date.start - 14), date.start)
    if connect["and"] and opening is None:
        return dated(text, date, published)
    second = _second(text, connect.end(), date)
    if second is None or not _is_alike(date.first, second.first):
        return dated(text, date, published)
    start = opening.start() if opening else date.start
    joined = DateReading(date.start, second.end, date.first, second.last or second.first)
    return dated(text, joined, published, start)


_JOIN = re.compile(
    rf"[^\S\n]?{DASH}[^\S\n]?(?=[A-Z])"
    rf"|{GAP}(?:to|through|until|till|(?P<and>and)){GAP}(?:the{GAP})?(?=[0-9A-Za-z])",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?:now|present)\b(?!-)", re.IGNORECASE)


def join_dates(
    text: str,
    first: Reading,
    date_at: Callable[[int], Reading | None],
    published: PartialDate | None,
) -> Reading:
    """Return `first` joined with a date of another form: "2007 to the end of 2008".

    Both ends must be certain; `date_at` reads the date at an offset. "Now" is the published date.
    """
    if first.iso is None or "/" in first.iso or "~" in first.iso:
        return first
    joined = _JOIN.match(text, first.end)
    if joined is None:
        return first
    opening = _BETWEEN.search(text, max(0, first.start - 14), first.start)
    if joined["and"] and opening is None:
        return first
    second = date_at(joined.end()) or _now(text, joined.end(), published)
    if second is None or second.iso is None or "/" in second.iso or "~" in second.iso:
        return first
    iso = interval(first.iso, second.iso)
    if iso is None or second.start < first.end:
        return first
    start = opening.start() if opening else first.start
    return Reading(start, second.end, "date", iso=iso, basis=first.basis or second.basis)


def _now(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "now" and "the present" at the end of a range; "the" is passed over before."""
    found = _NOW.match(text, offset)
    if found is None or published is None:
        return None
    return Reading(offset, found.end(), "date", iso=published.edtf, basis=PUBLISHED)


def _second(text: str, offset: int, date: DateReading) -> DateReading | None:
    if not text[offset].isalnum():
        return None
    second = read_date(text, offset)
    if second is None and date.first.month is None and text[offset].isdigit():
        return read_year(text, offset)
    return second


def _names_something(date: PartialDate) -> bool:
    return date.year is not None or date.month is not None


def _is_alike(first: PartialDate, second: PartialDate) -> bool:
    if first.year is not None and second.year is not None and (first.day is None or second.day):
        return True
    if (first.month is None) != (second.month is None):
        return False
    if first.year is not None and second.year is None:
        return False
    return (first.day is None) == (second.day is None)
