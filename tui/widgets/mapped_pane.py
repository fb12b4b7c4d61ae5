"""A pane whose scrollbar shows where in the whole article the matches and the annotations are."""

from __future__ import annotations

from textual import on
from textual.scrollbar import ScrollBar

from tui.layout.layers import EMPTY
from tui.widgets.marked_scrollbar import MarkedScrollBar
from tui.widgets.painted_pane import PaintedPane


class MappedPane(PaintedPane, part=True):
    """Keeps the signs of its scrollbar, which can be clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        # What the signs were made from: layout, layers and height.
        self._signs_from: tuple[object, ...] = ()

    def new_scrollbar(self) -> ScrollBar:
        """Return a scrollbar with signs."""
        return MarkedScrollBar()

    def _repaint(self) -> None:
        super()._repaint()
        self.call_after_refresh(self._mark_scrollbar)

    def _mark_scrollbar(self) -> None:
        """Put the signs of matches and annotations onto the scrollbar, if they are other ones."""
        layout, document, bar = self._layout_rows, self.document, self.vertical_scrollbar
        if layout is None or document is None or not isinstance(bar, MarkedScrollBar):
            return
        height = self.size.height
        matches = document.match_layer if self.looks.matches else EMPTY
        annotations = document.annotation_layer if self.looks.annotations else EMPTY
        made_from = layout, matches, annotations, height
        if made_from == self._signs_from:
            return
        from tui.layout.whole_text import marked, slices

        self._signs_from = made_from
        cells = slices(layout, height)
        bar.mark(marked(cells, matches), marked(cells, annotations))

    def on_resize(self) -> None:
        """Wrap anew, and spread the signs over the new height."""
        super().on_resize()
        self.call_after_refresh(self._mark_scrollbar)

    def _go_to_part(self, offset: int) -> None:
        """Go to the sign of the scrollbar that was clicked."""
        raise TypeError(f"{type(self).__name__} does not go to {offset}")

    @on(MarkedScrollBar.Picked)
    def _part_picked(self, event: MarkedScrollBar.Picked) -> None:
        event.stop()
        if event.offset is not None:
            self._go_to_part(event.offset)
        elif self._layout_rows is not None:
            self._scroll_rows_to(round(event.part * len(self._layout_rows)))
