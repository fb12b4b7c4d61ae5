"""The rows of a card: what is known of an entity or of a quantity, to be gone through."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from tui.cards.card_rows import CardRow
from tui.widgets.virtual_list import Piece, VirtualList


class CardList(VirtualList):
    """Lists the rows of a card; the cursor stays on its row while more rows come."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "virtual-list--person",
        "virtual-list--org",
        "virtual-list--place",
        "virtual-list--norp",
        "virtual-list--quantity",
        "virtual-list--date",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[CardRow, ...] = ()

    def show(self, rows: tuple[CardRow, ...]) -> None:
        """Show other rows; the cursor follows its row where that is still there.

        It begins on the first row below a heading.
        """
        current = self.current
        self._rows = rows
        place: int | None = None
        if current is None:
            place = next((at for at, row in enumerate(rows) if not row.heading), 0)
        elif current in rows:
            place = rows.index(current)
        self.rows_changed(row=place)

    @property
    def current(self) -> CardRow | None:
        """The row of the cursor."""
        return self._rows[self.row] if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return self._rows[row].pieces_in(width)

    def go_to_section(self, step: int) -> None:
        """Go to the next heading, or to one before."""
        headings = [at for at, row in enumerate(self._rows) if row.heading]
        after = [at for at in headings if (at > self.row if step > 0 else at < self.row)]
        if after:
            self.move_to(after[0] if step > 0 else after[-1])

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click on the row chooses it."""
        cell = event.get_content_offset(self)
        row = self.scroll_offset.y + cell.y if cell is not None else self.row_count()
        if event.button == 1 and row < self.row_count() and row != self.row:
            event.prevent_default()
            self.focus()
            self.move_to(row)
