"""The results of a search: articles with their snippets, the matches marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.searching.search_rows import SearchRow, pieces_of, row_like, rows_of
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from index import SearchResult


class SearchResults(VirtualList):
    """Lists one `SearchResult`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[SearchRow, ...] = ()

    def show(self, result: SearchResult | None, *, again: bool = False) -> None:
        """List a result, the cursor on its first row.

        Of a query that was searched `again` the cursor stays at its place, if that is still found.
        """
        before = self.current if again else None
        self._rows = rows_of(result) if result is not None else ()
        self.rows_changed(row=row_like(before, self._rows) if before is not None else 0)

    @property
    def current(self) -> SearchRow | None:
        """The row of the cursor."""
        return self._rows[self.row] if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return pieces_of(self._rows[row], width)
