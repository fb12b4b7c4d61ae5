"""A strip above the status line that lists which keys may follow the one that was typed."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from tui.keyboard.following_keys import Cell, NextKey, key_at, pieces_of, strip_rows
from tui.widgets.strip_above import StripAbove


class KeyStrip(StripAbove):
    """Keys in columns, each of which can be clicked as well; as high as they need."""

    class Clicked(Message):
        """A key of the strip was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, keys: tuple[NextKey, ...], width: int, height: int) -> None:
        super().__init__()
        self._keys: tuple[NextKey, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self.lay_out(keys, width, height)

    def lay_out(self, keys: tuple[NextKey, ...], width: int, height: int) -> None:
        """Show other keys, for a screen of so many cells and rows."""
        self._keys = keys
        self._rows = strip_rows(keys, width - 2, height)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Paint the keys, each before its words."""
        return Content("\n").join(Content.assemble(*_styled(row)) for row in self._rows)

    def on_resize(self) -> None:
        """Lay the keys out for the screen as it is now."""
        self.lay_out(self._keys, *self.app.size)

    def on_click(self, event: events.Click) -> None:
        """Tell of the key under the mouse."""
        event.stop()
        row = event.y - self.gutter.top
        if 0 <= row < len(self._rows):
            key = key_at(self._rows[row], event.x - self.gutter.left)
            if key:
                self.post_message(self.Clicked(key))


def _styled(row: tuple[Cell, ...]) -> list[tuple[str, str]]:
    return [(words, "bold" if is_key else "") for words, is_key in pieces_of(row)]
