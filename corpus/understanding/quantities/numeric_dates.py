"""Dates in digits alone: "2018-09-24", "23.04.2022", "22/04"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.date_reading import DateReading, full_year
from corpus.understanding.quantities.edtf import PartialDate
from corpus.understanding.quantities.spacing import words_before
from corpus.understanding.quantities.vocabulary import listed

_NUMERIC = re.compile(
    r"(?P<y>[0-9]{4})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![0-9])"
    r"|(?P<a>[0-9]{1,2})(?P<t>[-/.])(?P<b>[0-9]{1,2})(?P=t)(?P<z>[0-9]{4})(?![0-9])"
    r"|(?P<n>0?[1-9]|1[0-2])[-/](?P<of>(?:19|20)[0-9]{2})(?![0-9]|[/.-][0-9])"
    r"|(?P<i>[0-9]{1,2})/(?P<j>[0-9]{1,2})(?:/(?P<short>[0-9]{2}))?(?![0-9/])"
)


def read_numeric_date(text: str, offset: int) -> DateReading | None:
    """Read the numeric date at `offset`.

    Where day and month cannot be told apart (04/05/2022) it is a date, but not a certain one.
    """
    found = _NUMERIC.match(text, offset)
    if found is None:
        return None
    if found["of"]:
        return DateReading(offset, found.end(), PartialDate(int(found["of"]), int(found["n"])))
    if found["i"]:
        return _slashed(text, offset, found)
    if found["y"]:
        date = PartialDate(int(found["y"]), int(found["m"]), int(found["d"]))
    else:
        year, a, b = int(found["z"]), int(found["a"]), int(found["b"])
        if found["t"] == "." or a > 12 or a == b:
            date = PartialDate(year, b, a)
        elif b > 12:
            date = PartialDate(year, a, b)
        else:
            # Day and month cannot be told apart: a date, but none that is certain.
            return DateReading(offset, found.end(), PartialDate()) if a and b else None
    if not date.year or not 1 <= (date.month or 0) <= 12 or not date.is_possible():
        return None
    return DateReading(offset, found.end(), date)


_DATED = frozenset(
    listed(
        "on since before after by until till from of to the monday tuesday wednesday thursday "
        "friday saturday sunday"
    )
)


def _slashed(text: str, offset: int, found: re.Match[str]) -> DateReading | None:
    """Read "22/04" and "03/18/40"; day and month must differ in what they can be.

    Without a year a word must say that it is a date, for "3/16" may be a fraction.
    """
    a, b = int(found["i"]), int(found["j"])
    year = full_year("'" + found["short"]) if found["short"] else None
    before = words_before(text, offset, 1)
    if year is None and (not before or before[0].strip(",(") not in _DATED):
        return None
    if a > 12 >= b or a == b:
        date = PartialDate(year, b, a)
    elif b > 12 >= a:
        date = PartialDate(year, a, b)
    else:
        date = PartialDate()
    if not date.is_possible() or not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    return DateReading(offset, found.end(), date)
