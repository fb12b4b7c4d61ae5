"""The part of the app that asks the terminal how many cells it gives to marks beside letters.

A vowel of Hindi takes none in some terminals and one in others, tmux among them. Measured wrongly,
the ends of rows in half of the scripts of India and South-East Asia are not on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.program.resizing import ResizingApp

if TYPE_CHECKING:
    from textual import events

# Not the first row: an answer from there could be F3 with a modifier.
_ROW: Final = 2
# A letter with its vowel, then where the cursor is after it; nothing of it stays on the screen.
QUESTION: Final = f"\x1b7\x1b[{_ROW};1H\u0915\u093e\x1b[6n\x1b[{_ROW};1H\x1b[K\x1b8"


class MeasuringApp(ResizingApp, part=True):
    """An app that measures marks beside letters as its terminal does."""

    def on_mount(self) -> None:
        """Ask: nothing has been painted yet."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(QUESTION)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take the answer: the letter takes one cell, the rest is the vowel's."""
        if event.y == _ROW - 1 and event.x in (1, 2):
            from tui.program.measuring import measure_spacing_marks

            measure_spacing_marks(self, event.x - 1)
