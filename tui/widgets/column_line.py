"""The headings above the list of articles: what the columns are, and what it is sorted by."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.cells import cells, cut
from tui.library.view import Order, View
from tui.widgets.article_list import ArticleList


class ColumnLine(Widget):
    """One row of headings; a click on one sorts by it. It stands above `rows`, as wide as they."""

    class Clicked(Message):
        """A heading was clicked."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    def __init__(self, rows: ArticleList, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows = rows
        self._view = View()

    def show(self, view: View) -> None:
        """Mark what the rows are sorted by."""
        self._view = view
        self.refresh()

    def _headings(self) -> tuple[tuple[str, Order], ...]:
        from tui.library.row import columns_line

        width = self._rows.row_width or self.size.width
        return columns_line(self._view, width, self._rows.needed)

    def render(self) -> Content:
        """Paint the headings."""
        line = Content("").join(
            Content(words).stylize("bold" if order == self._view.order else "")
            for words, order in self._headings()
        )
        return (
            line
            if line.cell_length <= self.size.width
            else Content(cut(line.plain, self.size.width))
        )

    def on_click(self, event: events.Click) -> None:
        """Sort by the heading under the mouse."""
        cell = event.get_content_offset(self)
        start = 0
        for words, order in self._headings():
            end = start + cells(words)
            if cell is not None and start <= cell.x < end:
                event.stop()
                self.post_message(self.Clicked(order))
                return
            start = end
