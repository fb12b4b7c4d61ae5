"""Dates brought into EDTF: what is certain of them alone, and against the published date."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.understanding.quantities.date_reading import DateReading
from corpus.understanding.quantities.edtf import (
    PartialDate,
    as_day,
    interval,
    nearest_year,
    shift_days,
)
from corpus.understanding.quantities.reading import Reading

PUBLISHED = "published"
_FUTURE = re.compile(
    r"\b(?:will|would|shall|scheduled|planned|plans|due|expected|going to|to be|upcoming|next|by"
    r"|until|ahead of|from)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_LOOKBACK = 90


def dated(
    text: str, date: DateReading, published: PartialDate | None, start: int | None = None
) -> Reading:
    """Return `date` as a reading with `iso` and `basis`, from `start` where words before belong.

    A date with its year is certain. Month and day without a year, and weekdays, are resolved
    against `published` only: to the nearest such day, and a weekday to the last one before it
    unless words of the future stand before it; then it stays open.
    """
    iso, basis = _resolved(text, date, published)
    return Reading(date.start if start is None else start, date.end, "date", iso=iso, basis=basis)


def _resolved(
    text: str, date: DateReading, published: PartialDate | None
) -> tuple[str | None, str | None]:
    if date.edtf is not None:
        return date.edtf, None
    first, last = date.first, date.last
    day = as_day(published)
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


def is_future(text: str, offset: int) -> bool:
    """Say whether words before `offset`, in its sentence, speak of what is to come."""
    before = text[max(0, offset - _LOOKBACK) : offset]
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    return bool(_FUTURE.search(before, ends[-1] if ends else 0))
