"""A pane that paints the rows of an article, with cursor and selection.

A Line-API widget: strips are painted when a row comes into looks and kept until what they show
changes.
"""

from __future__ import annotations

from typing import ClassVar

from textual.cache import LRUCache
from textual.strip import Strip

from corpus.span import Span
from tui.article.looks import Looks
from tui.layout import motions
from tui.layout.layers import EMPTY, Layer, StyledSpan
from tui.widgets.plain_styles import PlainStyles
from tui.widgets.row_painter import RowPainter
from tui.widgets.wrapped_pane import WrappedPane


class PaintedPane(WrappedPane, part=True):
    """Keeps the strips that it has painted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article-pane--{name}"
        for name in (
            *("furniture", "person", "org", "place", "norp", "quantity", "date", "gutter"),
            *("number", "fold", "statement", "heading", "heading-first", "emphasis", "strong"),
            *("struck", "code", "link", "sign"),
            *("annotation-highlight", "annotation-note", "annotation-claim"),
            *("theirs-highlight", "theirs-note", "theirs-claim"),
            *("match", "match-widened", "match-selected", "selection", "cursor", "cursor-blurred"),
            "label",
        )
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._styles_cache = PlainStyles()
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._painter = RowPainter(self, "article-pane")
        # The cells left of the gutter: margin, and numbers of paragraphs; None until it is asked.
        self._left: tuple[int, int] | None = None

    @property
    def selected(self) -> Span | None:
        """What is selected, None where nothing is."""
        if self.selection is None or self.document is None:
            return None
        return self.selection.span(self.document.shown)

    def dress(self, looks: Looks, width: int) -> None:
        """Show other things of the article, its text `width` cells wide where there is room."""
        self._painter.looks = looks
        super().dress(looks, width)

    def _repaint(self) -> None:
        self._strips.clear()
        self._left = None
        super()._repaint()

    def _fit(self) -> None:
        super()._fit()
        self._strips.clear()
        self._left = None

    def notify_style_update(self) -> None:
        """Forget painted rows when the theme changes."""
        super().notify_style_update()
        self._painter.forget_styles()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Paint the row at line `y` of the widget."""
        if self._layout_rows is None or self.size.width != self._fitted:
            # The size is known here a frame before a Resize says so.
            self._fit()
        base, width = self._painter.style(()), self.size.width
        row = self.scroll_offset.y + y
        layout, document = self._layout_rows, self.document
        if layout is None or document is None or row >= len(layout):
            return Strip.blank(width, base)
        start, end = layout.start(row), layout.end(row)
        selected = self.selected
        has_cursor = start <= self.cursor < end or (self.cursor == start == end)
        lively = has_cursor or (
            selected is not None and selected.start < end and selected.end > start
        )
        if not lively and (kept := self._strips.get(row)) is not None:
            return kept
        own = Layer(
            [StyledSpan(selected.start, selected.end, "selection")] if selected is not None else []
        )
        cursor = EMPTY
        if has_cursor:
            name = "cursor" if self.has_focus else "cursor-blurred"
            # On a hidden character it shows on the next that is seen.
            seen = layout.seen_from(self.cursor)
            stop = max(seen + 1, motions.cluster_end(document.shown, seen))
            cursor = Layer([StyledSpan(min(self.cursor, seen), stop, name)])
        if self._left is None:
            self._left = self._margin, self._numbers
        strip = self._painter.row(document, layout, row, (own, cursor), *self._left)
        strip = strip.adjust_cell_length(width, base)
        if not lively:
            self._strips[row] = strip
        return strip

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.refresh()
