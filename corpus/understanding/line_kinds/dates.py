"""Dates as they stand in headers and alone on a line, to ISO 8601.

Those in English, in its common forms; those in other languages are read in `foreign_dates`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""English month names and their usual abbreviations, in lower case, to their number."""

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_HAS_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE = (
    r"(?:\(?(?:z|gmt|utc|[a-z]{1,3}[sd]?t|ist|local time)\)?(?:\s?[+-]\d{1,2}(?::?\d\d)?\)?)?"
    r"|[+-]\d\d:?\d\d)"
)
_CLOCK = r"\d{1,2}(?:[:.h]\d\d(?::\d\d(?:\.\d+)?)?)?\s*(?:[ap]\.?m\.?)?|\d{4}"
TIME = rf"(?:at\s+)?(?:{_CLOCK})(?:\s*(?:hrs|hours))?(?:\s*{_ZONE})?"
"""A time of day with an optional zone, for patterns that ignore case."""

_FORMS = (
    rf"{_YEAR}(?P<sep>[-/.])(?P<nmonth>\d{{1,2}})(?P=sep)(?P<nday>\d{{1,2}})",
    rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)" + _YEAR,
)
_PARTIAL_FORMS = (
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<nmonth>\d\d)",
    _YEAR,
    rf"{_YEAR}(?P<nmonth>\d\d)(?P<nday>\d\d)",
)
_MAYBE_FOREIGN = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_FULL = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_PARTIAL = tuple(re.compile(form, re.IGNORECASE) for form in _PARTIAL_FORMS)
_BEFORE = re.compile(rf"(?:{TIME},?\s+(?:on\s+)?)?(?:{_WEEKDAY},?\s+)?", re.IGNORECASE)
_AFTER = re.compile(rf"(?:,?\s*\(?{_WEEKDAY}\)?)?(?:(?:\s*[,|–—-]\s*|\s+|t){TIME})?", re.IGNORECASE)


def _iso(found: re.Match[str]) -> str | None:
    """Give the ISO form of a match of one of the forms; None for no day of the calendar."""
    parts = found.groupdict()
    year = int(parts["year"])
    month: int | None = None
    day: int | None = None
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        # 10/11/2019 is in October to one reader and in November to another: unknown to us.
        if first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    else:
        if parts.get("month"):
            month = MONTHS[parts["month"].lower()]
        elif parts.get("nmonth"):
            month = int(parts["nmonth"])
        if number := parts.get("day") or parts.get("nday"):
            day = int(number)
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return iso_day(year, month, day)


def iso_day(year: int, month: int, day: int) -> str | None:
    """Give a day as ISO 8601 has it; None for none of the calendar."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def parse_date(words: str, *, partial: bool = False) -> str | None:
    """Return the ISO 8601 date that `words`, as a whole, state; None where they state none.

    A weekday and a time of day with its zone may stand before or after; the date is given as it was
    written, not moved to another zone. `10/11/2019` is ambiguous and gives None. With `partial` a
    month or a year alone count too (`2019-11`, `2019`), and so do eight digits (`20191110`).
    """
    words = " ".join(words.split()).strip(" .,;|•·–—-")
    if not 4 <= len(words) <= 80 or not _HAS_YEAR.search(words):
        return None
    before = _BEFORE.match(words)
    for start in (0, before.end() if before else 0):
        for form in _FULL:
            if (found := form.match(words, start)) and _AFTER.fullmatch(words, found.end()):
                return _iso(found)
    if partial:
        for form in _PARTIAL:
            if found := form.fullmatch(words):
                return _iso(found)
    if _MAYBE_FOREIGN.search(words):
        from corpus.understanding.line_kinds.foreign_dates import parse_foreign_date

        return parse_foreign_date(words)
    return None


def bounds(published: str) -> tuple[str, str]:
    """Return the first and the last day of an ISO date that may be partial (`2019-11`, `2019`)."""
    parts = [int(part) for part in published.split("-")]
    year = parts[0]
    first, last = (parts[1], parts[1]) if len(parts) > 1 else (1, 12)
    if len(parts) > 2:
        return published, published
    return (
        date(year, first, 1).isoformat(),
        date(year, last, monthrange(year, last)[1]).isoformat(),
    )
