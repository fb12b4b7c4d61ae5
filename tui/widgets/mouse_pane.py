"""A pane of text under the mouse: clicks, drags that scroll at the edges, the menu."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer

from tui.parts import InParts
from tui.widgets.steady_scroll import SteadyScroll

# While the mouse is held above or below the pane, it scrolls so often, by a row for each row that
# the mouse is away, up to so many.
SECONDS_A_STEP = 0.06
MOST_ROWS_A_STEP = 8


class MenuWanted(Message):
    """The other button was pressed; the place on the screen is in cells."""

    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self.x = x
        self.y = y


class MousePane(InParts, SteadyScroll, part=True):
    """Turns what the mouse does into offsets; subclasses know the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._dragging_from: int | None = None
        self._drag_cell = (0, 0)
        self._drag_timer: Timer | None = None

    def offset_at_cell(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a cell of the pane; None where there is no text."""
        raise TypeError(f"{type(self).__name__} does not say what is at {x}, {y}")

    def press(self, offset: int) -> None:
        """Put the cursor somewhere, and select nothing."""
        raise TypeError(f"{type(self).__name__} does not press at {offset}")

    def drag(self, start: int, offset: int) -> None:
        """Select from `start` to `offset`."""
        raise TypeError(f"{type(self).__name__} does not drag from {start} to {offset}")

    def select_around(self, unit: str) -> None:
        """Select the `word` or the `sentence` of the cursor."""
        raise TypeError(f"{type(self).__name__} does not select a {unit}")

    def point(self, offset: int) -> None:
        """Put the cursor somewhere for a menu; a selection that holds the place stays."""
        raise TypeError(f"{type(self).__name__} does not point at {offset}")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse; a drag selects from there."""
        offset = self.offset_at_cell(event.x, event.y)
        if offset is None:
            return
        if event.button == 3:
            self.focus()
            self.point(offset)
            self.post_message(MenuWanted(event.screen_x, event.screen_y))
        elif event.button == 1:
            self._dragging_from = offset
            self.capture_mouse()
            self.press(offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the end of the selection with the mouse; beyond an edge, scroll."""
        if self._dragging_from is None:
            return
        self._drag_cell = event.x, event.y
        if 0 <= event.y < self.size.height:
            self._stop_scrolling()
            self._drag_to(event.x, event.y)
        elif self._drag_timer is None:
            self._drag_timer = self.set_interval(SECONDS_A_STEP, self._scroll_on)
            self._scroll_on()

    def _scroll_on(self) -> None:
        """Go on in the direction in which the mouse left the pane."""
        x, y = self._drag_cell
        last = self.size.height - 1
        away = y if y < 0 else y - last
        rows = max(-MOST_ROWS_A_STEP, min(MOST_ROWS_A_STEP, away))
        self._drag_to(x, (0 if rows < 0 else last) + rows)

    def _drag_to(self, x: int, y: int) -> None:
        offset = self.offset_at_cell(x, y)
        if offset is not None and self._dragging_from is not None:
            self.drag(self._dragging_from, offset)

    def _stop_scrolling(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def on_mouse_up(self) -> None:
        """End a drag."""
        self._dragging_from = None
        self._stop_scrolling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word by two clicks, a sentence by three."""
        if event.button == 1 and event.chain >= 2:
            self.select_around("word" if event.chain == 2 else "sentence")
