"""The list of what differs between two articles: figures first, then every passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events

from tui.compared_view import summary_of
from tui.difference_rows import rows_of
from tui.screens.card import CardScreen

if TYPE_CHECKING:
    from corpus.compare.texts import Comparison
    from tui.document import Document


class DifferencesScreen(CardScreen):
    """Lists differences. Dismissed with a `BesidePlace`, or None."""

    HINT = "{card.go} goes there in both · {card.section_next} next part · {app.back} back"
    MENU: ClassVar[tuple[str, ...]] = ("card.go", "card.section_next", "app.palette", "app.back")

    def __init__(self, comparison: Comparison, first: Document, second: Document) -> None:
        super().__init__()
        self._comparison = comparison
        self._first = first
        self._second = second

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "figure"

    def on_mount(self) -> None:
        """Show the rows."""
        super().on_mount()
        self.title_line.show(left="What differs", right=summary_of(self._comparison))
        self._list()

    def _list(self) -> None:
        width = max(20, self.rows.row_width)
        rows = rows_of(self._comparison, self._first, self._second, width)
        self.rows.show(rows)
        if self.rows.row == 0 and self.rows.size.height > 1 and len(rows) > 1:
            self.rows.move_to(1)  # a heading leads nowhere

    def on_resize(self, event: events.Resize) -> None:
        """Fit the sentences to the width."""
        self.call_after_refresh(self._list)
