"""The sidecars without article, each with the article that is proposed for it."""

from __future__ import annotations

from tui.annotating.orphan_rows import OrphanRow, rows_of
from tui.folder.homecoming import Homeless
from tui.widgets.virtual_list import Piece, VirtualList


class OrphanList(VirtualList):
    """Lists sidecars, two rows each; the cursor goes from sidecar to sidecar."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[OrphanRow, ...] = ()

    def show(self, found: tuple[Homeless, ...]) -> None:
        """List sidecars; the cursor stays on its line."""
        self._rows = rows_of(found)
        self.rows_changed()

    @property
    def current(self) -> Homeless | None:
        """The sidecar of the cursor's row."""
        return self._rows[self.row].homeless if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return list(self._rows[row].pieces)

    def perform(self, action: str, count: int | None) -> bool:
        """Perform a motion: a step is a sidecar."""
        if action in ("orphans.down", "orphans.up"):
            return super().perform(action, 2 * (count or 1))
        return action.startswith("orphans.") and super().perform(action, count)
