"""A field of one line whose text passes the safe-text door on its way to the screen."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.keyboard.key_names import with_alt
from tui.safe_text import safe_line


class SafeInput(Input):
    """A field of one line. What is pasted or set is made safe first."""

    # A field is as wide as its place: a letter more does not lay the whole screen out anew.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            safe_line(value), placeholder=placeholder, id=id, compact=True, select_on_focus=False
        )

    async def _on_key(self, event: events.Key) -> None:
        if with_alt(event.key):
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = event.text.splitlines()
        if lines:
            self.insert_text_at_cursor(safe_line(lines[0]))
