"""What is done with many positions at once: shifted, and looked for among others."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MUCH_RARER: Final = 16
"""How many times more places a word has than another, for those of the rarer to be looked up."""
_HIGHEST: Final = (1 << 32) - 1
_ORDER: Final = sys.byteorder


class Wanted:
    """Positions that are looked for among those of several words."""

    def __init__(self, positions: Sequence[int]) -> None:
        self.positions = positions

    @cached_property
    def all(self) -> set[int]:
        """They as a set; not to be changed."""
        return set(self.positions)

    def among(self, others: Sequence[int]) -> set[int]:
        """Give those that are among other positions, which ascend."""
        if len(self.positions) * MUCH_RARER > len(others):
            return self.all.intersection(others)
        # Looking up a few is faster than going through all.
        at = ((position, bisect_left(others, position)) for position in self.positions)
        return {
            position for position, here in at if here < len(others) and others[here] == position
        }


class WordRun(NamedTuple):
    """Words with the positions of each, one after the other, and where those of each begin.

    `begins` has the end, too.
    """

    words: Sequence[str]
    positions: Sequence[int]
    begins: Sequence[int]

    def of(self, number: int) -> Sequence[int]:
        """Give the positions of the word with this number."""
        return self.positions[self.begins[number] : self.begins[number + 1]]

    def standing_at(self, wanted: Wanted) -> Iterator[tuple[int, str]]:
        """Give the positions that are wanted and that a word has, with the word."""
        if wanted.all.isdisjoint(self.positions):
            return
        for at in compress(count(), map(wanted.all.__contains__, self.positions)):
            yield self.positions[at], self.words[bisect_right(self.begins, at) - 1]


def word_run(of_words: Iterable[tuple[str, Sequence[int]]]) -> WordRun:
    """Put words with their positions together."""
    words: list[str] = []
    positions, begins = array("I"), [0]
    for word, of_word in of_words:
        words.append(word)
        positions.extend(of_word)
        begins.append(len(positions))
    return WordRun(words, positions, begins)


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
