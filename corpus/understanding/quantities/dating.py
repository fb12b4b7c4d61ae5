"""Dates brought into EDTF: what is certain of them alone, and against the published date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.understanding.quantities.date_reading import DateReading
from corpus.understanding.quantities.edtf import (
    PartialDate,
    as_day,
    interval,
    month_with,
    nearest_year,
    shift_days,
)
from corpus.understanding.quantities.feasts import feast_day
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import GAP

PUBLISHED = "published"
_FUTURE = re.compile(
    r"\b(?:will|would|shall|scheduled|planned|plans|due|expected|going to|to be|upcoming|next|by"
    r"|until|ahead of|from)\b",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    rf"(?:{GAP}of|,)?{GAP}(?P<which>this|last|next|the{GAP}current|the{GAP}past){GAP}year\b(?![’'])",
    re.IGNORECASE,
)
_OTHER_YEAR = re.compile(
    rf"(?:{GAP}of|,)?{GAP}(?:that|(?:the{GAP})?(?:same|following|previous)|the{GAP}next|each|every"
    rf"|any|a){GAP}year\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(rf"\b(?:every|each|most|alternate){GAP}(?:other{GAP})?$", re.IGNORECASE)
_THE = re.compile(rf"\bthe{GAP}$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    rf"{GAP}(?!(?:and|but|for|from|had|has|nor|that|through|till|until|was|were|when|where|which|who"
    r"|will|with)\b)[a-z]{3,}"
)
"""What a day that stands before it names: an event, perhaps one known by its day for many years."""
_SHIFTS = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1}
_SENTENCE_END = re.compile(r"[.!?]\s")
_LOOKBACK = 90


def dated(
    text: str, date: DateReading, published: PartialDate | None, start: int | None = None
) -> Reading:
    """Return `date` as a reading with `iso` and `basis`, from `start` where words before belong.

    A date with its year is certain. Month and day without a year, and weekdays, are resolved
    against `published` only: to the nearest such day, and a weekday to the last one before it
    unless words of the future stand before it; then it stays open. "March last year" is of that
    year; "March of that year", "every Friday" and "the March 5 floods" stay open.
    """
    begin = date.start if start is None else start
    if _REPEATED.search(text, max(0, begin - 20), begin):
        return Reading(begin, date.end, "date")
    end = date.end
    named = date.first.month is not None or date.feast is not None
    if named and date.first.year is None and date.last_year is None:
        if _OTHER_YEAR.match(text, end) or _names_an_event(text, date, begin):
            return Reading(begin, end, "date")
        if said := _YEAR_AFTER.match(text, end):
            if published is None or published.year is None:
                return Reading(begin, said.end(), "date")
            year = published.year + _SHIFTS[said["which"].lower().split()[-1]]
            iso = _in_year(date, year)
            return Reading(begin, said.end(), "date", iso=iso, basis=PUBLISHED if iso else None)
    iso, basis = _resolved(text, date, published)
    return Reading(begin, end, "date", iso=iso, basis=basis)


def _names_an_event(text: str, date: DateReading, begin: int) -> bool:
    is_day = date.first.day is not None and _THE.search(text, max(0, begin - 8), begin) is not None
    return is_day and _NOUN_AFTER.match(text, date.end) is not None


def _in_year(date: DateReading, year: int) -> str | None:
    if date.feast is not None:
        return _feast(date.feast, year, None)[0]
    first = replace(date.first, year=year)
    last = replace(date.last, year=year) if date.last is not None else None
    if not first.is_possible() or (last is not None and not last.is_possible()):
        return None
    return interval(first.edtf, last.edtf) if last is not None else first.edtf


def _resolved(
    text: str, date: DateReading, published: PartialDate | None
) -> tuple[str | None, str | None]:
    if date.edtf is not None:
        return date.edtf, None
    first, last = date.first, date.last
    day = as_day(published)
    if date.feast is not None:
        return _feast(date.feast, first.year, day)
    if date.weekday is not None and first.day is not None:
        which = month_with(first.day, date.weekday, day) if day else None
        return (which.isoformat(), PUBLISHED) if which else (None, None)
    if date.weekday is not None:
        if day is None or is_future(text, date.start):
            return None, None
        # Plural weekdays ("Thursdays") name no day.
        if text[date.start : date.end].lower().endswith("days"):
            return None, None
        iso = shift_days(day, -((day.weekday() - date.weekday) % 7))
        return iso, PUBLISHED if iso else None
    if first.month is None and first.year is None:
        return None, None
    basis = None
    if first.year is None and last is not None and last.year is not None:
        first = replace(first, year=last.year)
    if first.year is None:
        if day is None:
            return None, None
        year = nearest_year(first, day)
        if year is None:
            return None, None
        first = replace(first, year=year)
        if last is not None:
            last = replace(last, year=year)
            if (last.month or 0) < (first.month or 0):
                last = replace(last, year=year + 1)  # "from November to March"
        if not first.is_possible():
            return None, None
        basis = PUBLISHED
    if last is not None:
        if last.year is None:
            last = replace(last, year=first.year)
        return interval(first.edtf, last.edtf), basis
    return first.edtf, basis


def _feast(
    name: str, year: int | None, published: datetime.date | None
) -> tuple[str | None, str | None]:
    """Resolve a feast: of its year, else the one that is clearly the nearest."""
    if year is not None:
        day = feast_day(name, year)
        return (PartialDate(year, *day).edtf, None) if day else (None, None)
    if published is None:
        return None, None
    years = (published.year - 1, published.year, published.year + 1)
    near = sorted(feast_days(name, years), key=lambda day: abs((day - published).days))
    distances = [abs((day - published).days) for day in near[:2]]
    if not near or (len(near) > 1 and distances[0] * 2 > distances[1]):
        return None, None
    return near[0].isoformat(), PUBLISHED


def feast_days(name: str, years: Iterable[int]) -> list[datetime.date]:
    """Return the days that a feast falls on in these years, as far as they are certain."""
    days = [(year, feast_day(name, year)) for year in years if 1 <= year <= 9999]
    return [datetime.date(year, *day) for year, day in days if day is not None]


def is_future(text: str, offset: int) -> bool:
    """Say whether words before `offset`, in its sentence, speak of what is to come."""
    before = text[max(0, offset - _LOOKBACK) : offset]
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    return bool(_FUTURE.search(before, ends[-1] if ends else 0))
