"""Dates counted from another date: "two days before Christmas", "three weeks from tomorrow"."""

from __future__ import annotations

import datetime
import re

from corpus.understanding.quantities.dates import read_date, read_year
from corpus.understanding.quantities.dating import dated
from corpus.understanding.quantities.edtf import (
    PartialDate,
    read_published,
    shift_days,
    shift_months,
)
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.relative_dates import STARTERS, read_relative
from corpus.understanding.quantities.spacing import GAP

_JOIN = re.compile(
    rf"{GAP}(?P<way>before|after|from|following|prior{GAP}to){GAP}(?:the{GAP})?(?=[0-9a-z])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def read_shifted(text: str, duration: Reading, published: PartialDate | None) -> Reading | None:
    """Read the date that lies a duration before or after another date, or return None.

    None too where the other date is not certain enough to count from: then both stand alone.
    """
    joined = _JOIN.match(text, duration.end)
    if joined is None or not isinstance(duration.value, int) or duration.unit is None:
        return None
    other = _date_at(text, joined.end(), published)
    if other is None or other.iso is None:
        return None
    sign = -1 if joined["way"].lower().startswith(("before", "prior")) else 1
    iso = _shifted(other.iso, sign * duration.value, duration.unit)
    if iso is None:
        return None
    return Reading(duration.start, other.end, "date", iso=iso, basis=other.basis)


def _date_at(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    word = _WORD.match(text, offset)
    if word is not None and word.group().lower() in STARTERS:
        relative = read_relative(text, offset, word.group().lower(), published)
        if relative is not None:
            return relative
    date = read_date(text, offset)
    if date is None and word is None:
        date = read_year(text, offset)
    return dated(text, date, published) if date is not None else None


def _shifted(iso: str, amount: int, unit: str) -> str | None:
    if abs(amount) > 10_000:
        return None
    if len(iso) == 4 and iso.isdigit() and unit in _YEARS:
        year = int(iso) + amount * _YEARS[unit]
        return f"{year:04d}" if 1 <= year <= 9999 else None
    date = read_published(iso) if len(iso) == 10 else None
    if date is None:
        return None
    if unit in _DAYS:
        return shift_days(datetime.date.fromisoformat(iso), amount * _DAYS[unit])
    if unit == "month" or unit in _YEARS:
        month = shift_months(date, amount * (12 * _YEARS[unit] if unit in _YEARS else 1))
        if month is None:
            return None
        shifted = PartialDate(month.year, month.month, date.day)
        return shifted.edtf if shifted.is_possible() else None
    return None
