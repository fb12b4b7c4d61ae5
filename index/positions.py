"""What is done with many positions at once: shifted, and looked for among others."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MUCH_RARER: Final = 16
"""How many times more places a word has than another, for those of the rarer to be looked up."""
_HIGHEST: Final = (1 << 32) - 1
_ORDER: Final = sys.byteorder


class Wanted:
    """Positions that are looked for among those of several words."""

    def __init__(self, positions: Sequence[int]) -> None:
        self.positions = positions

    @cached_property
    def _all(self) -> set[int]:
        return set(self.positions)

    def among(self, others: Sequence[int]) -> set[int]:
        """Give those that are among other positions, which ascend."""
        if len(self.positions) * MUCH_RARER > len(others):
            return self._all.intersection(others)
        # Looking up a few is faster than going through all.
        at = ((position, bisect_left(others, position)) for position in self.positions)
        return {
            position for position, here in at if here < len(others) and others[here] == position
        }


def shifted(positions: Sequence[int], by: int) -> Sequence[int]:
    """Give ascending positions, each so many words further on."""
    if not by or not positions:
        return positions
    if not isinstance(positions, array) or not (
        positions[0] + by >= 0 and positions[-1] + by <= _HIGHEST
    ):
        return [position + by for position in positions]
    # The array as one long number: no position carries over into the next.
    count = len(positions)
    step = int.from_bytes(array("I", [abs(by)]) * count, _ORDER)
    number = int.from_bytes(positions, _ORDER) + (step if by > 0 else -step)
    shifted = array("I")
    shifted.frombytes(number.to_bytes(4 * count, _ORDER))
    return shifted
