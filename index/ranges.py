"""Which articles have a day, or a number, in a range: looked up in rows that are sorted.

Rows are sorted some at a time, and never merged: a long sort would stop every other thread, and
rows that are learnt later only add to the last run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, compress, islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from corpus.facts import Findings, Known
    from index.known_files import FileKey
    from index.query import Dates, Figures

IN_A_RUN: Final = 500
"""Rows that are sorted at a time."""

Ends = tuple[Any, Any]
"""The lower and the upper end of what an article has."""


class Run:
    """The ends of what some articles have, ordered by the lower ones.

    `highest[n]` is the greatest of the upper ends up to the n-th: before the place where it
    reaches a value, everything ends below that value.
    """

    def __init__(self, ends: Iterable[tuple[Any, Any, FileKey]]) -> None:
        ordered = sorted(ends, key=lambda one: one[0])
        self.lows: list[Any] = [low for low, _, _ in ordered]
        self.highs: list[Any] = [high for _, high, _ in ordered]
        self.highest: list[Any] = list(accumulate(self.highs, max))
        self.keys: list[FileKey] = [key for _, _, key in ordered]

    def meeting(self, figures: Figures) -> Iterator[FileKey]:
        """Give the articles that have a number, or a range of them, with any of the figures."""
        after = bisect_right if figures.open_low else bisect_left
        before = bisect_left if figures.open_high else bisect_right
        start, stop = after(self.highest, figures.low), before(self.lows, figures.high)
        reaches = figures.low.__lt__ if figures.open_low else figures.low.__le__
        return compress(self.keys[start:stop], map(reaches, self.highs[start:stop]))

    def within(self, dates: Dates) -> Iterator[FileKey]:
        """Give the articles whose days are all among these."""
        start = bisect_left(self.lows, dates.first)
        if not dates.last:
            return iter(self.keys[start:])
        return compress(self.keys[start:], map(dates.last.__ge__, self.highs[start:]))


@dataclass(slots=True)
class SortedRows:
    """Rows of facts in runs, sorted as they become known; safe to use from several threads.

    `ends_of` gives the ends of everything that a row has. A run has those of `in_a_run` rows.
    """

    ends_of: Callable[[Any], Iterable[Ends]]
    in_a_run: int = IN_A_RUN
    _runs: list[Run] = field(default_factory=list)
    _state: int = -1
    _known: int = 0
    _lock: Lock = field(default_factory=Lock)

    def runs(self, state: int, rows: Mapping[FileKey, Any]) -> list[Run]:
        """Give all rows in runs; while `state` is the same, rows are only added at the end."""
        with self._lock:
            if state != self._state or len(rows) < self._known:
                self._runs, self._state, self._known = [], state, 0
            if len(rows) > self._known:
                full = self._known // self.in_a_run
                del self._runs[full:]
                new = iter(list(islice(rows.items(), full * self.in_a_run, None)))
                while some := list(islice(new, self.in_a_run)):
                    self._runs.append(
                        Run(
                            (low, high, key) for key, row in some for low, high in self.ends_of(row)
                        )
                    )
                self._known = len(rows)
            return list(self._runs)


def days_of(row: Known) -> Iterable[Ends]:
    """Give the days of an article, where they are known."""
    return ((row.first, row.last),) if row.first else ()


def numbers_of(row: Findings) -> Iterable[Ends]:
    """Give the numbers of an article."""
    return zip(row.lows, row.highs, strict=True)
