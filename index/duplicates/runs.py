"""The runs of words that a text is made of, by which texts are compared.

Two texts are as alike as their sets of runs of four words (shingles): the runs that both have
among those that either has (their resemblance; Broder 1997, "On the resemblance and containment of
documents"). A changed word changes four runs; a paragraph more counts by its length.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from collections.abc import Set as AbstractSet

LENGTH: Final = 4
"""Words of a run."""
FEWEST: Final = 8
"""Runs of the shortest text that may be near another; a shorter one has duplicates only."""
HASHED_BY: Final = f"{sys.implementation.cache_tag} {sys.hash_info.width}"
"""What the hash of a run depends on: that of a tuple of whole numbers is the same in each process
of one version of Python."""


def number_of(word: str) -> int:
    """Return the number that stands for a word: its CRC-32."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def runs_of(words: Sequence[int]) -> set[int]:
    """Return the hashes of the runs of a text, whose words are numbers."""
    return set(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


def resemblance(first: AbstractSet[Hashable], second: AbstractSet[Hashable]) -> float:
    """Return how alike two texts are, from 0 to 1 for the same runs."""
    both = len(first & second)
    either = len(first) + len(second) - both
    return both / either if either else 1.0
