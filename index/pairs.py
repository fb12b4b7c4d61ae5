"""Pairs of words that follow each other: kept beside the words, found without comparing.

"of the" would otherwise be found among the places of two words that every article has many times.
What is frequent follows from the counts of a segment, so that a pair that is not there is known to
stand nowhere.

So are digits that may be groups of one number, as in "1 600", kept by their first word: to find
them would be to go through the positions of all digits.
"""

from __future__ import annotations

import re
from array import array
from itertools import chain, compress
from typing import TYPE_CHECKING, Final

from index.positions import shifted

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIRS: Final = "pairs"
"""The name of the field; its words are two words with a space."""
GROUPED: Final = "#"
"""Begins the name of the pairs of digits and a group, with the digits in place of the second."""
GROUP: Final = re.compile(r"[0-9]{3}")
"""What may be a group of a number, but for its first one."""
MOST_DIGITS: Final = 3
"""Digits of a group."""
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


def is_digits(word: str) -> bool:
    """Say whether a word is one to three digits."""
    return len(word) <= MOST_DIGITS and word.isdecimal()


def grouped_digits(body: Mapping[str, array[int]]) -> dict[str, array[int]]:
    """Give words of digits with those ascending positions after which a group of digits stands."""
    digits = [word for word in body if is_digits(word)]
    groups = set(chain.from_iterable(body[word] for word in digits if GROUP.fullmatch(word)))
    found: dict[str, array[int]] = {}
    for word in digits:
        follows = map(groups.__contains__, shifted(body[word], 1))
        if positions := array("I", compress(body[word], follows)):
            found[word] = positions
    return found


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
