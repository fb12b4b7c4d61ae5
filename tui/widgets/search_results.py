"""The results of a search: articles with their snippets, the matches marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.searching.search_rows import SearchRow, pieces_of, row_like, rows_of
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.results import SearchResult


# A hit takes two rows or more: the list is filled by so many hits, or by fewer that take more.
ROWS_A_HIT = 2
LEAST_HITS = 6
TIMES_MORE = 3


class SearchResults(VirtualList):
    """Lists one `SearchResult`: as many hits as fill the list, and more where it is gone on.

    `limit` is how many hits are wanted by now at the most, `rows_wanted` how many rows of them.
    Before anything is asked, it lists searches that may be asked again.
    """

    class MoreWanted(Message):
        """The end of the list is in view, or less than a page away, and there may be more."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[SearchRow, ...] = ()
        self._hits = 0
        self.limit = LEAST_HITS
        self._left_at: SearchRow | None = None
        self._past: Sequence[Sequence[Piece]] = ()

    def come_back(self, row: SearchRow, limit: int) -> None:
        """Go to the row that shows the place of another when the first result is there."""
        self._left_at, self.limit = row, limit

    def begin(self) -> None:
        """Want as many hits as fill the list, for another query."""
        least = self.limit if self._left_at is not None else LEAST_HITS
        self.limit = max(least, self.size.height // ROWS_A_HIT + 1)

    @property
    def rows_wanted(self) -> int:
        """How many rows the hits are to fill by now."""
        return self.limit * ROWS_A_HIT

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more where the end comes near."""
        super().watch_scroll_y(old_value, new_value)
        self._want_more()

    def move_to(self, row: int) -> None:
        """Move the cursor; ask for more where the end comes near."""
        super().move_to(row)
        self._want_more()

    def _want_more(self) -> None:
        at = max(self.row, self.scroll_offset.y)
        full = self._hits >= self.limit or len(self._rows) >= self.rows_wanted
        if full and at + 2 * self.size.height >= len(self._rows):
            self.limit *= TIMES_MORE
            self.post_message(self.MoreWanted())

    def show(self, result: SearchResult | None, *, again: bool = False) -> None:
        """List a result, the cursor on its first row, or on the one to come back to.

        Of a query that was searched `again` the cursor stays at its place, if that is still found.
        """
        before = self.current if again else self._left_at
        self._past = ()
        if result is not None:
            self._left_at = None
        self._rows = rows_of(result) if result is not None else ()
        self._hits = len(result.hits) if result is not None else 0
        self.rows_changed(row=row_like(before, self._rows) if before is not None else 0)
        if len(self._rows) <= self.size.height:
            self._want_more()

    def paint_ahead(self, result: SearchResult) -> None:
        """Paint a result where nobody sees it, for the first that a key waits for to come soon."""
        if not self._rows and self.is_attached:
            past, self._past = self._past, ()
            self._rows = rows_of(result)
            for strip in self.render_lines(self.size.region):
                strip.render(self.app.console)
            self._rows, self._past = (), past
            self._styles_cache.clear()

    def show_past(self, rows: Sequence[Sequence[Piece]]) -> None:
        """List searches, as pieces of safe text; the cursor stays where they were listed before."""
        row = self.row if self._past else 0
        self._rows, self._hits, self._past = (), 0, rows
        self.rows_changed(row=row)

    @property
    def past(self) -> int | None:
        """The number of the search under the cursor; None where results are listed."""
        return self.row if self.row < len(self._past) else None

    @property
    def current(self) -> SearchRow | None:
        """The row of the cursor."""
        return self._rows[self.row] if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._past) or len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return list(self._past[row]) if self._past else pieces_of(self._rows[row], width)
