"""A field of several lines whose text passes the safe-text door on its way to the screen."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from tui.keyboard.key_names import with_alt
from tui.safe_text import safe_line


class SafeTextArea(TextArea):
    """A field of several lines. It keeps the text as it is and paints it safely."""

    async def _on_key(self, event: events.Key) -> None:
        if with_alt(event.key):
            event.prevent_default()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is painted: as long as the line, with nothing harmful in it."""
        return Text(safe_line(self.document.get_line(line_index)), end="", no_wrap=True)
