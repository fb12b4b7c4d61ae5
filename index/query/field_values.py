"""What stands after the colon of a field that takes no words: dates, numbers, fixed words."""

from __future__ import annotations

import re
from calendar import monthrange
from math import inf
from typing import Final

from corpus.tokens import words
from index.query.meant_values import (
    meant_date,
    meant_numbers,
    meant_word,
    share_of,
    two_dates,
    without_unit,
)
from index.query.numerals import read_number
from index.query.said_figures import said_figures
from index.query.tree import Dates, Figures

HAS: Final = ("number", "date", "quote", "annotation", "claim")
IS: Final = ("unread", "starred")

_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_COMPARED: Final = re.compile(r"(>=|<=|=|>|<|≥|≤)\s*(.*)", re.DOTALL)
_RANGE: Final = re.compile(r"\.\.+|…|–|—")
_PLAIN: Final = re.compile(r"[0-9][0-9.,]*")
_SCALE: Final = re.compile(r"[0-9][0-9.,]*\s*([^\W\d_]+)")
"""What multiplies the end of a range multiplies its beginning, too: 2..4 million."""
_WRITE_DATE: Final = "write a year, a month or a day, or two of them: 2019, 2019-11, 2017..2019"
_WRITE_NUMBER: Final = 'write a number or a range: 1600, >1000, 2500..4000, "1.6 thousand"'


class ValueProblem(Exception):  # noqa: N818 - it becomes a QueryError where its place is known
    """A value that a field cannot have; `may_go_on` says that more typing may mend it."""

    def __init__(self, reason: str, remedy: str, *, may_go_on: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.may_go_on = may_go_on


def read_text(text: str) -> str:
    """Take a text as it is."""
    if not text.strip():
        raise ValueProblem(
            "the file's name is missing", "write a part of it: file:2019/", may_go_on=True
        )
    return text


def read_has(text: str) -> str:
    """Read what an article can have."""
    return _one_of(text, HAS, "has")


def read_is(text: str) -> str:
    """Read what an article can be."""
    return _one_of(text, IS, "is")


def _one_of(text: str, known: tuple[str, ...], name: str) -> str:
    plain = text.lower()
    if plain in known:
        return plain
    singular = plain.removesuffix("s")
    if singular in known:
        return singular
    may_go_on = any(word.startswith(plain) for word in known)
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    letters = 1 if len(plain) < 6 else 3
    nearest = process.extractOne(plain, known, scorer=OSA.distance, score_cutoff=letters)
    listed = f"{', '.join(f'{name}:{word}' for word in known[:-1])} or {name}:{known[-1]}"
    near = f"write {name}:{nearest[0]}" if nearest else f"write {listed}"
    remedy = meant_word(name, plain) or near
    raise ValueProblem(f"there is no {name}:{text}", remedy, may_go_on=may_go_on)


def read_dates(text: str) -> Dates:
    """Read a year, a month, a day, or a range: `2017..2019`, `..2019-05`, `>=2019`."""
    compared = _COMPARED.fullmatch(text)
    if compared is not None:
        first, last = _days(compared[2])
        match compared[1]:
            case ">":
                return Dates(_after(last), "")
            case ">=" | "≥":
                return Dates(first, "")
            case "<":
                return Dates("", _before(first))
            case "<=" | "≤":
                return Dates("", last)
        return Dates(first, last)
    ends = _RANGE.split(text)
    if len(ends) == 1:
        return Dates(*_days(text))
    if len(ends) > 2 or not any(ends):
        raise ValueProblem("this is no range of dates", _WRITE_DATE, may_go_on=True)
    low = _days(ends[0])[0] if ends[0] else ""
    high = _days(ends[1])[1] if ends[1] else ""
    if low and high and low > high:
        raise ValueProblem("this range ends before it begins", f"write {ends[1]}..{ends[0]}")
    return Dates(low, high)


def _days(text: str) -> tuple[str, str]:
    """Give the first and the last day of a year, a month or a day."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        going_on = re.fullmatch(r"[<>=≥≤]?[0-9]{0,4}(-[0-9]{0,2}){0,2}-?", text) is not None
        if days := two_dates(text):
            reason = "this may be two days"
            raise ValueProblem(reason, f"write {days[0]} or {days[1]}")
        meant = meant_date(text)
        remedy = f"write {meant}" if meant else _WRITE_DATE
        raise ValueProblem(
            "dates are written otherwise" if meant else "this is no date",
            remedy,
            may_go_on=going_on,
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if year == 0:
        raise ValueProblem("there is no year 0", _WRITE_DATE, may_go_on=True)
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    if not 1 <= month <= 12:
        raise ValueProblem(f"there is no month {month}", _WRITE_DATE, may_go_on=month == 0)
    longest = monthrange(year, month)[1]
    if day is None:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{longest}"
    if not 1 <= day <= longest:
        reason = f"that month has {longest} days"
        raise ValueProblem(reason, f"write {year:04}-{month:02}-{longest}", may_go_on=day == 0)
    return (f"{year:04}-{month:02}-{day:02}",) * 2


def _after(day: str) -> str:
    return day + "+"  # sorts after the day and before the next


def _before(day: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    if number > 1:
        return f"{year:04}-{month:02}-{number - 1:02}"
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04}-{month:02}-31"


def read_figures(text: str) -> Figures:
    """Read a number or a range: `1600`, `>1000`, `2500..4000`, `1.6 thousand`, `..10`."""
    if (number := share_of(text)) is not None:
        reason = "number: looks for counts, money and measures, not for shares"
        raise ValueProblem(reason, f'write number:{number}, or "{number} percent" for the words')
    compared = _COMPARED.fullmatch(text)
    if compared is None and (said := said_figures(text)) is not None:
        return said
    if compared is not None:
        value = _number(compared[2])
        match compared[1]:
            case ">":
                return Figures(value, inf, open_low=True)
            case ">=" | "≥":
                return Figures(value, inf)
            case "<":
                return Figures(-inf, value, open_high=True)
            case "<=" | "≤":
                return Figures(-inf, value)
        return Figures(value, value)
    ends = _RANGE.split(text)
    if len(ends) == 1:
        value = _number(text)
        return Figures(value, value)
    if len(ends) > 2 or not any(ends):
        raise ValueProblem("this is no range of numbers", _WRITE_NUMBER, may_go_on=True)
    low = _number(ends[0]) if ends[0] else -inf
    high = _number(ends[1]) if ends[1] else inf
    if (scale := _SCALE.fullmatch(ends[1].strip())) and _PLAIN.fullmatch(ends[0].strip()):
        scaled = _number(f"{ends[0]} {scale[1]}")
        low = scaled if scaled <= high else low
    if low > high:
        raise ValueProblem("this range ends before it begins", f"write {ends[1]}..{ends[0]}")
    return Figures(low, high)


def _number(text: str) -> float:
    plain = text.strip()
    value = read_number(words(plain))
    if value is None and plain.lower() == "one":
        value = 1
    if value is None and (said := said_figures(plain)) is not None and said.low == said.high:
        return said.low
    if value is None:
        may_go_on = not plain or plain[-1].isalpha() or plain[-1] in ".,'’-"
        if (number := without_unit(plain)) is not None:
            written = f'"{number}"' if " " in number else number
            remedy = f"write number:{written}, without the unit"
        else:
            meant = meant_numbers(plain)
            remedy = f"write {meant}" if meant else _WRITE_NUMBER
        raise ValueProblem("this is no number", remedy, may_go_on=may_go_on)
    return float(-value if plain.startswith(("-", "−")) else value)
