"""The reading pane: an article with a cursor that motions and jumps move, by keys and mouse."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.reading import BY_ROWS, BY_TEXT, JUMPS, TARGETS, Reading
from tui.widgets.selecting_pane import SelectingPane


class ArticlePane(SelectingPane, inherit_bindings=False):
    """Performs the actions of the reader that move the cursor, the selection or the rows."""

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

    def on_click(self, event: events.Click) -> None:
        """Tell of a click on the thing that the cursor was on already."""
        document = self.document
        if document is None or event.button != 1 or event.chain > 1 or self.selection is not None:
            return
        thing = document.thing_at(self.cursor)
        if thing is not None and thing.covers(self._came_from):
            self.post_message(self.ClickedAgain())
