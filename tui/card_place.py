"""Where a row of a card leads to; the cards themselves are imported when one opens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place that a row leads to."""

    article: str
    part: str | None
    offset: int
