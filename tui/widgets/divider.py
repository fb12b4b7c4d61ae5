"""A border between two panes, which the mouse drags."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.plain_styles import PlainStyles

SIGN = "▏"


class Divider(Widget):
    """One column between the article and the pane that it names: `list` or `panel`."""

    class Dragged(Message):
        """The mouse is at column `x` of the screen; `done` when it was let go."""

        def __init__(self, side: str, x: int, *, done: bool) -> None:
            super().__init__()
            self.side = side
            self.x = x
            self.done = done

    def __init__(self, side: str) -> None:
        super().__init__(id=f"divider-{side}")
        self._styles_cache = PlainStyles()
        self._side = side
        self._held = False
        self._cell = Strip.blank(1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the border, of which all rows are the same."""
        self._cell = Strip([Segment(SIGN, self.rich_style)])
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return the border in a row."""
        return self._cell

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the border."""
        event.stop()
        if event.button == 1:
            self._held = True
            self.add_class("-held")
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the border is dragged to."""
        if self._held:
            event.stop()
            self.post_message(self.Dragged(self._side, event.screen_x, done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the border."""
        if self._held:
            event.stop()
            self._held = False
            self.remove_class("-held")
            self.release_mouse()
            self.post_message(self.Dragged(self._side, event.screen_x, done=True))
