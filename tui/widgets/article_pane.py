"""The reading pane: an article with a cursor that motions and jumps move, by keys and mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.article.document import Document
from tui.widgets.row_painter import laid_over
from tui.widgets.selecting_pane import SelectingPane
from tui.widgets.wrapped_pane import CONTEXT_ROWS

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.article.labels import Label

# So long after a click on what the cursor was on already it is no double click.
SECONDS_OF_A_DOUBLE_CLICK = 0.3


class ArticlePane(SelectingPane, can_focus=True, inherit_bindings=False):
    """Performs the actions of the reader that move the cursor, the selection or the rows."""

    class Jumped(Message):
        """The cursor is about to leave `offset` by a jump that one may want to come back from."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class ClickedAgain(Message):
        """A web address, an entity or a number was clicked that the cursor was on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.labels: tuple[Label, ...] = ()
        self._clicked_again: Timer | None = None

    def perform(self, action: str, count: int | None) -> bool:
        """Perform a motion or a selection by its action's id; False where it is none of ours."""
        from tui.article.reading import (
            BY_ROWS,
            BY_TEXT,
            EXTENDING,
            JUMPS,
            NOWHERE,
            PAGES,
            TARGETS,
            TO_ENDS,
            Reading,
        )

        if self.document is None or self._layout_rows is None:
            known = (BY_ROWS, BY_TEXT, EXTENDING, JUMPS, PAGES, TARGETS)
            return any(action in actions for actions in known)
        if action in EXTENDING:
            if self.selection is None:
                self._select("reader.select", 1)
            action = EXTENDING[action]

        if any(action in actions for actions in (BY_ROWS, BY_TEXT, PAGES, TARGETS)):
            self._take_cursor_along()
        reading = Reading(self.document, self._layout_rows, self.cursor, self._goal)
        if action in BY_ROWS:
            self.move_to(BY_ROWS[action](reading, count or 1), keep_goal=True, stepping=True)
        elif action in PAGES:
            self._turn((count or 1) * PAGES[action](self._page))
        elif action in BY_TEXT:
            motion = BY_TEXT[action]
            if self.selection is not None and self.selection.anchor <= self.cursor:
                motion = TO_ENDS.get(action, motion)
            self.move_to(motion(reading, count or 1), stepping=True)
        elif action in JUMPS:
            if (place := JUMPS[action](reading, count)) is None:
                self.post_message(self.NothingFound(NOWHERE))
            else:
                self.jump_to(place, stepping=True)
        elif action in TARGETS:
            kind, direction = TARGETS[action]
            self._jump_to_target(kind, direction * (count or 1))
        elif action == "reader.open" and self.folding.closed_at(self.cursor) is not None:
            self.switch_fold(self.cursor)
        else:
            return self._select(action, count or 1) or self._scroll(action, count or 1)
        return True

    def _jump_to_target(self, kind: str, count: int) -> None:
        assert self.document is not None
        place = self.document.jump(kind, self.cursor, count)
        if place is None:
            from tui.article.reading import nothing_there

            self.post_message(self.NothingFound(nothing_there(self.document, kind, count)))
        else:
            self.jump_to(place)

    def _go_to_part(self, offset: int) -> None:
        """Go to the match or the annotation whose sign in the scrollbar was clicked."""
        self.focus()
        self.jump_to(offset)

    def jump_to(self, offset: int, *, stepping: bool = False) -> None:
        """Move the cursor by a jump, which `reader.jump_back` can undo."""
        self.post_message(self.Jumped(self.cursor))
        self.move_to(offset, stepping=stepping)

    def _take_cursor_along(self) -> None:
        """Bring the cursor to where the text was scrolled to, with the wheel or its bar."""
        layout, page, top = self._layout_rows, self._page, self.scroll_offset.y
        if layout is None or len(layout) <= page:
            return
        row, around = layout.row_of(self.cursor), min(CONTEXT_ROWS, (page - 1) // 2)
        if row < top or row >= top + page:
            near = min(max(row, top + around), top + page - 1 - around)
            self.move_to(layout.offset_at(near, self._goal), keep_goal=True)

    def _turn(self, rows: int) -> None:
        """Scroll by so many rows, down or up; the cursor goes along on its line of the screen."""
        layout = self._layout_rows
        assert layout is not None
        last = max(0, len(layout) - self._page)
        top = min(max(0, self.scroll_offset.y + rows), last)
        row = min(max(0, layout.row_of(self.cursor) + rows), layout.last_row)
        around = min(CONTEXT_ROWS, (self._page - 1) // 2)
        if top > 0:
            row = max(row, top + around)
        if top < last:
            row = min(row, top + self._page - 1 - around)
        self.move_to(layout.offset_at(row, self._goal), keep_goal=True, stepping=True)
        self._scroll_rows_to(top)

    def _scroll(self, action: str, count: int) -> bool:
        """Perform an action that moves the text under the cursor, which comes along at the edge."""
        rows = {"reader.scroll_down": count, "reader.scroll_up": -count}.get(action)
        if rows is not None:
            self._scroll_rows_to(self.scroll_offset.y + rows)
            self._take_cursor_along()
            return True
        rows_above = {
            "reader.centre": self._page // 2,
            "reader.to_top": 0,
            "reader.to_bottom": self._page - 1,
        }
        if action not in rows_above or self._layout_rows is None:
            return False
        self._scroll_rows_to(self._layout_rows.row_of(self.cursor) - rows_above[action])
        return True

    # Labels

    def show(self, document: Document, cursor: int | None = None) -> None:
        """Show a document; labels stand in the text that they were put on."""
        if not document.same_article(self.document):
            self.labels = ()
        super().show(document, cursor)

    def press(self, offset: int) -> None:
        """Put the cursor somewhere; labels are not wanted then."""
        self.labels = ()
        super().press(offset)

    def label_all(self) -> tuple[Label, ...]:
        """Put labels on everything in view that can be gone to; return them."""
        layout, document = self._layout_rows, self.document
        if layout is None or document is None:
            return ()
        from tui.article.labels import WIDEST, labels_of, targets_in

        top = self.scroll_offset.y
        bottom = min(top + self._page, len(layout)) - 1

        def apart(first: int, second: int) -> bool:
            if layout.row_of(first) != layout.row_of(second):
                return True
            return layout.column_of(second) - layout.column_of(first) >= WIDEST

        places = targets_in(document, layout.start(top), layout.end(bottom))
        self.show_labels(labels_of(places, apart))
        return self.labels

    def go_to_label(self, offset: int) -> None:
        """Go to the place of a label."""
        self.jump_to(offset)

    def show_labels(self, labels: tuple[Label, ...]) -> None:
        """Show these labels, which stand in the order of the text, and no others."""
        self.labels = labels
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the row at line `y` of the widget, its labels above its text."""
        strip, layout, row = super().render_line(y), self._layout_rows, self.scroll_offset.y + y
        if not self.labels or layout is None or row >= len(layout):
            return strip
        start, end = layout.start(row), layout.end(row)
        style = self.get_component_rich_style("article-pane--label")
        for label in self.labels:
            if start <= label.offset < end:
                cell = self._first_column + layout.column_of(label.offset)
                strip = laid_over(strip, cell, label.letters, style)
        return strip

    def on_click(self, event: events.Click) -> None:
        """Open the fold that was clicked; tell of a click on the thing that the cursor was on."""
        if self._clicked_again is not None:
            self._clicked_again.stop()
            self._clicked_again = None
        document = self.document
        if document is None or event.button != 1 or event.chain > 1 or self.selection is not None:
            return
        if self.folding.closed_at(self.cursor) is not None:
            self.switch_fold(self.cursor)
            return
        thing = document.address_at(self.cursor) or document.thing_at(self.cursor)
        if thing is not None and thing.covers(self._came_from):
            self._clicked_again = self.set_timer(
                SECONDS_OF_A_DOUBLE_CLICK, partial(self._tell_clicked_again, self.cursor)
            )

    def _tell_clicked_again(self, cursor: int) -> None:
        """Tell that a click was one on the thing that the cursor was on, where it still is."""
        if self.cursor == cursor and self.selection is None and self.has_focus:
            self.post_message(self.ClickedAgain())
