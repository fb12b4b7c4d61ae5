"""The reading pane: an article in soft-wrapped rows with styled spans, a cursor and a selection.

A Line-API widget: rows are found by bisection in the layout, strips are painted when a row comes
into view and kept until what they show changes. Key to paint is the same for long articles.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from corpus.span import Span
from tui.carrying import carried
from tui.document import Document
from tui.layout import motions, selection
from tui.layout.layers import EMPTY, Layer, StyledSpan
from tui.layout.selection import Selection
from tui.layout.wrap import Layout
from tui.reading import BY_ROWS, BY_TEXT, JUMPS, TARGETS, Reading
from tui.widgets.mouse_pane import MousePane
from tui.widgets.row_painter import GUTTER, RowPainter

CONTEXT_ROWS = 2
# From so many code points on, another width wraps what is on the screen first.
LONG_TEXT = 100_000
SECONDS_TO_SETTLE = 0.05


class ArticlePane(MousePane, can_focus=True, inherit_bindings=False):
    """Shows one `Document`; owns the cursor and the selection, both in offsets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article-pane--{name}"
        for name in (
            *("furniture", "person", "org", "place", "norp", "quantity", "date", "gutter"),
            *("annotation-highlight", "annotation-note", "annotation-claim"),
            *("match", "match-widened", "match-selected", "selection", "cursor", "cursor-blurred"),
        )
    }

    class CursorMoved(Message):
        """The cursor or the selection changed."""

    class Jumped(Message):
        """The cursor is about to leave `offset` by a jump that one may want to come back from."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class ClickedAgain(Message):
        """An entity or a number was clicked that the cursor was on."""

    class NothingFound(Message):
        """A jump found no further target; `words` say so."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.document: Document | None = None
        self.comfortable_width = 78
        self.cursor = 0
        self.selection: Selection | None = None
        self._layout_rows: Layout | None = None
        self._goal = 0
        self._fitted = 0  # the width of the pane that its text is laid out for
        # What `reader.select_more` grew from, the first step first, each with its cursor.
        self._grown_from: list[tuple[Selection | None, int]] = []
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._painter = RowPainter(self, "article-pane")
        self._pending_centre = False
        self._wrapping: Timer | None = None  # wraps the rest of a long text
        self._came_from = -1  # where the cursor was before the mouse moved it

    # What is shown

    def show(self, document: Document, cursor: int | None = None) -> None:
        """Show a document; more about the same text keeps the place and the selection."""
        same_text = document.same_article(self.document)
        self.document = document
        if not same_text:
            self.selection = None
            self._grown_from.clear()
            self._layout_rows = None
        if cursor is not None or not same_text:
            self.cursor = min(max(0, cursor or 0), motions.last_offset(document.article.text))
            self._pending_centre = cursor is not None
        self._lay_out()
        self._repaint()
        self.post_message(self.CursorMoved())

    def carry(self, document: Document) -> None:
        """Show another version of the text, or the same under another name.

        Cursor and selection stay on their words, the cursor on its line of the screen.
        """
        before, layout = self.document, self._layout_rows
        if before is None or layout is None:
            self.show(document, self.cursor)
            return
        line = layout.row_of(self.cursor) - self.scroll_offset.y
        old, new = before.article.text, document.article.text
        cursor, chosen = carried(old, new, self.cursor), self.selection
        self.show(document, cursor)
        if chosen is not None:
            anchor = carried(old, new, chosen.anchor)
            self._set_selection(Selection(min(anchor, motions.last_offset(new)), self.cursor))
        if self._layout_rows is not None:
            self._scroll_rows_to(self._layout_rows.row_of(self.cursor) - line)

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

    # Moving

    def perform(self, action: str, count: int | None) -> bool:
        """Perform a motion or a selection by its action's id; False where it is none of ours."""
        if self.document is None or self._layout_rows is None:
            return action in BY_ROWS or action in BY_TEXT or action in TARGETS
        reading = Reading(self.document, self._layout_rows, self.cursor, self._goal, self._page)
        if action in BY_ROWS:
            self.move_to(BY_ROWS[action](reading, count or 1), keep_goal=True)
        elif action in BY_TEXT:
            self.move_to(BY_TEXT[action](reading, count or 1))
        elif action in JUMPS:
            self.jump_to(JUMPS[action](reading, count or 1))
        elif action in TARGETS:
            kind, direction = TARGETS[action]
            self._jump_to_target(kind, direction * (count or 1))
        else:
            return self._select(action) or self._scroll(action)
        return True

    def _jump_to_target(self, kind: str, count: int) -> None:
        assert self.document is not None
        place = self.document.jump(kind, self.cursor, count)
        if place is None:
            where = "after" if count > 0 else "before"
            targets = self.document.targets(kind)
            words = f"No {kind} {where} this" if targets else f"No {kind} in this article"
            self.post_message(self.NothingFound(words))
        else:
            self.jump_to(place)

    def jump_to(self, offset: int) -> None:
        """Move the cursor by a jump, which `reader.jump_back` can undo."""
        self.post_message(self.Jumped(self.cursor))
        self.move_to(offset)

    def move_to(self, offset: int, *, keep_goal: bool = False, centre: bool = False) -> None:
        """Move the cursor, with the end of the selection where there is one, into view."""
        document, layout = self.document, self._layout_rows
        if document is None:
            return
        before = self.cursor
        self.cursor = min(max(0, offset), motions.last_offset(document.article.text))
        if self.selection is not None:
            self.selection = Selection(self.selection.anchor, self.cursor)
            self._grown_from.clear()
        if layout is not None:
            if not keep_goal:
                self._goal = layout.column_of(self.cursor)
            self._refresh_rows(before, self.cursor)
            self._scroll_to_cursor(centre=centre)
        self.post_message(self.CursorMoved())

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

    def _scroll(self, action: str) -> bool:
        """Perform an action that moves the text under the cursor."""
        rows_above = {
            "reader.centre": self._page // 2,
            "reader.to_top": 0,
            "reader.to_bottom": self._page - 1,
        }
        if action not in rows_above or self._layout_rows is None:
            return False
        self._scroll_rows_to(self._layout_rows.row_of(self.cursor) - rows_above[action])
        return True

    # Selecting

    def _select(self, action: str) -> bool:
        """Perform an action that changes the selection."""
        document = self.document
        assert document is not None
        text, units = document.shown, (document.sentences, document.paragraphs)
        if action == "reader.select":
            self._set_selection(None if self.selection else Selection(self.cursor, self.cursor))
        elif action == "reader.select_sentence":
            self._set_span(motions.unit_at(document.sentences, self.cursor))
        elif action == "reader.select_more":
            before, cursor = self.selection, self.cursor
            if self.selected is None:
                self._set_span(motions.word_at(text, self.cursor))
            else:
                self._set_span(selection.grown(self.selected, text, *units))
            if self.selection != before:
                self._grown_from.append((before, cursor))
        elif action == "reader.select_less":
            if self._grown_from:
                before, cursor = self._grown_from.pop()
                self._restore_selection(before, cursor)
        elif action == "reader.swap_ends":
            if self.selection is not None:
                self._set_selection(self.selection.swapped())
        else:
            return False
        return True

    def _restore_selection(self, selected: Selection | None, cursor: int) -> None:
        """Select what was selected before growing, with the cursor where it was."""
        kept = list(self._grown_from)
        self.move_to(cursor)
        self.selection, self._grown_from = selected, kept
        self.refresh()

    def _set_span(self, span: Span | None) -> None:
        if span is not None and self.document is not None and span.end > span.start:
            self._set_selection(selection.of_span(span, self.document.shown))

    def _set_selection(self, selected: Selection | None) -> None:
        self.selection = selected
        if selected is not None:
            self.cursor = selected.cursor
            if self._layout_rows is not None:
                self._goal = self._layout_rows.column_of(self.cursor)
        self.refresh()
        self._scroll_to_cursor()
        self.post_message(self.CursorMoved())

    def clear_selection(self) -> bool:
        """Select nothing; False where nothing was selected."""
        had_one = self.selection is not None
        if self._grown_from:
            _, cursor = self._grown_from[0]
            self._restore_selection(None, cursor)
        self._set_selection(None)
        self._grown_from.clear()
        return had_one

    # The mouse

    def offset_at_cell(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a cell of the pane."""
        if self._layout_rows is None:
            return None
        row = min(max(0, self.scroll_offset.y + y), len(self._layout_rows) - 1)
        return self._layout_rows.offset_at(row, x - self._margin - GUTTER)

    def press(self, offset: int) -> None:
        """Put the cursor somewhere, and select nothing."""
        self._came_from = self.cursor
        self.selection = None
        self._grown_from.clear()
        self.move_to(offset)
        self.refresh()

    def drag(self, start: int, offset: int) -> None:
        """Select from `start` to `offset`."""
        if offset == self.cursor:
            return
        if self.selection is None:
            self.selection = Selection(start, start)
        self.move_to(offset)

    def on_click(self, event: events.Click) -> None:
        """Tell of a click on the thing that the cursor was on already."""
        document = self.document
        if document is None or event.button != 1 or event.chain > 1 or self.selection is not None:
            return
        thing = document.thing_at(self.cursor)
        if thing is not None and thing.covers(self._came_from):
            self.post_message(self.ClickedAgain())

    def select_around(self, unit: str) -> None:
        """Select the word or the sentence of the cursor."""
        document = self.document
        if document is not None and unit == "word":
            self._set_span(motions.word_at(document.shown, self.cursor))
        elif document is not None:
            self._set_span(motions.unit_at(document.sentences, self.cursor))

    def point(self, offset: int) -> None:
        """Put the cursor somewhere for a menu; a selection that holds the place stays."""
        if self.selected is None or not self.selected.covers(offset):
            self.press(offset)

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.refresh()
