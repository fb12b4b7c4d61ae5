"""The part of the app that asks the terminal how many cells it gives to what terminals differ in.

A vowel of Hindi takes none in some terminals and one in others, tmux among them. Measured wrongly,
the ends of rows in half of the scripts of India and South-East Asia are not on the screen; behind
an emoji, the rest of a row is not in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.program.resizing import ResizingApp

if TYPE_CHECKING:
    from textual import events

# Not the first row: an answer from there could be F3 with a modifier.
_ROW: Final = 2
_PLACE: Final = f"\x1b[{_ROW};1H"
# A letter with a vowel beside it, a sign with a selector, an emoji with a colour of skin: where is
# the cursor behind each? Nothing of it stays on the screen.
_ASKED: Final = ("\u0915\u093e", "\u2764\ufe0f", "\U0001f44d\U0001f3fd")
_QUESTIONS = "".join(f"{_PLACE}{words}\x1b[6n" for words in _ASKED)
QUESTION: Final = f"\x1b7{_QUESTIONS}{_PLACE}\x1b[K\x1b8"


class MeasuringApp(ResizingApp, part=True):
    """An app that measures as its terminal does."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._answers: list[int] = []

    def on_mount(self) -> None:
        """Ask: nothing has been painted yet."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(QUESTION)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take an answer; with the last one all are known."""
        if event.y != _ROW - 1:
            return
        self._answers.append(event.x)
        if len(self._answers) == len(_ASKED):
            from tui.layout.cells import TerminalCells
            from tui.program.measuring import measure_as

            vowel, heart, thumb = self._answers
            self._answers.clear()
            terminal = TerminalCells(int(vowel == 2), 2 * int(thumb == 4), heart != 1)
            measure_as(self, terminal)
