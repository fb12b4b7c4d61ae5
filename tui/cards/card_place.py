"""Where a row of a card leads to; the cards themselves are imported when one opens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place that a row leads to."""

    article: str
    part: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class ClaimPlace(CardPlace):
    """A place whose words are to be claimed."""


@dataclass(frozen=True, slots=True)
class BesidePlace(CardPlace):
    """A place in the first of two articles beside each other, and `other` in the second."""

    other: int = 0
