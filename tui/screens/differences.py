"""The list of what differs between two articles: figures first, then every passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.worker import get_current_worker

from tui.comparing.compared_view import summary_of
from tui.comparing.difference_rows import rows_of
from tui.parts import work
from tui.screens.card import CardScreen

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.cards.card_rows import CardRow
    from tui.comparing.compared_view import ComparedView


class DifferencesScreen(CardScreen):
    """Lists differences. Dismissed with a `BesidePlace`, or None."""

    HINT = "{card.go} goes there in both · {card.section_next} next part · {app.back} back"
    MENU: ClassVar[tuple[str, ...]] = ("card.go", "card.section_next", "app.palette", "app.back")

    def __init__(self, view: ComparedView, first: Document, second: Document) -> None:
        super().__init__()
        self._view = view
        self._first = first
        self._second = second

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "figure"

    def on_mount(self) -> None:
        """Show the rows."""
        super().on_mount()
        self.title_line.show(left="What differs", right=summary_of(self._view.comparison))
        self.call_after_refresh(self._list)

    def _list(self) -> None:
        self._make_rows(max(20, self.rows.row_width))

    @work(thread=True, exclusive=True, group="rows")
    def _make_rows(self, width: int) -> None:
        worker = get_current_worker()
        rows = rows_of(self._view, self._first, self._second, width)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, rows)

    def _show(self, rows: tuple[CardRow, ...]) -> None:
        self.rows.show(rows)
        if self.rows.row == 0 and len(rows) > 1:
            self.rows.move_to(1)  # a heading leads nowhere

    def on_resize(self, event: events.Resize) -> None:
        """Fit the sentences to the width."""
        self.call_after_refresh(self._list)
