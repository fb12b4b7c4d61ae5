"""Which articles have a day, or a number, in a range: looked up in rows that are sorted.

Rows are sorted some at a time, and never merged: a long sort would stop every other thread, and
rows that are learnt later only add to the last run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, islice, pairwise
from operator import itemgetter, le
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from corpus.garbage import many_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from corpus.facts import Findings, Known
    from index.known_files import FileKey
    from index.query.tree import Dates, Figures

IN_A_RUN: Final = 256
"""Rows that are sorted at a time: their numbers fit into bytes."""
_ALL: Final = bytes(range(IN_A_RUN))

Ends = tuple[Any, Any]
"""The lower and the upper end of what an article has."""


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Run:
    """What some articles have, ordered by the lower ends.

    `owners[n]` is the number of the article, among `keys`, that has the n-th. `highest[n]` is the
    greatest of the upper ends up to the n-th: before the place where it reaches a value, everything
    ends below that value. `in_order` says that no lower end is above its upper one.
    """

    keys: Sequence[FileKey]
    lows: Sequence[Any]
    highs: Sequence[Any]
    highest: Sequence[Any]
    owners: bytes
    in_order: bool

    def meeting(self, figures: Figures) -> bytes:
        """Number the articles that have a number, or a range of them, with any of the figures."""
        after = bisect_right if figures.open_low else bisect_left
        before = bisect_left if figures.open_high else bisect_right
        stop = before(self.lows, figures.high)
        start = after(self.highest, figures.low, 0, stop)
        # What begins among the figures has some of them, what begins below may end there, too.
        begin = after(self.lows, figures.low, start, stop) if self.in_order else stop
        reaches = figures.low.__lt__ if figures.open_low else figures.low.__le__
        ending = compress(self.owners[start:begin], map(reaches, self.highs[start:begin]))
        return each_once(bytes(self.owners[begin:stop]) + bytes(ending))

    def within(self, dates: Dates) -> bytes:
        """Number the articles whose days are all among these."""
        start = bisect_left(self.lows, dates.first)
        if not dates.last:
            return self.owners[start:]
        return bytes(compress(self.owners[start:], map(dates.last.__ge__, self.highs[start:])))


def each_once(numbers: bytes) -> bytes:
    """Give ascending numbers of articles in a run, each once."""
    # All numbers without those that are not there.
    return _ALL.translate(None, _ALL.translate(None, numbers))


def sorted_run(rows: Iterable[tuple[FileKey, Iterable[Ends]]]) -> Run:
    """Sort what some articles have."""
    keys: list[FileKey] = []
    found: list[tuple[Any, Any, int]] = []
    for number, (key, ends) in enumerate(rows):
        keys.append(key)
        found += ((low, high, number) for low, high in ends)
    found.sort(key=itemgetter(0))
    lows = [low for low, _, _ in found]
    highs = [high for _, high, _ in found]
    owners = bytes(number for _, _, number in found)
    highest = list(accumulate(highs, max))
    return Run(keys, lows, highs, highest, owners, all(map(le, lows, highs)))


def runs_of_columns(
    about: Mapping[str, Any],
    keys: Sequence[FileKey],
    lows: Sequence[Any],
    highs: Sequence[Any],
    owners: bytes,
    highest: Sequence[Any] | None = None,
) -> list[Run]:
    """Part columns that hold run after run; `highest` is worked out where it is not given.

    `about` says how long each run is (`sizes`), and whether its ends are `in_order`. `keys` are
    those of all articles, of which each run has `IN_A_RUN`.
    """
    bounds = pairwise(accumulate(about["sizes"], initial=0))
    return [
        Run(
            keys[number * IN_A_RUN : (number + 1) * IN_A_RUN],
            lows[start:stop],
            highs[start:stop],
            highest[start:stop]
            if highest is not None
            else list(accumulate(highs[start:stop], max)),
            owners[start:stop],
            in_order,
        )
        for number, ((start, stop), in_order) in enumerate(
            zip(bounds, about["in_order"], strict=True)
        )
    ]


@dataclass(frozen=True, slots=True)
class InRuns(Collection["FileKey"]):
    """Articles that were found in runs: the numbers that they have in each, each once."""

    runs: Sequence[Run]
    found: Sequence[bytes]

    def __iter__(self) -> Iterator[FileKey]:
        for run, numbers in zip(self.runs, self.found, strict=True):
            yield from map(run.keys.__getitem__, numbers)

    def __len__(self) -> int:
        return sum(map(len, self.found))

    def __contains__(self, key: object) -> bool:
        return any(key == one for one in self)


@dataclass(slots=True)
class SortedRows:
    """Rows of facts in runs, sorted as they become known; safe to use from several threads.

    `ends_of` gives the ends of everything that a row has. A run has `in_a_run` rows, up to 256.
    """

    ends_of: Callable[[Any], Iterable[Ends]]
    in_a_run: int = IN_A_RUN
    _runs: list[Run] = field(default_factory=list)
    _state: tuple[int, int] = (-1, 0)
    _lock: Lock = field(default_factory=Lock)

    def runs(self, state: tuple[int, int], rows: Callable[[], Mapping[FileKey, Any]]) -> list[Run]:
        """Give all rows in runs. `state` is that of the rows, as of `Facts`."""
        with self._lock:
            if state != self._state:
                known = rows()
                if state[0] != self._state[0] or len(known) < self._state[1]:
                    self._runs, self._state = [], (state[0], 0)
                full = self._state[1] // self.in_a_run
                del self._runs[full:]
                new = iter(list(islice(known.items(), full * self.in_a_run, None)))
                with many_objects():
                    while some := list(islice(new, self.in_a_run)):
                        self._runs.append(sorted_run((key, self.ends_of(row)) for key, row in some))
                self._state = state[0], len(known)
            return list(self._runs)


def days_of(row: Known) -> Iterable[Ends]:
    """Give the days of an article, where they are known."""
    return ((row.first, row.last),) if row.first else ()


def numbers_of(row: Findings) -> Iterable[Ends]:
    """Give the numbers of an article."""
    return zip(row.lows, row.highs, strict=True)
