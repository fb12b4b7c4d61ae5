"""Durations: "two years", "10-day", "2 hours, 32 minutes", "a decade"."""

from __future__ import annotations

import re

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.spacing import GAP

PERIODS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour",
    "hr": "hour", "day": "day", "night": "night", "weekday": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "yr": "year",
    "decade": "decade", "century": "century",
    "millennium": "millennium",
}  # fmt: skip
PERIODS |= {word + "s": unit for word, unit in PERIODS.items()}
PERIODS |= {
    "centuries": "century",
    "millennia": "millennium",
    "yrs.": "year",
    "hrs.": "hour",
    "mth": "month",
}
PERIODS["mths"] = "month"
del PERIODS["centurys"]
"""The words that name a length of time, singular and plural, with their unit."""

_ISO = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1),
    "day": ("P", "D", 1), "night": ("P", "D", 1), "week": ("P", "W", 1), "fortnight": ("P", "W", 2),
    "month": ("P", "M", 1), "quarter": ("P", "M", 3), "quarters": ("P", "M", 3),
    "year": ("P", "Y", 1), "decade": ("P", "Y", 10), "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
}  # fmt: skip
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_FURTHER = re.compile(
    rf"(?:,{GAP}(?:and{GAP})?|{GAP}and{GAP}|{GAP})([0-9]{{1,4}}(?:\.[0-9]{{1,4}})?){GAP}"
    r"(hours?|minutes?|seconds?|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
CLOCKED = re.compile(
    r"(?:([0-9]{1,2}):)?([0-9]{1,3})[:.]([0-9]{2})\.([0-9]{1,3})(?![0-9:])"
    r"|([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?![0-9:])"
)
"""A time measured by a stopwatch: "4:07.13", "1:02:03.5"."""

_ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def iso_duration(value: Number | None, unit: str) -> str | None:
    """Return the ISO 8601 duration of `value` units ("P2Y"), or None where there is none."""
    if value is None or unit not in _ISO or value < 0:
        return None
    prefix, letter, times = _ISO[unit]
    amount = value * times
    return f"{prefix}{amount:g}{letter}" if amount < 1_000_000 else None


def read_further(text: str, end: int, value: Number, unit: str) -> tuple[int, Number, str] | None:
    """Read the smaller parts of a duration that began "2 hours": (end, value, unit).

    The value is then in the smallest unit; only hours to seconds and days can be added exactly.
    """
    found: tuple[int, Number, str] | None = None
    while unit in _SECONDS and (part := _FURTHER.match(text, end)):
        smaller = PERIODS[part[2].lower()]
        if smaller not in _SECONDS or _ORDER.index(smaller) <= _ORDER.index(unit):
            break
        value = value * _SECONDS[unit] / _SECONDS[smaller] + float(part[1])
        value = int(value) if value == int(value) else round(value, 6)
        unit = smaller
        end = part.end()
        found = end, value, unit
    return found


def clocked_seconds(match: re.Match[str]) -> float:
    """Return the seconds of a match of `CLOCKED`."""
    if match[5] is not None:
        return int(match[5]) * 3600 + int(match[6]) * 60 + int(match[7])
    hours = int(match[1] or 0)
    return hours * 3600 + int(match[2]) * 60 + float(f"{match[3]}.{match[4]}")
