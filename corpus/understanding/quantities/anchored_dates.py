"""Parts of a month or year near the published date: "first quarter of last year"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.dating import PUBLISHED
from corpus.understanding.quantities.edtf import PartialDate, shift_months
from corpus.understanding.quantities.ordinals import read_ordinal, read_worded_ordinal
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import GAP

_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1}
_QUARTER = re.compile(
    rf"(?P<number>first|second|third|fourth|last){GAP}quarter{GAP}of{GAP}"
    rf"(?P<which>this|last|next){GAP}year\b",
    re.IGNORECASE,
)
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "last": 36}
_DAY_OF_MONTH = re.compile(
    rf"{GAP}day{GAP}of{GAP}(?P<which>the|this|last|next|coming|current|previous){GAP}month\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def read_quarter_of(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "first quarter of last year"."""
    found = _QUARTER.match(text, offset)
    if found is None:
        return None
    iso = None
    if published is not None and published.year is not None:
        year = published.year + _SHIFTS[found["which"].lower()]
        iso = PartialDate(year, _QUARTERS[found["number"].lower()]).edtf
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)


def read_day_of_month(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read "15th day of next month", "thirty-first day of the month"."""
    word = _WORD.match(text, offset)
    ordinal = (
        read_worded_ordinal(text, offset, word.group().lower())
        if word is not None
        else read_ordinal(text, offset)
    )
    found = _DAY_OF_MONTH.match(text, ordinal[0]) if ordinal else None
    if found is None or ordinal is None:
        return None
    month = shift_months(published, _SHIFTS[found["which"].lower()]) if published else None
    date = PartialDate(month.year, month.month, ordinal[1]) if month else None
    iso = date.edtf if date and date.is_possible() else None
    return Reading(offset, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)
