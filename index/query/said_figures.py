"""Figures as an article may say them: "over 1,600", "tens of thousands", "between 10 and 15"."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, Final

from corpus.tokens import words
from index.query.numerals import read_number
from index.query.tree import Figures

if TYPE_CHECKING:
    from corpus.understanding.analysis import Quantity

_LONGEST: Final = 100
_IDENTIFIER: Final = re.compile(r"0[0-9]")
_RANGE: Final = re.compile(r"[0-9]\s*-\s*[0-9]|\.\.|…")
_APPROXIMATE: Final = frozenset(("", "odd", "or so", "or more", "or fewer", "or less", "strong"))


def said_figures(text: str) -> Figures | None:
    """Read a number with its bound, or a range, in words; None where it is none, or plain digits.

    It is read as those of the articles are.
    """
    plain = text.strip()
    if len(plain) > _LONGEST or _RANGE.search(plain) or read_number(words(plain)) is not None:
        return None
    if not any(char.isalnum() for char in plain) or _IDENTIFIER.match(plain):
        return None
    from corpus.understanding.quantities.finding import find_quantities

    found = find_quantities(f"{plain} things", (), (), None)
    if len(found) != 1 or found[0].kind != "count":
        return None
    count = found[0]
    after = plain[count.end :].strip(" -\u2010\u2011")
    before = plain[: count.start].strip()
    if after not in _APPROXIMATE or (before and count.bound is None and not count.approximate):
        return None
    return _figures(count)


def _figures(count: Quantity) -> Figures | None:
    low = count.value if count.min is None else count.min
    high = count.value if count.max is None else count.max
    if count.value is None and count.max is None:
        high = inf
    if count.value is None and count.min is None:
        low = -inf
    if low is None or high is None:
        return None
    match count.bound:
        case "over":
            return Figures(low, inf, open_low=True)
        case "at-least":
            return Figures(low, inf)
        case "under":
            return Figures(-inf, high, open_high=True)
        case "at-most":
            return Figures(-inf, high)
    return Figures(float(low), float(high))
