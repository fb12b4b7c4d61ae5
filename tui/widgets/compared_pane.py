"""The reading pane of one of two articles beside each other: it says when its rows move."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from tui.comparing.signs import RANKS
from tui.widgets.article_pane import ArticlePane


class ComparedPane(ArticlePane):
    """An `ArticlePane` that can be led by another one, row beside row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-pane--{name}" for name in RANKS}

    class Scrolled(Message):
        """The reader moved the rows of `pane`; where another pane leads them, nothing is said."""

        def __init__(self, pane: ComparedPane) -> None:
            super().__init__()
            self.pane = pane

        @property
        def control(self) -> ComparedPane:
            """The pane it happened in."""
            return self.pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._led_to = -1

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell of rows that moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(new_value) != self._led_to:
            self._led_to = -1
            self.post_message(self.Scrolled(self))

    @property
    def cursor_in_view(self) -> bool:
        """Whether the cursor's row is on the screen."""
        layout = self._layout_rows
        if layout is None:
            return False
        return 0 <= layout.row_of(self.cursor) - self.scroll_offset.y < self._page

    @property
    def looked_at(self) -> tuple[int, int] | None:
        """Where the reader looks: an offset, and the line of the pane that it is on.

        That is the cursor, or the middle row where the cursor is out of view; None before the first
        paint.
        """
        layout = self._layout_rows
        if layout is None:
            return None
        top = self.scroll_offset.y
        if self.cursor_in_view:
            return self.cursor, layout.row_of(self.cursor) - top
        row = min(top + self._page // 2, len(layout) - 1)
        return layout.start(row), row - top

    def lead_to(self, offset: int, line: int) -> None:
        """Put the row of an offset on a line of the pane, as far as the text reaches."""
        layout = self._layout_rows
        if layout is None:
            return
        last = max(0, len(layout) - self._page)
        top = min(max(0, layout.row_of(offset) - line), last)
        if top != self.scroll_offset.y:
            self._led_to = top
            self._scroll_rows_to(top)
