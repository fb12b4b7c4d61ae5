"""The whole of a text in the height of a scrollbar: which of its cells stand for which rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.layout.layers import Layer
from tui.layout.wrap import Layout


@dataclass(frozen=True, slots=True)
class Slice:
    """What one cell stands for: the offsets `start` to `end`; empty below the end of a text."""

    start: int
    end: int


def slices(layout: Layout, height: int) -> tuple[Slice, ...]:
    """Return what each cell of a bar of `height` cells stands for; a short text has a row each."""
    rows, found = len(layout), []
    scale = max(rows, height)
    for cell in range(height):
        first, last = cell * scale // height, (cell + 1) * scale // height - 1
        if first >= rows:
            found.append(Slice(len(layout.text), len(layout.text)))
        else:
            found.append(Slice(layout.start(first), layout.end(min(last, rows - 1))))
    return tuple(found)


def marked(cells: Sequence[Slice], layer: Layer) -> tuple[int | None, ...]:
    """Return for each cell where the first span of a layer begins in it, None where none does."""
    found: list[int | None] = []
    for cell in cells:
        span = layer.first_from(cell.start)
        found.append(span.start if span is not None and span.start < cell.end else None)
    return tuple(found)
