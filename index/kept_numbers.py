"""The numbers of all articles, sorted, in one file of the cache: a range is looked up at once.

To read what was found in 100,000 articles and to sort their numbers takes some seconds, to take up
this file some hundredths of one. It has the runs of `index.ranges`, in the order of the corpus's
files: those of single figures, of which the two ends are one, and those of the few that have two.
Where the numbers stand in the texts is read for the articles that are shown.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, compress
from operator import itemgetter, le
from typing import TYPE_CHECKING, Any, Final

from corpus.facts import Findings
from corpus.facts_keeping import FACTS_VERSION
from corpus.garbage import many_objects
from corpus.understanding import ANALYSER_VERSION
from index.kept_columns import (
    ColumnsName,
    KeptColumns,
    Unreadable,
    are_of_now,
    keep_columns,
    kept_columns,
    read_columns,
)
from index.ranges import IN_A_RUN, InRuns, Run, each_once, runs_of_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from index.known_files import FileKey
    from index.query.tree import Figures

FILE_NAME: Final = "numbers.columns"
FORMAT: Final = 2
"""Changes with the layout; another one is written anew."""

_NAME: Final = ColumnsName(FILE_NAME, (FORMAT, FACTS_VERSION, ANALYSER_VERSION))
_PLACES: Final = "places"
_PLACE: Final = struct.calcsize("II")

_Number = tuple[float, float, int, int, int]
"""Lower end, upper end, number of the article in its run, where it starts and stops in the text."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs that follow each other, and where in the file the places of the numbers of each are."""

    runs: Sequence[Run]
    places: Sequence[tuple[int, int, int]]


class KeptNumbers:
    """The numbers of the articles of one state of a corpus, all of which are known.

    Raises Unreadable where the file is not what was written.
    """

    def __init__(self, corpus: Corpus, kept: KeptColumns) -> None:
        self._corpus = corpus
        self._kept = kept
        self._figures = _runs_of("figures", corpus.keys, kept)
        self._ranges = _runs_of("ranges", corpus.keys, kept)

    def meeting(self, figures: Figures) -> InRuns:
        """Give the articles that have a number, or a range of them, with any of the figures."""
        runs = self._figures.runs
        return InRuns(
            runs,
            [
                each_once(single.meeting(figures) + ranges.meeting(figures))
                for single, ranges in zip(runs, self._ranges.runs, strict=True)
            ],
        )

    def of(self, file: ArticleFile) -> Findings | None:
        """Return the numbers of an article, in no order; None where it is not as it was."""
        place = self._corpus.place_of(file.article, file.part)
        if place is None:
            return None
        listed = self._corpus.files[place]
        if (listed.size, listed.modified) != (file.size, file.modified):
            return None
        number, owner = divmod(place, IN_A_RUN)
        try:
            found = [
                one
                for runs in (self._figures, self._ranges)
                for one in self._numbers_of(owner, runs.runs[number], runs.places[number])
            ]
        except Unreadable:
            return None
        lows, highs, starts, stops = zip(*found, strict=True) if found else ((),) * 4
        return Findings(file.article, file.part, "", lows, highs, starts, stops)

    def _numbers_of(
        self, owner: int, run: Run, place: tuple[int, int, int]
    ) -> list[tuple[float, float, int, int]]:
        here = list(map(owner.__eq__, run.owners))
        if True not in here:
            return []
        begin, count, checksum = place
        packed = self._kept.part(
            self._kept.place(_PLACES) + begin * _PLACE, count * _PLACE, checksum
        ).cast("I")
        columns = (run.lows, run.highs, packed[:count], packed[count:])
        return list(zip(*(compress(column, here) for column in columns), strict=True))


def kept_numbers(corpus: Corpus) -> KeptNumbers | None:
    """Return the numbers of all articles as they are now; None where they are not kept."""
    return read_columns(partial(KeptNumbers, corpus), kept_columns(corpus, _NAME))


def keep_numbers(corpus: Corpus, rows: Mapping[FileKey, Findings]) -> KeptNumbers | None:
    """Sort the numbers of all articles, and keep them.

    None where those of some are not known, or where they cannot be kept.
    """
    if not are_of_now(corpus, rows):
        return None
    figures, ranges = _Written("figures"), _Written("ranges")
    places: list[bytes] = []
    count = 0
    for first in range(0, len(corpus.files), IN_A_RUN):
        with many_objects():
            found = _numbers([rows[file.key] for file in corpus.files[first : first + IN_A_RUN]])
            for written, single in ((figures, True), (ranges, False)):
                some = [one for one in found if (one[0] == one[1]) == single]
                places.append(written.add(some, count))
                count += len(some)
    about = {written.name: written.about for written in (figures, ranges)}
    columns = {**figures.columns(), **ranges.columns(), _PLACES: b"".join(places)}
    return read_columns(partial(KeptNumbers, corpus), keep_columns(corpus, _NAME, about, columns))


def _numbers(rows: Sequence[Findings]) -> list[_Number]:
    found = [
        (low, high, owner, start, stop)
        for owner, row in enumerate(rows)
        for low, high, start, stop in zip(row.lows, row.highs, row.starts, row.stops, strict=True)
    ]
    found.sort(key=itemgetter(0))
    return found


class _Written:
    """Runs as they are written: their columns, and what is said about them."""

    def __init__(self, name: str) -> None:
        self.name = name
        # How many numbers each run has, whether its ends are in order, where its places are.
        self.about: dict[str, list[Any]] = {"sizes": [], "in_order": [], "places": []}
        self._ends: list[list[bytes]] = [[] for _ in _ENDS[name]]
        self._owners: list[bytes] = []

    def add(self, numbers: Sequence[_Number], before: int) -> bytes:
        """Add a run, which has so many numbers before it, and give the places of its numbers."""
        lows, highs, owners, starts, stops = zip(*numbers, strict=True) if numbers else ((),) * 5
        for column, values in zip(self._ends, (lows, highs, accumulate(highs, max)), strict=False):
            column.append(array("d", values).tobytes())
        self._owners.append(bytes(owners))
        packed = array("I", chain(starts, stops)).tobytes()
        self.about["sizes"].append(len(numbers))
        self.about["in_order"].append(all(map(le, lows, highs)))
        self.about["places"].append((before, len(numbers), zlib.crc32(packed)))
        return packed

    def columns(self) -> dict[str, bytes]:
        columns = dict(zip(_ENDS[self.name], map(b"".join, self._ends), strict=True))
        return {**columns, f"{self.name} owners": b"".join(self._owners)}


# Lower ends, upper ends, the greatest of these so far; of figures they are the same.
_ENDS: Final[dict[str, tuple[str, ...]]] = {
    "figures": ("figures",),
    "ranges": ("ranges low", "ranges high", "ranges highest"),
}


def _runs_of(name: str, keys: Sequence[FileKey], kept: KeptColumns) -> _Runs:
    about = kept.about[name]
    ends = [kept.column(column).cast("d") for column in _ENDS[name]]
    lows, highs, highest = ends * 3 if len(ends) == 1 else ends
    owners = bytes(kept.column(f"{name} owners"))
    runs = runs_of_columns(about, keys, lows, highs, owners, highest)
    return _Runs(runs, about["places"])
