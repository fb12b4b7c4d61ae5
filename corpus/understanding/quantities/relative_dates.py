"""Dates that lean on another day: "yesterday", "last month", "late October", "a year ago"."""

from __future__ import annotations

import datetime
import re

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.calendar_names import SEASONS
from corpus.understanding.quantities.date_reading import DateReading
from corpus.understanding.quantities.dates import read_date, read_feast, read_year
from corpus.understanding.quantities.dating import PUBLISHED, dated, feast_days
from corpus.understanding.quantities.edtf import (
    PartialDate,
    as_day,
    decade,
    interval,
    shift_days,
    shift_months,
    week_of,
)
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import GAP
from corpus.understanding.quantities.vocabulary import listed

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PART = re.compile(rf"{GAP}(?:morning|afternoon|evening|night)\b", re.IGNORECASE)

_PART_OF = re.compile(
    rf"(?:very{GAP})?(?:beginning|start|end|middle|close|turn|height|early{GAP}part|latter{GAP}part"
    rf"|early{GAP}(?:days|weeks|months|years)|(?:first|second|latter|last){GAP}half"
    rf"|(?:first|second|third|fourth|last|final){GAP}(?:week|weekend|days|weeks|months|month|day)"
    rf")(?:{GAP}of)(?:{GAP}the(?:{GAP}year)?)?{GAP}",
    re.IGNORECASE,
)
_EARLY = re.compile(
    rf"(?:early|late|mid)(?:-to-late|{GAP}to{GAP}late)?(?:{GAP}in(?:{GAP}the)?{GAP}|{GAP}|-)"
    rf"(?:the{GAP}|last{GAP})?",
    re.IGNORECASE,
)
_SHIFTED = re.compile(
    rf"(?P<which>last|next|this|past|previous|coming|upcoming|following|same|current)(?:{GAP}|-)(?:calendar{GAP})?"
    rf"(?:(?P<unit>day|night|week|weekend|fortnight|month|quarter|year|decade|century"
    rf"|morning|afternoon|evening)\b(?!-)|(?=[a-z]))",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"(?:earlier|later|late|early){GAP}(?P<which>this|last|next|in{GAP}the){GAP}"
    r"(?P<unit>week|month|year|decade|century|day)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"{GAP}(?P<way>ago|earlier|later|hence|before|beforehand|afterwards?|from{GAP}now"
    rf"|from{GAP}today|prior|previously)\b",
    re.IGNORECASE,
)
_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "upcoming": 1,
}  # fmt: skip
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
_WEEK_AFTER = re.compile(rf"{GAP}(?:of{GAP})?(?P<which>last|next|this){GAP}week\b", re.IGNORECASE)
_ON_DAY = re.compile(rf"(?:{GAP}on)?{GAP}(?=[a-z])", re.IGNORECASE)
_THE_BEFORE = re.compile(rf"(?<![A-Za-z])the{GAP}$", re.IGNORECASE)

STARTERS = frozenset(
    listed(
        "yesterday today tonight tomorrow last next this past previous coming upcoming following "
        "same current early late mid earlier later beginning start end middle close turn height "
        "very latter first second third fourth final"
    )
)
"""The lower-case words at which a relative date can begin."""


def read_relative(
    text: str, offset: int, word: str, published: PartialDate | None
) -> Reading | None:
    """Read the relative date at `offset`, where the lower-case `word` stands.

    `iso` is the period that holds the date ("late October" has the iso of the October it is in).
    """
    if word in _DAYS:
        return _near_day(text, offset, _DAYS[word], len(word), published)
    if found := _WITHIN.match(text, offset):
        if found["which"].lower() in _SHIFTS:
            return _shifted(offset, found.end(), _SHIFTS[found["which"].lower()],
                            found["unit"].lower(), published)  # fmt: skip
        return Reading(offset, found.end(), "date")
    if found := _PART_OF.match(text, offset):
        return _of_period(text, _from_article(text, offset), found.end(), published)
    if found := _EARLY.match(text, offset):
        return _of_period(text, offset, found.end(), published)
    if found := _SHIFTED.match(text, offset):
        which = found["which"].lower()
        if found["unit"]:
            return _shifted_unit(text, offset, found.end(), which, found["unit"].lower(), published)
        return _shifted_name(text, offset, found.end(), which, published)
    return None


def read_ago(
    text: str, start: int, end: int, value: Number | None, unit: str,
    published: PartialDate | None, *, approximate: bool,
) -> Reading | None:  # fmt: skip
    """Read "ago", "earlier", "later" after a duration that lies at `start:end`, or return None.

    Only "ago" and "from now" lean on the published date; what "later" leans on the text says
    elsewhere. The iso is as fine as the words: days exactly, weeks to about a day, months and
    years to about a month (EDTF `~`).
    """
    found = _AGO.match(text, end)
    if found is None:
        return None
    way = found["way"].lower()
    if way == "before" and not re.match(r"\s*[,.;)]", text[found.end() : found.end() + 3]):
        return None
    iso = None
    if isinstance(value, int) and (way == "ago" or way.startswith("from") or way == "hence"):
        iso = _ago(-value if way == "ago" else value, unit, published, approximate)
    return Reading(
        start, found.end(), "date", approximate=approximate, iso=iso,
        basis=PUBLISHED if iso else None,
    )  # fmt: skip


def read_hence(
    start: int, end: int, value: Number | None, unit: str, published: PartialDate | None
) -> Reading | None:
    """Return the day that lies `value` units ahead: "in two weeks" where that is to come."""
    iso = _ago(value, unit, published, False) if isinstance(value, int) else None
    return Reading(start, end, "date", iso=iso, basis=PUBLISHED) if iso else None


def _ago(amount: int, unit: str, published: PartialDate | None, approximate: bool) -> str | None:
    if published is None or abs(amount) > 100_000:
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        date = shift_months(published, months * amount)
        if date is not None:
            return f"{date.edtf}~"
        return None
    day = as_day(published)
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if day is None or days is None:
        return None
    iso = shift_days(day, days * amount)
    exact = unit in ("day", "night") and not approximate
    return iso if iso is None or exact else f"{iso}~"


def read_weekday_of_week(
    text: str, date: DateReading, published: PartialDate | None
) -> Reading | None:
    """Read "of last week" after a weekday, or return None."""
    found = _WEEK_AFTER.match(text, date.end) if date.weekday is not None else None
    if found is None or date.weekday is None:
        return None
    iso = _in_week(date.weekday, _SHIFTS[found["which"].lower()], published)
    return Reading(date.start, found.end(), "date", iso=iso, basis=PUBLISHED if iso else None)


def _in_week(weekday: int, weeks: int, published: PartialDate | None) -> str | None:
    day = as_day(published)
    return shift_days(day, 7 * weeks - day.weekday() + weekday) if day else None


def _near_day(
    text: str, offset: int, shift: int, length: int, published: PartialDate | None
) -> Reading:
    part = _PART.match(text, offset + length)
    day = as_day(published)
    iso = shift_days(day, shift) if day else None
    end = part.end() if part else offset + length
    return Reading(offset, end, "date", iso=iso, basis=PUBLISHED if iso else None)


def _of_period(text: str, start: int, offset: int, published: PartialDate | None) -> Reading | None:
    """Read the period after "late", "the beginning of"."""
    if offset >= len(text):
        return None
    inner = read_period(text, offset, published)
    if inner is None or inner.kind != "date":
        return None
    return Reading(start, inner.end, "date", iso=inner.iso, basis=inner.basis)


_LAST = re.compile(r"(?:last|next|this)\b", re.IGNORECASE)
_BARE_UNIT = re.compile(r"(?:week|month|year|decade|century|season)\b", re.IGNORECASE)


def read_period(text: str, offset: int, published: PartialDate | None) -> Reading | None:
    """Read the period at `offset` that another one is a part of: "2018", "last year", "year"."""
    if text[offset].isdigit() or text[offset] in "’'":
        year = read_year(text, offset)
        if year is not None:
            return dated(text, year, published)
        date = read_date(text, offset)
        return dated(text, date, published) if date else None
    if not text[offset].isalpha():
        return None
    if (found := _LAST.match(text, offset)) is not None:
        return read_relative(text, offset, found.group().lower(), published)
    date = read_date(text, offset)
    if date is not None:
        return dated(text, date, published)
    unit = _BARE_UNIT.match(text, offset)
    return Reading(offset, unit.end(), "date") if unit else None


def _shifted_unit(
    text: str, offset: int, end: int, which: str, unit: str, published: PartialDate | None
) -> Reading | None:
    if which in ("following", "same"):
        return Reading(offset, end, "date") if unit not in _PARTS_OF_DAY else None
    shift = _SHIFTS[which]
    if unit == "week" and (on := _ON_DAY.match(text, end)):
        date = read_date(text, on.end())
        if date is not None and date.weekday is not None:
            iso = _in_week(date.weekday, shift, published)
            return Reading(offset, date.end, "date", iso=iso, basis=PUBLISHED if iso else None)
    if unit in _PARTS_OF_DAY:
        if which not in ("last", "this", "next") or (which == "last" and unit != "night"):
            return None
        unit = "day"
    elif (
        which in ("past", "last") or unit in ("year", "decade", "century")
    ) and _THE_BEFORE.search(text, max(0, offset - 6), offset):
        # "the past year" is the time up to now, not the calendar year before.
        return Reading(offset, end, "date")
    return _shifted(offset, end, shift, unit, published)


def _shifted(start: int, end: int, shift: int, unit: str, published: PartialDate | None) -> Reading:
    iso = _shifted_iso(shift, unit, published)
    return Reading(start, end, "date", iso=iso, basis=PUBLISHED if iso else None)


def _shifted_iso(shift: int, unit: str, published: PartialDate | None) -> str | None:
    if published is None or published.year is None:
        return None
    if unit == "year":
        return f"{published.year + shift:04d}"
    if unit == "decade":
        return decade(published.year // 10 * 10 + 10 * shift)
    if unit == "century":
        return f"{published.year // 100 + shift:02d}XX"
    if unit == "month":
        month = shift_months(published, shift)
        return month.edtf if month else None
    if unit == "quarter" and published.month is not None:
        quarter = published.year * 4 + (published.month - 1) // 3 + shift
        return f"{quarter // 4:04d}-{33 + quarter % 4}"
    day = as_day(published)
    if day is None:
        return None
    if unit == "day":
        return shift_days(day, shift)
    if unit == "week":
        return week_of(day, shift)
    if unit == "weekend":
        saturday = 7 * shift + 5 - day.weekday()
        return interval(shift_days(day, saturday), shift_days(day, saturday + 1))
    return None


def _shifted_name(
    text: str, offset: int, inner: int, which: str, published: PartialDate | None
) -> Reading | None:
    """Read "last Friday", "next April", "this summer"."""
    if inner >= len(text) or not text[inner].isalpha():
        return None
    date = (
        read_date(text, inner)
        or _season_in_capitals(text, inner)
        or read_feast(text, inner, in_small=which in ("last", "next"))
    )
    if date is None or date.first.day is not None:
        return None
    if date.feast is not None and date.first.year is None:
        iso = _feast_iso(date.feast, which, as_day(published))
        return Reading(offset, date.end, "date", iso=iso, basis=PUBLISHED if iso else None)
    if which not in _SHIFTS:
        return Reading(
            offset, date.end, "date"
        )  # "the following Friday": after what, says the text
    shift = _SHIFTS[which]
    iso = None
    if which in ("last", "next") and _THE_BEFORE.search(text, max(0, offset - 6), offset):
        return Reading(offset, date.end, "date")  # "the last Saturday before the vote"
    if date.weekday is not None:
        iso = _weekday_iso(date.weekday, which, as_day(published))
    elif date.first.year is not None:
        return dated(text, date, published, offset)
    elif date.first.month is not None:
        iso = _named_month_iso(date.first.month, shift, published)
    return Reading(offset, date.end, "date", iso=iso, basis=PUBLISHED if iso else None)


_SEASON = re.compile(r"(?:SPRING|SUMMER|AUTUMN|FALL|WINTER)\b")


def _season_in_capitals(text: str, offset: int) -> DateReading | None:
    """Read the season of "this SUMMER": after such a word it is one in any letters."""
    found = _SEASON.match(text, offset)
    if found is None:
        return None
    return DateReading(offset, found.end(), PartialDate(None, SEASONS[found.group().lower()]))


def _feast_iso(feast: str, which: str, day: datetime.date | None) -> str | None:
    """Resolve "last Easter", "next Christmas": the one before or after the published date."""
    if day is None:
        return None
    days = feast_days(feast, (day.year - 1, day.year, day.year + 1))
    if which in ("last", "past", "previous"):
        return max((one.isoformat() for one in days if one < day), default=None)
    if which in ("next", "coming", "upcoming", "following"):
        return min((one.isoformat() for one in days if one > day), default=None)
    return next((one.isoformat() for one in days if one.year == day.year), None)


def _weekday_iso(weekday: int, which: str, day: datetime.date | None) -> str | None:
    if day is None:
        return None
    if which in ("last", "past", "previous"):
        return shift_days(day, -((day.weekday() - weekday - 1) % 7) - 1)
    if which == "next":
        return shift_days(day, 7 - day.weekday() + weekday)
    if which in ("coming", "upcoming"):
        return shift_days(day, (weekday - day.weekday() - 1) % 7 + 1)
    return shift_days(day, weekday - day.weekday())


def _named_month_iso(month: int, shift: int, published: PartialDate | None) -> str | None:
    """Resolve "last May": the latest May before the published month."""
    if published is None or published.year is None:
        return None
    year = published.year
    if shift == 0:
        return PartialDate(year, month).edtf
    if published.month is None:
        return None
    # A season is over when the month after it has begun; winter runs into the next year.
    ends = {21: 5, 22: 8, 23: 11, 24: 2}.get(month, month)
    if shift < 0:
        return PartialDate(year if ends < published.month else year - 1, month).edtf
    return PartialDate(year if ends > published.month else year + 1, month).edtf


def _from_article(text: str, offset: int) -> int:
    before = _THE_BEFORE.search(text, max(0, offset - 8), offset)
    return before.start() if before else offset
