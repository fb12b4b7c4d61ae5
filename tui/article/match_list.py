"""The matches of a search in one article, however many: a sequence that keeps numbers only."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from index.results import Match
from tui.layout.layers import Layer

_AT_ONCE = 512  # matches between two looks at whether they are still wanted


class MatchList(Sequence[Match]):
    """Matches in the order of the text; each is made when it is asked for.

    A word may match a hundred thousand times. As many objects would be looked through by the
    garbage collector again and again, and everything would wait for it.
    """

    __slots__ = ("_ends", "_exact", "_starts")

    def __init__(self, matches: Iterable[Match] = ()) -> None:
        self._starts, self._ends, self._exact = array("q"), array("q"), bytearray()
        for match in sorted(matches, key=lambda match: match.start):
            self._starts.append(match.start)
            self._ends.append(match.end)
            self._exact.append(match.exact)

    @classmethod
    def found(
        cls, places: Iterable[tuple[int, int]], cancelled: Callable[[], bool]
    ) -> MatchList | None:
        """Return exact matches from where each starts and ends, in order; None where cancelled."""
        made = cls()
        starts, ends = made._starts, made._ends
        for start, end in places:
            starts.append(start)
            ends.append(end)
            if not len(starts) % _AT_ONCE and cancelled():
                return None
        made._exact = bytearray(b"\1") * len(starts)
        return made

    def layer(self) -> Layer:
        """Return the layer that shows them, exact ones styled apart from other spellings."""
        styles = ["match" if exact else "match-widened" for exact in self._exact]
        return Layer.of_places(self._starts, self._ends, styles)

    def __len__(self) -> int:
        """Return the number of matches."""
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Match, ...]: ...
    def __getitem__(self, at: int | slice) -> Match | tuple[Match, ...]:
        """Return a match by its number, from 0."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        return Match(self._starts[at], self._ends[at], bool(self._exact[at]))

    def __eq__(self, other: object) -> bool:
        """Say whether both hold the same matches."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Match]:
        """Give all matches."""
        return (self[number] for number in range(len(self)))
