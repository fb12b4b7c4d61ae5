"""Folding: runs of page furniture that are shown as one row each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.span import Span

# A row says no less than one line of furniture does.
FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class Fold(Span):
    """A run of furniture, from the start of a line to that of the line after it.

    `lines` is how many lines of furniture it has; blank ones among them do not count.
    """

    lines: int


def folds_of(text: str, furniture: Sequence[Span]) -> tuple[Fold, ...]:
    """Return the runs of furniture that only blank lines part, in the order of the text.

    `furniture` are whole lines without their line ends, in the order of the text.
    """
    runs: list[list[Span]] = []
    for lines in furniture:
        if runs and not text[runs[-1][-1].end : lines.start].strip():
            runs[-1].append(lines)
        else:
            runs.append([lines])
    found = []
    for run in runs:
        start = text.rfind("\n", 0, run[0].start) + 1
        end = text.find("\n", run[-1].end)
        count = sum(text.count("\n", lines.start, lines.end) + 1 for lines in run)
        if count >= FEWEST_LINES:
            found.append(Fold(start, len(text) if end < 0 else end + 1, count))
    return tuple(found)


# Without slots: what is closed is worked out once.
@dataclass(frozen=True)
class Folding:
    """The folds of a text; `opened` are the starts of those that are open."""

    folds: tuple[Fold, ...] = ()
    opened: frozenset[int] = frozenset()

    @cached_property
    def closed(self) -> dict[int, int]:
        """The ends of the folds that are closed, by their starts."""
        return {fold.start: fold.end for fold in self.folds if fold.start not in self.opened}

    def at(self, offset: int) -> Fold | None:
        """Return the fold that holds `offset`, open or closed."""
        place = bisect_right(self.folds, offset, key=lambda fold: fold.start) - 1
        if place >= 0 and self.folds[place].covers(offset):
            return self.folds[place]
        return None

    def closed_at(self, offset: int) -> Fold | None:
        """Return the closed fold that holds `offset`."""
        fold = self.at(offset)
        return fold if fold is not None and fold.start in self.closed else None

    def hides(self, offset: int) -> bool:
        """Say whether `offset` is inside a closed fold: not at its start, where a cursor rests."""
        fold = self.closed_at(offset)
        return fold is not None and offset != fold.start

    def switched(self, offset: int) -> Folding:
        """Return the folding with the fold at `offset` open where it was closed, and back."""
        fold = self.at(offset)
        return self if fold is None else replace(self, opened=self.opened ^ {fold.start})

    def settled(self, offset: int, cursor: int, last: int) -> int:
        """Return where a step from `cursor` to `offset` ends: at a closed fold, or behind it.

        `last` is the greatest offset that the cursor may stand on.
        """
        fold = self.closed_at(offset)
        if fold is None:
            return offset
        if cursor != fold.start or offset == cursor:
            return fold.start
        return fold.end if fold.end <= last else cursor
