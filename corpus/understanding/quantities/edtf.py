"""Dates as EDTF (ISO 8601-2) strings, and the arithmetic of dates of which only a part is known."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_PUBLISHED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which the year, month or day may be unknown.

    `month` may be 21 to 24 (seasons), 33 to 36 (quarters) or 40 and 41 (halves), as in EDTF.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str | None:
        """The date in EDTF, or None where the year is unknown."""
        if self.year is None:
            return None
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def is_possible(self) -> bool:
        """Say whether the calendar has such a date (29 February without a year counts)."""
        if self.month is None or self.day is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        year = self.year if self.year and self.year > 0 else 2000
        return 1 <= self.day <= last_day(year, self.month)


def read_published(published: str | None) -> PartialDate | None:
    """Read the published date of `Metadata` (`2018-09-24`, `2018-09`, `2018`); None if none."""
    match = _PUBLISHED.match(published or "")
    if match is None:
        return None
    date = PartialDate(*(int(part) if part else None for part in match.groups()))
    possible = date.year and (date.month is None or 1 <= date.month <= 12) and date.is_possible()
    return date if possible else None


def as_day(date: PartialDate | None) -> datetime.date | None:
    """Return `date` as a day, or None where its day is unknown."""
    if date is None or not (date.year and date.month and date.day):
        return None
    return datetime.date(date.year, date.month, date.day)


def decade(first_year: int) -> str:
    """Return the decade of `first_year` in EDTF: `199X`."""
    return f"{first_year // 10}X"


def century(number: int) -> str:
    """Return the years that share the first two digits of the `number`th century: `18XX`.

    The 19th century in the strict sense is 1801 to 1900; EDTF says it as 1800 to 1899.
    """
    return f"{number - 1:02d}XX"


def interval(first: str | None, last: str | None) -> str | None:
    """Return the EDTF interval, or None where an end is unknown or they are in the wrong order."""
    if first is None or last is None or first.startswith("-") or first > last:
        return None
    return f"{first}/{last}"


def shift_days(day: datetime.date, days: int) -> str | None:
    """Return the day `days` after `day`, or None outside the calendar."""
    try:
        return (day + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def shift_months(date: PartialDate, months: int) -> PartialDate | None:
    """Return the month `months` after the month of `date`; None where its month is unknown."""
    if date.year is None or date.month is None:
        return None
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return PartialDate(year, month + 1) if 1 <= year <= 9999 else None


def week_of(day: datetime.date, weeks: int) -> str | None:
    """Return the days Monday to Sunday of the week `weeks` after that of `day`, as an interval."""
    first = shift_days(day, 7 * weeks - day.weekday())
    last = shift_days(day, 7 * weeks - day.weekday() + 6)
    return interval(first, last)


def nearest_year(date: PartialDate, published: datetime.date) -> int | None:
    """Return the year that brings `date` (month, maybe day) nearest to `published`.

    None where the next nearest is less than twice as far: then the year is not certain.
    """
    if date.month is None or not 1 <= date.month <= 12:
        return None
    distances = []
    for year in (published.year - 1, published.year, published.year + 1):
        if not 1 <= year <= 9999:
            continue
        day = min(date.day or 15, last_day(year, date.month))
        distances.append((abs((datetime.date(year, date.month, day) - published).days), year))
    distances.sort()
    if len(distances) > 1 and distances[0][0] * 2 > distances[1][0]:
        return None
    return distances[0][1]


def month_with(day: int, weekday: int, published: datetime.date) -> datetime.date | None:
    """Return the day nearest to `published` that is the `day`th of a month and such a weekday.

    `weekday` counts from Monday, 0. Looked for in the three months before, the month itself and the
    three after; None where none of them has such a day.
    """
    found = []
    for shift in range(-3, 4):
        month = shift_months(PartialDate(published.year, published.month), shift)
        if month is None or month.year is None or month.month is None:
            continue
        if day <= last_day(month.year, month.month):
            date = datetime.date(month.year, month.month, day)
            if date.weekday() == weekday:
                found.append(date)
    return min(found, key=lambda date: abs((date - published).days), default=None)


def last_day(year: int, month: int) -> int:
    """Return the last day of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
