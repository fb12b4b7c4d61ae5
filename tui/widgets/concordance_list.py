"""The lines of a concordance, and the tables of what is counted in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.searching.concordance_rows import pieces_of_line
from tui.searching.concordance_tables import Table, TableRow, pieces_of_row
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from index.concordance.sorting import SortKey


class ConcordanceLines(VirtualList):
    """Lists lines, aligned on the keyword."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[ConcordanceLine] = ()
        self._keys: tuple[SortKey, ...] = ()

    def show(
        self, lines: Sequence[ConcordanceLine], keys: tuple[SortKey, ...], row: int | None = None
    ) -> None:
        """List lines that are sorted by `keys`; the cursor goes to `row`, or stays."""
        self._lines, self._keys = lines, keys
        self.rows_changed(row=row)

    @property
    def current(self) -> ConcordanceLine | None:
        """The line of the cursor."""
        return self._lines[self.row] if self.row < len(self._lines) else None

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        return pieces_of_line(self._lines[row], width, self._keys)


class ConcordanceTable(VirtualList):
    """Lists the rows of a table; its headings are painted by whoever shows it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.table = Table()
        self._widths: list[int] = []

    def show(self, table: Table, row: int = 0) -> None:
        """List another table."""
        self.table, self._widths, self.nothing = table, table.widths, table.nothing
        self.rows_changed(row=row)

    @property
    def current(self) -> TableRow | None:
        """The row of the cursor."""
        return self.table.rows[self.row] if self.row < len(self.table.rows) else None

    def heading(self) -> str:
        """Return the headings in the cells of their columns."""
        pieces = pieces_of_row(
            self.table.headings, self.table.figures, self._widths, self.row_width
        )
        return "".join(text for text, _ in pieces).rstrip()

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.table.rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return pieces_of_row(self.table.rows[row].cells, self.table.figures, self._widths, width)
