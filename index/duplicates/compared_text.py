"""A text as it is compared with another: its runs of words, and its figures."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from corpus.tokens import words
from index.duplicates.bodies import body_of
from index.duplicates.figures import figures_of, without_dates
from index.duplicates.runs import FEWEST, LENGTH

Run = tuple[str, ...]


class ComparedText:
    """The runs of a text and, worked out where they are asked for, its figures.

    Of a text on a page with `menus` it is those of its body, if that is not too short to compare.
    """

    def __init__(self, text: str, *, menus: bool) -> None:
        self._menus: Final = menus
        self._whole: Final = text

    @cached_property
    def _compared(self) -> tuple[str, set[Run]]:
        """The text that is compared, and its runs."""
        if self._menus:
            body = body_of(self._whole)
            if len(runs := _runs(body)) >= FEWEST:
                return body, runs
        return self._whole, _runs(self._whole)

    @property
    def runs(self) -> set[Run]:
        """The runs of words."""
        return self._compared[1]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers of the text in their normal form, without dates and times."""
        return figures_of(words(without_dates(self._compared[0])))


def _runs(text: str) -> set[Run]:
    known = words(text)
    return set(zip(*(known[start:] for start in range(LENGTH)), strict=False))
