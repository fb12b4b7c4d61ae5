"""Layers of styled spans, and what of them shows in a piece of the text.

A layer is a set of spans with a style name each (`person`, `annotation-note`, `match`). Layers lie
upon each other; where spans overlap, the later layer's style is added to the earlier one's.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from operator import lt


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """A span of the text, in code points, with the name of its style."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the text in which one set of styles holds, lowest layer first."""

    start: int
    end: int
    styles: tuple[str, ...]


class Layer:
    """Styled spans that may overlap, found by place in logarithmic time.

    They are kept as numbers: a hundred thousand objects would be looked through by the garbage
    collector again and again, and everything would wait for it.
    """

    __slots__ = ("_ends", "_reach", "_starts", "_styles")

    def __init__(self, spans: Iterable[StyledSpan]) -> None:
        self._starts, self._ends, self._styles = array("q"), array("q"), list[str]()
        for span in spans:
            if span.end > span.start:
                self._starts.append(span.start)
                self._ends.append(span.end)
                self._styles.append(span.style)
        self._put_in_order()

    @classmethod
    def of_places(cls, starts: array[int], ends: array[int], styles: list[str]) -> Layer:
        """Return the layer of spans that are not empty, ordered by their starts."""
        made = cls(())
        made._starts, made._ends, made._styles = starts, ends, styles
        made._put_in_order()
        return made

    def _put_in_order(self) -> None:
        starts, ends, styles = self._starts, self._ends, self._styles
        if not all(map(lt, starts, islice(starts, 1, None))):
            order = sorted(range(len(starts)), key=lambda at: (starts[at], ends[at]))
            self._starts = array("q", (starts[at] for at in order))
            self._ends = array("q", (ends[at] for at in order))
            self._styles = [styles[at] for at in order]
        # The furthest end so far: it never falls, so it can be searched by bisection.
        self._reach = array("q", accumulate(self._ends, max))

    def __len__(self) -> int:
        """Return the number of spans."""
        return len(self._starts)

    def _span(self, at: int) -> StyledSpan:
        return StyledSpan(self._starts[at], self._ends[at], self._styles[at])

    @property
    def spans(self) -> list[StyledSpan]:
        """All spans, in the order of the text."""
        return [self._span(at) for at in range(len(self))]

    def moved(self, by: int) -> Layer:
        """Return the layer with every span `by` code points further on."""
        return Layer(StyledSpan(s.start + by, s.end + by, s.style) for s in self.spans)

    def between(self, start: int, end: int) -> list[StyledSpan]:
        """Return the spans that share a character with `[start, end)`, in the order of the text."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [self._span(at) for at in range(first, last) if self._ends[at] > start]

    def first_from(self, offset: int) -> StyledSpan | None:
        """Return the first span that begins at `offset` or after it."""
        place = bisect_left(self._starts, offset)
        return self._span(place) if place < len(self) else None


EMPTY = Layer(())


def runs(layers: Sequence[Layer], start: int, end: int) -> list[Run]:
    """Cut `[start, end)` into runs of one set of styles; together they cover it without a gap."""
    if end <= start:
        return []
    shown = [
        (depth, span) for depth, layer in enumerate(layers) for span in layer.between(start, end)
    ]
    if not shown:
        return [Run(start, end, ())]
    edges = {start, end}
    for _, span in shown:
        edges.add(max(start, span.start))
        edges.add(min(end, span.end))
    ordered = sorted(edges)
    found: list[Run] = []
    for left, right in pairwise(ordered):
        styles = tuple(span.style for _, span in shown if span.start <= left and span.end >= right)
        if found and found[-1].styles == styles:
            found[-1] = Run(found[-1].start, right, styles)
        else:
            found.append(Run(left, right, styles))
    return found
