"""A text as it is laid out: some characters of it replaced by others, each by one.

What is not to be seen is replaced by `HIDDEN`, which takes no cell, so that every offset stays that
of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter, is_
from typing import TYPE_CHECKING, NamedTuple

from tui.layout.wrap import HIDDEN

if TYPE_CHECKING:
    from corpus.span import Span
    from tui.layout.layers import Layer


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other characters from `start` on, as many as they replace."""

    start: int
    characters: str

    @property
    def end(self) -> int:
        """Where what is replaced ends."""
        return self.start + len(self.characters)


class Sources(NamedTuple):
    """What a text that is laid out is made of.

    `edits` are not made where a match is: what was found is seen, though it stands in what a link
    leads to. Of `joins`, which put lines together, those at the ends of a fold are not made.
    """

    shown: str
    edits: Sequence[Edit]
    joins: Sequence[Edit]
    folds: Sequence[Span]
    matches: Layer

    def are(self, others: Sources | None) -> bool:
        """Say whether they are these very ones."""
        return others is not None and all(map(is_, self, others))

    def text(self) -> str:
        """Return the text: linear in its length and its edits, some 60 ms for a million."""
        # A fold begins and ends with a line.
        ends = {place - 1 for fold in self.folds for place in (fold.start, fold.end)}
        joined = [join for join in self.joins if join.start not in ends]
        seen = [edit for edit in self.edits if not self.matches.between(edit.start, edit.end)]
        return displayed(self.shown, [*seen, *joined])


def hiding(start: int, end: int) -> Edit:
    """Return the edit that hides a piece of the text."""
    return Edit(start, HIDDEN * (end - start))


def displayed(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; of two that overlap, the first is."""
    pieces, place = [], 0
    # To compare the edits themselves takes several times as long.
    for edit in sorted(edits, key=attrgetter("start", "characters")):
        if edit.start >= place and edit.end <= len(text):
            pieces += [text[place : edit.start], edit.characters]
            place = edit.end
    return "".join(pieces) + text[place:] if pieces else text
