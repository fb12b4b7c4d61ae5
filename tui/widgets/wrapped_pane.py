"""A pane that shows an article in soft-wrapped rows with styled spans, a cursor and a selection.

A Line-API widget: rows are found by bisection in the layout, strips are painted when a row comes
into view and kept until what they show changes. Key to paint is the same for long articles.
"""

from __future__ import annotations

from typing import ClassVar

from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from corpus.span import Span
from tui.document import Document
from tui.layout import motions
from tui.layout.layers import EMPTY, Layer, StyledSpan
from tui.layout.selection import Selection
from tui.layout.wrap import Layout
from tui.widgets.mouse_pane import MousePane
from tui.widgets.row_painter import GUTTER, RowPainter

CONTEXT_ROWS = 2
# From so many code points on, another width wraps what is on the screen first.
LONG_TEXT = 100_000
SECONDS_TO_SETTLE = 0.05


class WrappedPane(MousePane, can_focus=True, inherit_bindings=False):
    """Shows one `Document`; knows rows, and where the cursor and the selection are, in offsets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article-pane--{name}"
        for name in (
            *("furniture", "person", "org", "place", "norp", "quantity", "date", "gutter"),
            *("annotation-highlight", "annotation-note", "annotation-claim"),
            *("theirs-highlight", "theirs-note", "theirs-claim"),
            *("match", "match-widened", "match-selected", "selection", "cursor", "cursor-blurred"),
            "label",
        )
    }

    class CursorMoved(Message):
        """The cursor or the selection changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.document: Document | None = None
        self.comfortable_width = 78
        self.cursor = 0
        self.selection: Selection | None = None
        self._layout_rows: Layout | None = None
        self._goal = 0
        self._fitted = 0  # the width of the pane that its text is laid out for
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._painter = RowPainter(self, "article-pane")
        self._pending_centre = False
        self._wrapping: Timer | None = None  # wraps the rest of a long text

    # What is shown

    def show(self, document: Document, cursor: int | None = None) -> None:
        """Show a document; more about the same text keeps the place and the selection."""
        same_text = document.same_article(self.document)
        self.document = document
        if not same_text:
            self.selection = None
            self._layout_rows = None
        if cursor is not None or not same_text:
            place = min(cursor or 0, len(document.shown) - 1)
            self.cursor = motions.cluster_start(document.shown, place)
            self._pending_centre = cursor is not None
        self._lay_out()
        self._repaint()
        self.post_message(self.CursorMoved())

    @property
    def text_width(self) -> int:
        """The width of the text in cells."""
        return max(1, min(self.comfortable_width, self.scrollable_content_region.width - GUTTER))

    def widen_to(self, cells: int) -> None:
        """Wrap the text at another width, where there is room for it."""
        self.comfortable_width = cells
        self._lay_out()
        self._repaint()

    @property
    def _margin(self) -> int:
        """Blank cells left of the gutter that centre the text."""
        return max(0, (self.scrollable_content_region.width - GUTTER - self.text_width) // 2)

    @property
    def selected(self) -> Span | None:
        """What is selected, None where nothing is."""
        if self.selection is None or self.document is None:
            return None
        return self.selection.span(self.document.shown)

    @property
    def progress(self) -> int:
        """How far the cursor's row is through the article, in percent: 0 at the top."""
        if self._layout_rows is None or len(self._layout_rows) < 2:
            return 0
        return round(100 * self._layout_rows.row_of(self.cursor) / (len(self._layout_rows) - 1))

    @property
    def end_in_view(self) -> bool:
        """Whether the last row of the article is on the screen."""
        rows = self._layout_rows
        return rows is not None and self.scroll_offset.y + self._page >= len(rows)

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _lay_out(self) -> None:
        """Wrap the text at the current width, if it is not yet."""
        if self.document is None or not self.size.width:
            return
        width, before = self.text_width, self._layout_rows
        if before is None:
            self._take_layout(Layout(self.document.shown, width))
        elif before.width != width:
            if len(before.text) < LONG_TEXT:
                self._take_layout(Layout(before.text, width))
            else:
                row, around = before.row_of(self.cursor), 2 * self._page
                self._take_layout(before.rewrapped(width, row - around, row + around))
                if self._wrapping is not None:
                    self._wrapping.stop()
                self._wrapping = self.set_timer(SECONDS_TO_SETTLE, self._wrap_whole)
        elif self._pending_centre:
            self._scroll_to_cursor(centre=True)
        self._pending_centre = False

    def _take_layout(self, layout: Layout) -> None:
        self._layout_rows = layout
        self.virtual_size = Size(layout.width, len(layout))
        self._goal = layout.column_of(self.cursor)
        self._scroll_to_cursor(centre=self._pending_centre or self.cursor > 0)

    def _wrap_whole(self) -> None:
        """Wrap all of a long text, of which only what is on the screen was; the rows there stay."""
        before = self._layout_rows
        if before is not None:
            line = before.row_of(self.cursor) - self.scroll_offset.y
            layout = self._layout_rows = Layout(before.text, before.width)
            self.virtual_size = Size(layout.width, len(layout))
            self._scroll_rows_to(layout.row_of(self.cursor) - line)
            self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _fit(self) -> None:
        """Lay the text out for the width that the pane has now."""
        self._fitted = self.size.width
        self._lay_out()
        self._strips.clear()

    def on_resize(self) -> None:
        """Wrap anew; the cursor's row stays in view."""
        if self.size.width != self._fitted:
            self._fit()
            self.refresh()
        self._scroll_to_cursor()

    def notify_style_update(self) -> None:
        """Forget painted rows when the theme changes."""
        super().notify_style_update()
        self._painter.forget_styles()
        self._strips.clear()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint the row at line `y` of the widget."""
        if self._layout_rows is None or self.size.width != self._fitted:
            # The size is known here a frame before a Resize says so.
            self._fit()
        base, width = self.rich_style, self.size.width
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
            stop = max(self.cursor + 1, motions.cluster_end(document.shown, self.cursor))
            cursor = Layer([StyledSpan(self.cursor, stop, name)])
        strip = self._painter.row(document, layout, row, (own, cursor), self._margin)
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

    # Rows and cells

    def _refresh_rows(self, *offsets: int) -> None:
        """Repaint the rows between the first and the last of the offsets."""
        assert self._layout_rows is not None
        rows = [self._layout_rows.row_of(offset) for offset in offsets]
        top, bottom = min(rows), max(rows)
        if self.selection is None and bottom - top > 1:
            for row in rows:
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        else:
            region = Region(0, top - self.scroll_offset.y, self.size.width, bottom - top + 1)
            self.refresh(region)

    def _scroll_to_cursor(self, *, centre: bool = False) -> None:
        """Bring the cursor's row into view, with some rows around it."""
        layout = self._layout_rows
        if layout is None:
            return
        row, page, top = layout.row_of(self.cursor), self._page, self.scroll_offset.y
        around = min(CONTEXT_ROWS, (page - 1) // 2)
        if row - around < top or row + around >= top + page:
            if centre or row < top - page or row >= top + 2 * page:
                top = row - page // 3
            elif row - around < top:
                top = row - around
            else:
                top = row + around - page + 1
            self._scroll_rows_to(top)

    def _scroll_rows_to(self, top: int) -> None:
        assert self._layout_rows is not None
        last = max(0, len(self._layout_rows) - self._page)
        self.scroll_to(y=min(max(0, top), last), animate=False, force=True)

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where the cursor is, None where it is not in view."""
        layout = self._layout_rows
        if layout is None:
            return None
        line = layout.row_of(self.cursor) - self.scroll_offset.y
        if not 0 <= line < self._page:
            return None
        column = self._margin + GUTTER + layout.column_of(self.cursor)
        return self.content_region.offset + Offset(column, line)

    def offset_at_cell(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a cell of the pane."""
        if self._layout_rows is None:
            return None
        row = min(max(0, self.scroll_offset.y + y), len(self._layout_rows) - 1)
        return self._layout_rows.offset_at(row, x - self._margin - GUTTER)
