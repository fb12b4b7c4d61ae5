"""Parts of a month or year near the published date: "first quarter of last year", "on the 18th"."""

from __future__ import annotations

import datetime
import re

from corpus.understanding.quantities.dating import PUBLISHED
from corpus.understanding.quantities.edtf import PartialDate, as_day, shift_months
from corpus.understanding.quantities.ordinals import read_ordinal, read_worded_ordinal
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import GAP, words_before

_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1}
_QUARTER = re.compile(
    rf"(?P<number>first|second|third|fourth|last){GAP}(?P<part>quarter|half){GAP}of{GAP}"
    rf"(?P<which>this|last|next|the){GAP}year\b",
    re.IGNORECASE,
)
_QUARTER_AFTER = re.compile(
    rf"(?P<which>this|last|next){GAP}year[’']s{GAP}"
    rf"(?P<number>first|second|third|fourth|last){GAP}(?P<part>quarter|half)\b",
    re.IGNORECASE,
)
_HALVES = {"first": 40, "second": 41, "last": 41}
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "last": 36}
_DAY_OF_MONTH = re.compile(
    rf"{GAP}day{GAP}of{GAP}(?P<which>the|this|last|next|coming|current|previous){GAP}month\b",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    rf"{GAP}of{GAP}(?P<which>this|last|next|coming|current|previous){GAP}month\b", re.IGNORECASE
)
_ON = frozenset(("on", "by", "until", "till", "since"))
_PHRASE_END = re.compile(r"[^\S\n]*(?:[.,;:!?)\n]|[^\S\n][-–—][^\S\n]|$)")
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def read_quarter_of(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "first quarter of last year", "last year's second half"."""
    found = _QUARTER.match(text, offset) or _QUARTER_AFTER.match(text, offset)
    if found is None:
        return None
    numbers = _HALVES if found["part"].lower() == "half" else _QUARTERS
    number = numbers.get(found["number"].lower())
    if number is None:
        return None
    iso = None
    if published is not None and published.year is not None:
        year = published.year + _SHIFTS[found["which"].lower()]
        iso = PartialDate(year, number).edtf
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)


def read_day_of_month(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "15th day of next month", "16th of this month", "thirty-first day of the month".

    "On the 18th" is one too where nothing follows that it could count: of the nearest month, if
    that is clear.
    """
    word = _WORD.match(text, offset)
    ordinal = (
        read_worded_ordinal(text, offset, word.group().lower())
        if word is not None
        else read_ordinal(text, offset)
    )
    if ordinal is None or not 1 <= ordinal[1] <= 31:
        return None
    found = _DAY_OF_MONTH.match(text, ordinal[0]) or _OF_MONTH.match(text, ordinal[0])
    if found is None:
        return _day_alone(text, offset, ordinal[0], ordinal[1], as_day(published))
    month = shift_months(published, _SHIFTS[found["which"].lower()]) if published else None
    date = PartialDate(month.year, month.month, ordinal[1]) if month else None
    iso = date.edtf if date and date.is_possible() else None
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)


def _day_alone(
    text: str, offset: int, end: int, number: int, published: datetime.date | None
) -> Reading | None:
    before = words_before(text, offset, 2)
    if before and before[-1] == "the":
        before.pop()
    if not before or before[-1] not in _ON or _PHRASE_END.match(text, end) is None:
        return None
    iso = None
    if published is not None:
        months = [shift_months(PartialDate(published.year, published.month), n) for n in (-1, 0, 1)]
        dates = [PartialDate(month.year, month.month, number) for month in months if month]
        days = [day for date in dates if date.is_possible() and (day := as_day(date))]
        near = sorted(days, key=lambda day: abs((day - published).days))
        far = [abs((day - published).days) for day in near[:2]]
        clear = len(far) == 1 or (far and far[0] * 2 <= far[1])
        iso = near[0].isoformat() if clear else None
    return Reading(offset, end, "date", iso=iso, basis=PUBLISHED if iso else None)
