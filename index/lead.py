"""The words of an article as they are indexed, and how many of them may be its title."""

from __future__ import annotations

from typing import Final

from corpus.tokens import words

_LONGEST: Final = 300
"""Characters of the longest first line that may be a title; a longer one is a paragraph."""


def words_with_lead(text: str) -> tuple[list[str], int]:
    """Return the words of a text, and how many stand in its first line, where that may be a title.

    A text of one line has no title.
    """
    found = words(text)
    first_line, line_end, _ = text.lstrip()[: _LONGEST + 1].partition("\n")
    return found, min(len(words(first_line)), len(found)) if line_end else 0
