"""The text around a hit, below the results of the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from corpus.span import Span
    from tui.searching.hit_preview import HitPreview

ABOVE = 3
"""One row in so many lies above the match."""


class HitPreviewPane(VirtualList, can_focus=False):
    """Shows a `HitPreview`, the row of its match as one that is chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._preview: HitPreview | None = None
        self._lines: Sequence[Span] = ()

    def show(self, preview: HitPreview | None) -> None:
        """Show another place, None for nothing."""
        self._preview = preview
        self._lines = preview.lines(self.row_width) if preview is not None else ()
        row = preview.line_of_match(self._lines) if preview is not None else 0
        self.rows_changed(row=row)
        self.scroll_to(y=max(0, row - self.size.height // ABOVE), animate=False, force=True)

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        return self._preview.pieces(self._lines[row]) if self._preview is not None else []

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self.show(self._preview)

    def choose(self) -> None:
        """Do nothing: what is clicked here is only shown."""
