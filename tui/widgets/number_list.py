"""The list of the table of numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import ClassVar

from tui.comparing.number_line import line_pieces
from tui.comparing.number_lines import NumberGroup, NumberLines
from tui.comparing.number_rows import NumberRow
from tui.widgets.virtual_list import Piece, VirtualList


class NumberList(VirtualList):
    """Lists numbers below the headings of their groups."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"virtual-list--quantity", "virtual-list--date"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.lines = NumberLines()

    def show(self, lines: NumberLines, row: int) -> None:
        """List other lines; from a heading the cursor goes to the number below it."""
        self.lines = lines
        self.rows_changed(row=self._below(row))

    def _below(self, row: int) -> int:
        lines = self.lines.lines
        return row + 1 if row + 1 < len(lines) and isinstance(lines[row], NumberGroup) else row

    @property
    def current(self) -> NumberRow | None:
        """The number of the cursor's row; None on a heading."""
        lines = self.lines.lines
        line = lines[self.row] if self.row < len(lines) else None
        return line if isinstance(line, NumberRow) else None

    def go_by_groups(self, count: int) -> None:
        """Go to the first number of another group, so many on, or back where it is negative.

        Back goes to the first number of this group before it goes to another.
        """
        starts = self.lines.starts
        if not starts:
            return
        if count > 0:
            at = bisect_right(starts, self.row) - 1 + count
        else:
            at = bisect_left(starts, self.row - 1) + count
        self.move_to(self._below(starts[max(0, min(at, len(starts) - 1))]))

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines.lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        return line_pieces(self.lines, row, width)
