"""Word lists, written as running text."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """Return the words of a list that is written with spaces between them."""
    return words.split()
