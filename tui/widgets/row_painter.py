"""Painting rows of an article: margin, gutter, indent, and the text in runs of style."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.article.layers_shown import layers_shown
from tui.article.looks import Looks
from tui.layout.bidi import Piece
from tui.layout.layers import Layer, Run, runs
from tui.layout.wrap import HIDDEN
from tui.panel.panel_tabs import MARKS

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.article.document import Document
    from tui.layout.wrap import Layout

GUTTER = 2
FOLD_SIGN = "▸ "
# What a line that is quoted begins with.
_QUOTED = re.compile("[ ▎]*▎")
UNDER_SELECTION = {"match": "match-selected", "difference-figure": "difference"}


class RowPainter:
    """Paints rows in the component styles of a widget, whose names begin with `prefix`.

    `looks` says what of the document is shown.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._styles: dict[tuple[str, ...], Style] = {}
        self._shown: tuple[Document, Looks, tuple[Layer, ...]] | None = None
        self.looks = Looks()

    def forget_styles(self) -> None:
        """Ask for the styles anew: the theme has changed."""
        self._styles.clear()

    def _layers(self, document: Document) -> tuple[Layer, ...]:
        """Return the layers of a document that are shown."""
        if (
            self._shown is None
            or self._shown[0] is not document
            or self._shown[1] is not self.looks
        ):
            self._shown = document, self.looks, layers_shown(document, self.looks)
        return self._shown[2]

    def row(
        self,
        document: Document,
        layout: Layout,
        row: int,
        own: tuple[Layer, ...],
        margin: int,
        numbers: int = 0,
    ) -> Strip:
        """Paint a row: `margin` blank cells, its paragraph's number, gutter, indent and text.

        `own` are layers on top of the document's: selection and cursor. `numbers` are the cells
        that the numbers of paragraphs have.
        """
        base = self.style(())
        start, end, stop = layout.start(row), layout.visible_end(row), layout.end(row)
        mark, mark_style = self._mark(document, start, stop)
        begins = not start or layout.text[start - 1] == "\n"
        number = _paragraph_number(document, start, stop) if numbers and begins else ""
        segments = [
            Segment(" " * margin, base),
            Segment(number.rjust(numbers - 1) + " " if numbers else "", self.style(("number",))),
            Segment(mark.ljust(GUTTER), mark_style),
            self._indent(document, layout, row),
        ]
        if layout.is_fold(row):
            return Strip([*segments, *self._fold(document, start, stop, own)])
        found = runs((*self._layers(document), *own), start, end)
        # The line end: a selection and the cursor show on it as a blank.
        ending = [
            Segment(" ", self.style(run.styles))
            for run in (runs(own, end, max(stop, end + 1)) if end < stop or end == start else ())
            if run.styles
        ]
        visual, text = layout.visual(row), layout.text
        if visual is None:
            segments.extend(
                Segment(text[run.start : run.end].replace(HIDDEN, ""), self.style(run.styles))
                for run in found
            )
        else:
            segments.extend(self._pieces(visual, found, start))
        if ending and layout.is_right(row):
            # Reading goes on at the left, where the last cell of the indent is.
            indent = segments[3].text
            segments[3:4] = [Segment(indent[1:], base), *ending]
        else:
            segments.extend(ending)
        return Strip(segments)

    def _indent(self, document: Document, layout: Layout, row: int) -> Segment:
        """Paint the indent of a row: with the bars of its line, where that is quoted."""
        indent = layout.indent(row)
        if indent and self.looks.markdown and document.markup and not layout.is_right(row):
            start = layout.text.rfind("\n", 0, layout.start(row)) + 1
            quoted = _QUOTED.match(layout.text, start, start + indent)
            if quoted:
                return Segment(quoted.group().ljust(indent), self.style(("sign",)))
        return Segment(" " * indent, self.style(()))

    def _pieces(self, visual: tuple[Piece, ...], found: list[Run], start: int) -> Iterator[Segment]:
        """Paint the clusters of a row that is not read from left to right, where they are seen."""
        for piece in visual:
            run = found[bisect_right(found, start + piece.start, key=lambda one: one.start) - 1]
            yield Segment(piece.characters.replace(HIDDEN, ""), self.style(run.styles))

    def _fold(
        self, document: Document, start: int, end: int, own: tuple[Layer, ...]
    ) -> list[Segment]:
        """Paint the row of a closed fold: how many lines, and what is to be found in them."""
        lines = sum(
            document.shown.count("\n", found.start, found.end) + 1
            for found in document.furniture_layer.between(start, end)
        )
        parts = [f"{lines} lines of page furniture"]
        for layer, one, more in (
            (document.match_layer, "match", "matches"),
            (document.annotation_layer, "annotation", "annotations"),
        ):
            if count := len(layer.between(start, end)):
                parts.append(f"{count} {one if count == 1 else more}")
        words = " · ".join(parts)
        upon = tuple(span.style for layer in own for span in layer.between(start, start + 1))
        selected = tuple(style for style in upon if style == "selection")
        return [
            Segment(FOLD_SIGN[:1], self.style(("fold", *upon))),
            Segment(FOLD_SIGN[1:] + words, self.style(("fold", *selected))),
        ]

    def _mark(self, document: Document, start: int, end: int) -> tuple[str, Style]:
        """Return the sign left of a row: of a difference, an annotation, or furniture there."""
        differing = document.difference_layer.between(start, end)
        if differing:
            from tui.comparing.signs import sign_of

            return sign_of(differing, start), self.style(("gutter",))
        found = document.annotation_layer.between(start, end) if self.looks.annotations else ()
        if found:
            first = next((span for span in found if span.start >= start), found[0])
            mark = MARKS[first.style.partition("-")[2]] if first.start >= start else "▎"
            return mark, self.style(("gutter",))
        if (
            self.looks.statements
            and self._widget.app.no_color
            and document.statement_layer.between(start, end)
        ):
            # There is no shade without colours.
            return "“", self.style(("number",))
        if self.looks.furniture and document.furniture_layer.between(start, end):
            return "┊", self.style(("furniture",))
        return "", self.style(())

    def style(self, names: tuple[str, ...]) -> Style:
        """Return the style of layers that lie upon each other; of none, that of the widget."""
        known = self._styles.get(names)
        if known is None:
            known = self._widget.rich_style
            for name in names:
                # The colours of these are made for their own backgrounds, which a selection covers.
                if "selection" in names:
                    name = UNDER_SELECTION.get(name, name)
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


def _paragraph_number(document: Document, start: int, end: int) -> str:
    """Return the number of the paragraph that begins in a row, from 1; empty where none does."""
    paragraphs = document.paragraphs
    number = bisect_left(paragraphs, start, key=lambda paragraph: paragraph.start)
    begins = number < len(paragraphs) and paragraphs[number].start < end
    return str(number + 1) if begins else ""
