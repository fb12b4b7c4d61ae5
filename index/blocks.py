"""In which documents of a segment positions lie: looked up by blocks of positions.

`GAP` positions lie between two documents, so that no block of as many has words of both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Final

from index.inverted import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHIFT: Final = GAP.bit_length() - 1
_MANY: Final = 8
"""Positions for each document from which on it is faster to look for the documents among them."""


class DocumentBlocks:
    """Tells in which documents positions of words lie."""

    def __init__(self, starts: Sequence[int], lengths: Sequence[int]) -> None:
        self._starts = starts
        self._owners: list[int] = []
        for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
            last = (start + length - 1) >> _SHIFT
            self._owners.extend(repeat(number, last + 1 - len(self._owners)))

    def count(self, positions: Sequence[int]) -> dict[int, int]:
        """Count in which documents ascending positions lie; the documents ascend."""
        if len(positions) < _MANY * len(self._starts):
            owners = self._owners
            return Counter([owners[position >> _SHIFT] for position in positions])
        first = [*map(bisect_left, repeat(positions), self._starts), len(positions)]
        return {
            number: stop - start
            for number, (start, stop) in enumerate(pairwise(first))
            if stop > start
        }
