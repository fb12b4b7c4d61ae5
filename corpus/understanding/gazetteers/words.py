"""Common English words with their frequency rank."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.reading import read_lines


@cache
def word_ranks() -> dict[str, int]:
    """Return the rank of each common word in lower case; 0 is the most frequent."""
    return {word: rank for rank, word in enumerate(read_lines("words.txt"))}
