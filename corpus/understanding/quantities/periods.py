"""Periods counted from the published date or within another period.

"The past two weeks", "the first six months of 2018", "second half of last year", "the rest of the
week", "year to date".
"""

from __future__ import annotations

import datetime
import re

from corpus.understanding.quantities.dating import PUBLISHED
from corpus.understanding.quantities.edtf import (
    PartialDate,
    as_day,
    decade,
    interval,
    last_day,
    shift_days,
    shift_months,
    week_of,
)
from corpus.understanding.quantities.number_words import TENS, UNITS
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.relative_dates import read_period
from corpus.understanding.quantities.spacing import GAP
from corpus.understanding.quantities.vocabulary import listed

STARTERS = frozenset(
    listed("last past previous next coming upcoming first second latter final rest remainder")
)
"""The lower-case words at which such a period can begin."""

_SMALL = {word: value for word, value in (UNITS | TENS).items() if value}
_NUMBER = "(?P<number>[1-9][0-9]{0,2}|" + "|".join(sorted(_SMALL, key=len, reverse=True)) + ")"
_UNITS = "(?P<unit>day|week|month|quarter|year|decade)s?"
_WAY = "(?P<way>last|past|previous|next|coming|upcoming)"
_COUNTED = re.compile(rf"{_WAY}{GAP}{_NUMBER}{GAP}{_UNITS}\b(?!-)", re.IGNORECASE)
_COUNTED_TURNED = re.compile(rf"{_NUMBER}{GAP}{_WAY}{GAP}{_UNITS}\b(?!-)", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?P<end>first|last|final){GAP}{_NUMBER}{GAP}{_UNITS}{GAP}(?:of|in){GAP}"
    rf"(?P<the>the{GAP})?",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?P<end>first|second|latter|last){GAP}half{GAP}of{GAP}(?P<the>the{GAP})?", re.IGNORECASE
)
_REST = re.compile(
    rf"(?:rest|remainder){GAP}of{GAP}(?:the|this){GAP}(?P<unit>week|month|year|decade)\b",
    re.IGNORECASE,
)
_TO_DATE = re.compile(rf"(?P<unit>week|month|year)(?:{GAP}|-)to(?:{GAP}|-)date\b", re.IGNORECASE)
_THE_BEFORE = re.compile(rf"(?<![A-Za-z])the{GAP}$", re.IGNORECASE)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7}


def read_counted_period(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "last two weeks" or "two next weeks" at `offset`: up to the published day, or from it.

    None where that day is not known: then a length of time is all that the words say. Months and
    years are seldom meant to the day; the reading is approximate.
    """
    day = as_day(published)
    if day is None:
        return None
    found = _COUNTED.match(text, offset) or _COUNTED_TURNED.match(text, offset)
    if found is None:
        return None
    unit = found["unit"].lower()
    ahead = found["way"].lower() in ("next", "coming", "upcoming")
    iso = _counted(day, _number(found["number"]), unit, ahead=ahead)
    if iso is None:
        return None
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED,
                   approximate=unit in ("month", "year", "decade"))  # fmt: skip


def read_part_of_period(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "first six months of 2018", "second half of last year", "rest of the week"."""
    if found := _REST.match(text, offset):
        day = as_day(published)
        iso = _days(day.isoformat(), _end(day, found["unit"].lower())) if day else None
        return _reading(text, offset, found.end(), iso, PUBLISHED)
    found = _WITHIN.match(text, offset) or _HALF.match(text, offset)
    if found is None or found.end() >= len(text):
        return None
    inner = read_period(text, found.end(), published)
    if inner is None:
        return None
    iso, basis = inner.iso, inner.basis
    if iso is None and found["the"] and text[found.end() : inner.end].lower() == "year":
        # "The first six months of the year" are those of the year that the article is of.
        iso, basis = (published.edtf or "")[:4] if published else None, PUBLISHED
    part = _half(iso, found["end"].lower()) if found.re is _HALF else _within(iso, found)
    return _reading(text, offset, inner.end, part, basis)


def read_to_date(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "year to date": from its first day to the published one."""
    found = _TO_DATE.match(text, offset)
    if found is None:
        return None
    day = as_day(published)
    iso = _days(_begin(day, found["unit"].lower()), day.isoformat()) if day else None
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)


def _reading(text: str, offset: int, end: int, iso: str | None, basis: str | None) -> Reading:
    """Return the reading with the article before it, as in "the beginning of 2017"."""
    article = _THE_BEFORE.search(text, max(0, offset - 8), offset)
    start = article.start() if article else offset
    return Reading(start, end, "date", iso=iso, basis=basis if iso else None)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _SMALL[written.lower()]


def _counted(day: datetime.date, number: int, unit: str, *, ahead: bool) -> str | None:
    first = shift_days(day, 1)
    if unit == "quarter":
        return _quarters(day, number, ahead=ahead)
    if unit in _DAYS:
        far = shift_days(day, number * _DAYS[unit] * (1 if ahead else -1))
    else:
        months = number * _MONTHS[unit] * (1 if ahead else -1)
        month = shift_months(PartialDate(day.year, day.month), months)
        far = _on_day(month, day.day)
    return interval(first, far) if ahead else interval(far, day.isoformat())


def _quarters(day: datetime.date, number: int, *, ahead: bool) -> str | None:
    """Return the whole quarters before that of `day`, or after it, as months."""
    begun = PartialDate(day.year, (day.month - 1) // 3 * 3 + 1)
    first = shift_months(begun, 3 if ahead else -3 * number)
    last = shift_months(begun, 3 * number + 2 if ahead else -1)
    return interval(first.edtf, last.edtf) if first and last else None


def _on_day(month: PartialDate | None, day: int) -> str | None:
    if month is None or month.year is None or month.month is None:
        return None
    return PartialDate(month.year, month.month, min(day, last_day(month.year, month.month))).edtf


def _days(first: str | None, last: str | None) -> str | None:
    return first if first == last else interval(first, last)


def _begin(day: datetime.date, unit: str) -> str | None:
    if unit == "week":
        return (week_of(day, 0) or "").partition("/")[0] or None
    return day.replace(day=1, month=day.month if unit == "month" else 1).isoformat()


def _end(day: datetime.date, unit: str) -> str | None:
    if unit == "week":
        return (week_of(day, 0) or "").rpartition("/")[2] or None
    if unit == "month":
        return day.replace(day=last_day(day.year, day.month)).isoformat()
    year = day.year // 10 * 10 + 9 if unit == "decade" else day.year
    return day.replace(year=year, month=12, day=31).isoformat()


def _half(iso: str | None, end: str) -> str | None:
    """Return the half of a year as EDTF has it, of a decade as years; of others nothing."""
    second = end != "first"
    if iso and len(iso) == 4 and iso.isdigit():
        return f"{iso}-{40 + second}"
    if iso and re.fullmatch("[0-9]{3}X", iso):
        first = int(iso[:3]) * 10 + 5 * second
        return f"{first:04d}/{first + 4:04d}"
    return iso


def _within(iso: str | None, found: re.Match[str]) -> str | None:
    """Return the first or last units of the period `iso`; None where it has not so many."""
    number, unit = _number(found["number"]), found["unit"].lower()
    if iso is None or "/" in iso:
        return None
    at_end = found["end"].lower() != "first"
    if unit == "year" and re.fullmatch("[0-9]{3}X", iso) and number <= 10:
        first = int(iso[:3]) * 10
        first += 10 - number if at_end else 0
        return f"{first:04d}/{first + number - 1:04d}" if number < 10 else decade(first)
    period = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", iso)
    if period is None:
        return None
    year, month = int(period[1]), int(period[2] or 0)
    if unit in ("month", "quarter") and not month:
        months = number * _MONTHS[unit]
        if months > 12:
            return None
        first = 13 - months if at_end else 1
        return _months(year, first, first + months - 1)
    if unit not in _DAYS or not year:
        return None
    begin = datetime.date(year, month or 1, 1)
    end = datetime.date(year, month or 12, last_day(year, month or 12))
    days = number * _DAYS[unit]
    if days > (end - begin).days:
        return None
    if at_end:
        return interval(shift_days(end, 1 - days), end.isoformat())
    return interval(begin.isoformat(), shift_days(begin, days - 1))


def _months(year: int, first: int, last: int) -> str | None:
    if first == last:
        return PartialDate(year, first).edtf
    return interval(PartialDate(year, first).edtf, PartialDate(year, last).edtf)
