"""Layers of styled spans, and what of them shows in a piece of the text.

A layer is a set of spans with a style name each (`person`, `annotation-note`, `match`). Layers lie
upon each other; where spans overlap, the later layer's style is added to the earlier one's.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


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
    """Styled spans that may overlap, found by place in logarithmic time."""

    __slots__ = ("_reach", "_starts", "spans")

    def __init__(self, spans: Iterable[StyledSpan]) -> None:
        ordered = (span for span in spans if span.end > span.start)
        self.spans = sorted(ordered, key=lambda span: (span.start, span.end))
        self._starts = array("q", (span.start for span in self.spans))
        # The furthest end so far: it never falls, so it can be searched by bisection.
        self._reach = array("q")
        reach = 0
        for span in self.spans:
            reach = max(reach, span.end)
            self._reach.append(reach)

    def moved(self, by: int) -> Layer:
        """Return the layer with every span `by` code points further on."""
        return Layer(StyledSpan(s.start + by, s.end + by, s.style) for s in self.spans)

    def between(self, start: int, end: int) -> list[StyledSpan]:
        """Return the spans that share a character with `[start, end)`, in the order of the text."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]

    def first_from(self, offset: int) -> StyledSpan | None:
        """Return the first span that begins at `offset` or after it."""
        place = bisect_left(self._starts, offset)
        return self.spans[place] if place < len(self.spans) else None


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
