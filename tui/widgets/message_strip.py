"""A strip above the status line with a message that has no room beside where one is."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content

from tui.layout.cells import cut
from tui.layout.wrap import wrapped_lines
from tui.widgets.strip_above import StripAbove

if TYPE_CHECKING:
    from tui.app import PostilApp

# Of the rows of the screen: below that there would be too little of the text.
SHARE = 3


class MessageStrip(StripAbove):
    """All words of a message, in as many rows as they need; a click on it calls `read`."""

    def __init__(self, read: Callable[[], None]) -> None:
        super().__init__()
        self._read = read
        self._words = ""
        self._style = ""

    def say(self, words: str, style: str) -> None:
        """Show safe words."""
        self._words, self._style = words, style
        self.refresh(layout=True)

    def render(self) -> Content:
        """Paint the message."""
        app = cast("PostilApp", self.app)
        room, most = max(1, app.size.width - 2), max(1, app.size.height // SHARE)
        rows = map(app.in_order, _rows(self._words, room, most))
        return Content("\n".join(rows)).stylize(self._style)

    def on_click(self, event: events.Click) -> None:
        """Go away."""
        event.stop()
        self._read()


@lru_cache(maxsize=1)
def _rows(words: str, room: int, most: int) -> tuple[str, ...]:
    """Return the rows of a message in so many cells; what does not fit in the last one is cut."""
    rows = wrapped_lines(words, room)
    if len(rows) > most:
        rows = [*rows[: most - 1], cut(f"{rows[most - 1]} {rows[most]}", room)]
    return tuple(rows)
