"""Painting rows of an article: margin, gutter, indent, and the text in runs of style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.compared_view import RANKS, SIGNS
from tui.layout.layers import Layer, runs
from tui.panel_tabs import MARKS

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.document import Document
    from tui.layout.wrap import Layout

GUTTER = 2


class RowPainter:
    """Paints rows in the component styles of a widget, whose names begin with `prefix`."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget_styles(self) -> None:
        """Ask for the styles anew: the theme has changed."""
        self._styles.clear()

    def row(
        self,
        document: Document,
        layout: Layout,
        row: int,
        own: tuple[Layer, ...],
        margin: int,
    ) -> Strip:
        """Paint a row: `margin` blank cells, gutter, indent and text.

        `own` are layers on top of the document's: selection and cursor.
        """
        base = self._widget.rich_style
        start, end, stop = layout.start(row), layout.visible_end(row), layout.end(row)
        mark, mark_style = self._mark(document, start, stop)
        segments = [
            Segment(" " * margin, base),
            Segment(mark.ljust(GUTTER), mark_style),
            Segment(" " * layout.indent(row), base),
        ]
        layers = (*document.layers, *own)
        segments.extend(
            Segment(document.shown[run.start : run.end], self.style(run.styles))
            for run in runs(layers, start, end)
        )
        if end < stop or end == start:
            # The line end: a selection and the cursor show on it as a blank.
            segments.extend(
                Segment(" ", self.style(run.styles))
                for run in runs(own, end, max(stop, end + 1))
                if run.styles
            )
        return Strip(segments)

    def _mark(self, document: Document, start: int, end: int) -> tuple[str, Style]:
        """Return the sign left of a row: of a difference, an annotation, or furniture there."""
        differing = document.difference_layer.between(start, end)
        if differing:
            # The last of them weighs most: a figure more than a word, a word more than its passage.
            return SIGNS[max((one.style for one in differing), key=RANKS.index)], self.style(
                ("gutter",)
            )
        found = document.annotation_layer.between(start, end)
        if found:
            first = next((span for span in found if span.start >= start), found[0])
            mark = MARKS[first.style.partition("-")[2]] if first.start >= start else "▎"
            return mark, self.style(("gutter",))
        if document.furniture_layer.between(start, end):
            return "┊", self.style(("furniture",))
        return "", self._widget.rich_style

    def style(self, names: tuple[str, ...]) -> Style:
        """Return the style of layers that lie upon each other."""
        known = self._styles.get(names)
        if known is None:
            known = self._widget.rich_style
            for name in names:
                # The colour of a match is made for its own background, which a selection covers.
                if name == "match" and "selection" in names:
                    name = "match-selected"
                known += self._widget.get_component_rich_style(
                    f"{self._prefix}--{name}", partial=True
                )
            self._styles[names] = known
        return known


def laid_over(strip: Strip, cell: int, words: str, style: Style) -> Strip:
    """Return a strip with narrow words from a cell on, moved left where they would reach out."""
    width = strip.cell_length
    start = max(0, min(cell, width - len(words)))
    over = Strip([Segment(words, style)], len(words))
    return Strip.join([strip.crop(0, start), over, strip.crop(start + len(words), width)])
