"""A text as it is compared with another: its runs of words, and its figures."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from corpus.tokens import words
from index.duplicates.figures import figures_of, without_dates
from index.duplicates.runs import LENGTH

Run = tuple[str, ...]


class ComparedText:
    """The runs of a text and, worked out where they are asked for, its figures."""

    def __init__(self, text: str) -> None:
        self._text: Final = text
        known = words(text)
        self.runs: Final[set[Run]] = set(
            zip(*(known[start:] for start in range(LENGTH)), strict=False)
        )

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers of the text in their normal form, without dates and times."""
        return figures_of(words(without_dates(self._text)))
