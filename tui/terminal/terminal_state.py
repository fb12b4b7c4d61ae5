"""The state of the terminal that Postil was started in, kept so that it can be given back."""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from typing import Any

# Blank, and the cursor at the top: for terminals that have one screen only.
CLEARED = "\x1b[0m\x1b[2J\x1b[H"
# What Textual switches on, switched off: bracketed paste, mouse, focus, the keyboard protocol, the
# other screen, the hidden cursor, lines that do not wrap.
_SWITCHED_OFF = CLEARED.encode() + (
    b"\x1b[?2004l\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?7h\x1b[0m\r"
)


class TerminalState:
    """How a terminal was when this was made. `terminal` is a descriptor that is open on it."""

    def __init__(self, terminal: int = 0) -> None:
        self._terminal = terminal
        self._attributes: list[Any] | None = None
        with suppress(termios.error, OSError):
            self._attributes = termios.tcgetattr(terminal)

    def is_gone(self) -> bool:
        """Say whether it no longer answers: its window was closed, or the connection broke."""
        try:
            termios.tcgetattr(self._terminal)
        except (termios.error, OSError, ValueError):
            return True
        return False

    def set_attributes(self) -> None:
        """Put its line discipline back: a program that ran in it may have left another."""
        if self._attributes is not None:
            with suppress(termios.error, OSError):
                termios.tcsetattr(self._terminal, termios.TCSADRAIN, self._attributes)

    def restore(self) -> None:
        """Put all back where the app itself no longer can; never waits for the app."""
        with suppress(OSError):
            os.write(self._terminal, _SWITCHED_OFF)
        self.set_attributes()
