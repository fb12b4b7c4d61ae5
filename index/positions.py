"""Which of some positions are among others, found in the way that takes less."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MUCH_RARER: Final = 16
"""How many times more places a word has than another, for those of the rarer to be looked up."""


class Wanted:
    """Positions that are looked for among those of several words."""

    def __init__(self, positions: Sequence[int]) -> None:
        self._positions = positions

    @cached_property
    def _all(self) -> set[int]:
        return set(self._positions)

    def places_in(self, others: Sequence[int]) -> list[int]:
        """Give where in other positions, in any order, those lie that are wanted."""
        return list(compress(count(), map(self._all.__contains__, others)))

    def among(self, others: Sequence[int]) -> set[int]:
        """Give those that are among other positions, which ascend."""
        if len(self._positions) * MUCH_RARER > len(others):
            return self._all.intersection(others)
        # Looking up a few is faster than going through all.
        at = ((position, bisect_left(others, position)) for position in self._positions)
        return {
            position for position, here in at if here < len(others) and others[here] == position
        }
