"""Lists of words in the code: written as lines of words, kept as a set."""

from __future__ import annotations


def word_set(lines: str) -> frozenset[str]:
    """Return the words of `lines`, which white space parts."""
    return frozenset(lines.split())
