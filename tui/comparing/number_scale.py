"""The scale of figures that can be laid beside each other, and their marks on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.claim_figures import Possible
from annotations.timeline import mark_on
from tui.layout.cells import cells

if TYPE_CHECKING:
    from tui.comparing.number_rows import NumberRow

_BEYOND = 0.1  # of the scale: room for an end that is open
_WIDE = 30  # the greatest is so many times the least: only powers of ten tell them apart
_STEP = "×10"  # stands in the middle of a scale by powers
_SHORT = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


@dataclass(frozen=True, slots=True)
class NumberScale:
    """A scale of figures of which `low` is the least and `high` the greatest that is named.

    `first` and `last` are its ends, beyond which nothing is drawn. On a scale `by_powers` each step
    is as many times the one before; they are logarithms then.
    """

    low: float
    high: float
    first: float
    last: float
    by_powers: bool

    def mark(self, possible: Possible, width: int) -> str:
        """Draw what a figure leaves possible in `width` cells, two at least."""
        ends = (self._at(possible.low), self._at(possible.high))
        return mark_on((self.first, self.last), Possible(*ends), width)

    def ends(self, width: int) -> str:
        """Return the names of the scale's ends in `width` cells; blanks where there is no room."""
        low, high = short_number(self.low), short_number(self.high)
        gap = width - cells(low) - cells(high)
        if gap < 1:
            return " " * width
        step = _STEP if self.by_powers and gap >= cells(_STEP) + 2 else ""
        return low + step.center(gap) + high

    def _at(self, value: float) -> float:
        if not self.by_powers or not math.isfinite(value):
            return value
        return math.log10(value) if value > 0 else -math.inf


def scale_of(rows: Iterable[NumberRow]) -> NumberScale | None:
    """Return the scale of figures; None where fewer than two differ.

    An end that is open has room beyond what is named.
    """
    rows = list(rows)
    possible = [row.possible for row in rows]
    ends = [end for one in possible for end in (one.low, one.high) if math.isfinite(end)]
    if not ends or min(ends) == max(ends):
        return None
    low, high = min(ends), max(ends)
    by_powers = low > 0 and high / low >= _WIDE
    first, last = (math.log10(low), math.log10(high)) if by_powers else (low, high)
    room = _BEYOND * (last - first)
    if any(math.isinf(one.low) for one in possible):
        first -= room
    if any(math.isinf(one.high) for one in possible):
        last += room
    named = min(row.low for row in rows), max(row.high for row in rows)
    return NumberScale(*named, first, last, by_powers)


def short_number(number: float) -> str:
    """Return a number in few cells: `41`, `1,600`, `2.4M`."""
    for size, letter in _SHORT:
        if abs(number) >= size and (size > 1e3 or abs(number) >= 1e5):
            return f"{number / size:.3g}{letter}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.3g}"
