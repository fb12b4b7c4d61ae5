"""Pairs of frequent words that follow each other: kept beside the words, found without comparing.

"of the" would otherwise be found among the places of two words that every article has many times.
What is frequent follows from the counts of a segment, so that a pair that is not there is known to
stand nowhere.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIRS: Final = "pairs"
"""The name of the field; its words are two words with a space."""
_SHARE: Final = 256
"""A frequent word is one of so many: no more than 255 words can be."""
_FEWEST: Final = 500
"""Places of a word that are fewer are compared at once."""


def is_frequent(count: int, tokens: int) -> bool:
    """Say whether a word that stands so often in a segment of so many words is frequent."""
    return count >= _FEWEST and count * _SHARE > tokens


def pair_of(first: str, second: str) -> str:
    """Name a pair."""
    return f"{first} {second}"


def frequent_pairs(body: Mapping[str, array[int]], tokens: int) -> dict[str, array[int]]:
    """Give each pair of frequent words with the ascending positions of its first word."""
    frequent = [word for word, positions in body.items() if is_frequent(len(positions), tokens)]
    if not frequent:
        return {}
    # The number of the frequent word at each position; one position more, to look beyond the last.
    there = bytearray(max(body[word][-1] for word in frequent) + 2)
    for number, word in enumerate(frequent, 1):
        for position in body[word]:
            there[position] = number
    found: dict[tuple[int, int], array[int]] = {}
    for number, word in enumerate(frequent, 1):
        for position in body[word]:
            if second := there[position + 1]:
                positions = found.get((number, second))
                if positions is None:
                    positions = found[number, second] = array("I")
                positions.append(position)
    return {
        pair_of(frequent[first - 1], frequent[second - 1]): positions
        for (first, second), positions in found.items()
    }
