"""A web address in the text: shown whole, copied, or given to the reader's browser."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from textual import work

from tui.article.addresses import ascii_host
from tui.layout.wrap import wrapped_lines
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.correcting import Correcting

if TYPE_CHECKING:
    from tui.widgets.virtual_list import Piece

_COPY = "Copy it"
_OPEN = "Open it in the browser: that goes online, Postil does not"
_LEAST = 8


class Visiting(Correcting, part=True):
    """The part of the main screen that shows web addresses."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The action on a web address."""
        return super().handlers | {"reader.address": lambda _: self.show_address()}

    def show_address(self) -> None:
        """Show the web address under the cursor, and ask what to do with it."""
        address = self.address_here()
        if address is None:
            self.say("No web address here")
            return
        from tui.screens.choosing import ChoiceScreen

        target = address.target

        def body(width: int) -> list[list[Piece]]:
            return _rows(target, width)

        def chosen(number: object) -> None:
            if number == 0:
                self.app.copy_to_clipboard(target)
            elif number == 1:
                self._open_address(target)

        self.app.push_screen(ChoiceScreen("A web address", (_COPY, _OPEN), body), chosen)

    @work(thread=True, group="browser")
    def _open_address(self, target: str) -> None:
        """Start the browser off the UI thread; where there is none, copy the address."""
        from tui.terminal.browser import browser, open_address

        call = self.app.call_from_thread
        command = browser(os.environ, sys.platform, shutil.which)
        if not command:
            call(self.app.copy_to_clipboard, target)
            return
        wrong = open_address(command, target)
        words = f"Not opened: {wrong}" if wrong else f"Opened by {command[0]}"
        call(self.say, safe_line(words), warning=bool(wrong))


def _rows(target: str, width: int) -> list[list[Piece]]:
    """Return the rows that show an address: whole, and its host as computers write it."""
    shown, room = safe_line(target), max(_LEAST, width - 4)
    rows: list[list[Piece]] = [
        [("  ", ""), (line, "strong")] for line in wrapped_lines(shown, room)
    ]
    if host := ascii_host(target):
        words = f"Other letters than Latin ones in its host: {safe_line(host)}"
        rows += [[("  ", ""), (line, "warning")] for line in wrapped_lines(words, room)]
    return rows
