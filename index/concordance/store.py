"""Many lines kept in memory: a hundred thousand of them, without making anything else slower.

They are kept as plain tuples, which Python's garbage collector stops visiting once it has seen that
they hold only texts and numbers. As many objects would make it pause everything for a fifth of a
second, again and again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from index.concordance.lines import ConcordanceLine, Source

Words = tuple[str, ...]
_Row = tuple[int, int, int, int, str, str, str, Words, Words, Words, bool]


class LineStore(Sequence[ConcordanceLine]):
    """Lines in the order of the corpus; each is made anew when it is asked for."""

    def __init__(self) -> None:
        self._sources: list[Source] = []
        self._rows: list[_Row] = []

    def extend(self, lines: Iterable[ConcordanceLine]) -> None:
        """Add lines; those of one article follow each other."""
        for line in lines:
            if not self._sources or self._sources[-1] != line.source:
                self._sources.append(line.source)
            self._rows.append(
                (
                    len(self._sources) - 1,
                    line.start,
                    line.end,
                    line.first,
                    line.before,
                    line.text,
                    line.after,
                    line.left,
                    line.words,
                    line.right,
                    line.exact,
                )
            )

    @property
    def articles(self) -> int:
        """How many articles have lines."""
        return len(self._sources)

    @property
    def sources(self) -> Sequence[Source]:
        """The articles that have lines."""
        return self._sources

    def know(self, sources: Mapping[tuple[str, str | None], Source]) -> None:
        """Let the lines know more of their articles, by article and part."""
        self._sources = [sources.get(one.key, one) for one in self._sources]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> ConcordanceLine: ...

    @overload
    def __getitem__(self, at: slice) -> list[ConcordanceLine]: ...

    def __getitem__(self, at: int | slice) -> ConcordanceLine | list[ConcordanceLine]:
        if isinstance(at, slice):
            return [self._line(row) for row in self._rows[at]]
        return self._line(self._rows[at])

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return map(self._line, self._rows)

    def _line(self, row: _Row) -> ConcordanceLine:
        number, start, end, first, before, text, after, left, words, right, exact = row
        source = self._sources[number]
        return ConcordanceLine(
            start, end, source, first, before, text, after, left, words, right, exact
        )


class Selection(Sequence[ConcordanceLine]):
    """Some lines of a store in an order of their own, by their numbers."""

    def __init__(self, store: LineStore, numbers: Sequence[int]) -> None:
        self._store = store
        self._numbers = numbers

    @property
    def articles(self) -> int:
        """How many articles have lines here."""
        return len({line.source.key for line in self})

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> ConcordanceLine: ...

    @overload
    def __getitem__(self, at: slice) -> list[ConcordanceLine]: ...

    def __getitem__(self, at: int | slice) -> ConcordanceLine | list[ConcordanceLine]:
        if isinstance(at, slice):
            return [self._store[number] for number in self._numbers[at]]
        return self._store[self._numbers[at]]

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return map(self._store.__getitem__, self._numbers)
