"""What claims say of one measure held against each other: can both be so, or do they differ?

A figure stands for all the numbers that it leaves possible: 41 for itself, "at least 41" for 41 and
more, "over 41" for more than 41, a range for all between its ends, "about 40" for a tenth more or
less. Two figures agree where a number is possible for both. Claims about other subjects, that count
other things, in other units, at other places or other times are not held against each other: both
may be so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotations.claim_subjects import PLAIN

if TYPE_CHECKING:
    from annotations.claim_subjects import Subjects
    from annotations.model import Claim, ClaimQuantity

APPROXIMATE = 0.1
"""How much of itself a figure leaves open on each side where it is approximate."""

Verdict = Literal[
    "agrees",
    "differs",
    "another subject",
    "counts something else",
    "another unit",
    "elsewhere",
    "then",
]
"""What a claim is to another; "then" says: at another time."""


@dataclass(frozen=True, slots=True)
class Possible:
    """The numbers that a figure leaves possible, both ends among them unless they are open."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Possible) -> bool:
        """Whether a number is possible for both."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Possible) -> bool:
        """Whether the high end of this one is not below the low end of the other."""
        if self.high == other.low:
            return not (self.high_open or other.low_open)
        return self.high > other.low


def possible(quantity: ClaimQuantity | None) -> Possible | None:
    """Return what a figure leaves possible; None where it is no figure."""
    if quantity is None:
        return None
    ends = [quantity.min, quantity.max] if quantity.value is None else [quantity.value] * 2
    if ends[0] is None and ends[1] is None:
        return None
    low = -math.inf if ends[0] is None else float(ends[0])
    high = math.inf if ends[1] is None else float(ends[1])
    if quantity.approximate:
        low, high = low - APPROXIMATE * abs(low), high + APPROXIMATE * abs(high)
    if quantity.bound == "over":
        return Possible(high if math.isfinite(high) else low, math.inf, low_open=True)
    if quantity.bound == "at-least":
        return Possible(low, math.inf)
    if quantity.bound == "under":
        return Possible(-math.inf, low if math.isfinite(low) else high, high_open=True)
    if quantity.bound == "at-most":
        return Possible(-math.inf, high)
    return Possible(low, high)


def held_against(one: Claim, other: Claim, subjects: Subjects = PLAIN) -> Verdict | None:
    """Say what a claim is to another of the same measure; None where one has no figure."""
    mine, theirs = possible(one.quantity), possible(other.quantity)
    if mine is None or theirs is None or one.quantity is None or other.quantity is None:
        return None
    if _apart(one.quantity.unit, other.quantity.unit):
        return "another unit"
    if subjects.apart(one.quantity.of, other.quantity.of):
        return "counts something else"
    if subjects.apart(one.subject, other.subject):
        return "another subject"
    if _apart(one.place, other.place):
        return "elsewhere"
    times = [claim.when.iso if claim.when is not None else None for claim in (one, other)]
    if times[0] and times[1] and not _same_time(times[0], times[1]):
        return "then"
    return "agrees" if mine.meets(theirs) else "differs"


_LINKS = {
    "agrees": "agrees",
    "differs": "contradicts",
    "another subject": "incomparable",
    "counts something else": "incomparable",
    "another unit": "incomparable",
    "elsewhere": "differs-in-place",
    "then": "differs-in-time",
}


def likeliest_link(one: Claim, other: Claim, subjects: Subjects = PLAIN) -> str | None:
    """Return the type of link that two claims suggest; None where they suggest none."""
    measures = [" ".join((claim.measure or "").casefold().split()) for claim in (one, other)]
    if all(measures) and measures[0] != measures[1]:
        return "differs-in-measure"
    verdict = held_against(one, other, subjects)
    return _LINKS[verdict] if verdict is not None else None


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two words are given and are not the same, nor one of them a part of the other."""
    if not one or not other:
        return False
    some, others = (set(words.casefold().split()) for words in (one, other))
    return not (some <= others or others <= some)


def _same_time(one: str, other: str) -> bool:
    """Whether two ISO dates or intervals share a day, as far as they say it."""
    spans = [_days(words) for words in (one, other)]
    return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]


def _days(iso: str) -> tuple[str, str]:
    """Return the first and the last day of a date or an interval, so that they sort."""
    first, _, last = iso.partition("/")
    return first[:10], (last or first)[:10] + "~"
