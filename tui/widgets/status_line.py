"""The status line: what happened last on the left, where one is on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.keyboard.hints import Hint
from tui.layout.cells import cells
from tui.widgets.split_line import SplitLine

if TYPE_CHECKING:
    from tui.widgets.message_strip import MessageStrip

# Long enough to read, not so long that it is taken for news.
SECONDS_SHOWN = 8


class StatusLine(SplitLine):
    """Messages, each shown for some seconds or until the next one.

    Where one is stays: a message without room beside it is shown in a strip above, until a key is
    typed, and then its beginning in the line.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._expiry: Timer | None = None
        self._strip: MessageStrip | None = None
        self._in_strip = False

    def say(
        self, message: str, *, warning: bool = False, lasting: bool = False, whole: bool = False
    ) -> None:
        """Show a message; a `lasting` one stays until the next.

        One that lasts gives way to where one is, and is cut; a warning, what has to be read
        `whole`, and what is said for some seconds are shown to their end.
        """
        if self._expiry is not None:
            self._expiry.stop()
            self._expiry = None
        self.left_style = "bold $warning" if warning else ""
        self.left_first = warning or whole
        self.left_whole = not lasting
        self._in_strip = warning or whole or not lasting
        self.show(left=message)
        self._lay_out()
        if message and not lasting:
            self._expiry = self.set_timer(SECONDS_SHOWN, lambda: self.say(""))

    def key_typed(self) -> None:
        """Give the rows of the text back that a long message had."""
        if self._in_strip:
            self._in_strip = False
            self._lay_out()

    def show_hints(self, *hints: Hint) -> None:
        """Show where one is; the message has the room that this leaves."""
        super().show_hints(*hints)
        if self.left:
            self._lay_out()

    def on_resize(self) -> None:
        """Find room for the message in the screen as it is now."""
        self._lay_out()

    def _fitted(self) -> tuple[str, str, tuple[Hint, ...]]:
        if self._strip is None:
            return super()._fitted()
        return "", *self._right(self.size.width)

    def _lay_out(self) -> None:
        room = self.room_of_left
        if not self._in_strip or cells(self.left) <= room or not self.size.width:
            if self._strip is not None:
                self._strip.remove()
                self._strip = None
                self.refresh()
            return
        from tui.widgets.message_strip import MessageStrip

        if self._strip is None:
            self._strip = MessageStrip(lambda: self.say(""))
            self.screen.mount(self._strip)
        self._strip.say(self.left, self.left_style)
        self.refresh()
