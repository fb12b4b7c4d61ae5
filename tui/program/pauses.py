"""The pauses between keys, in which work is done that would make a key wait."""

from __future__ import annotations

from time import monotonic, sleep
from typing import Final

# From a key until its paint is on the screen, with room to spare.
SECONDS_OF_A_KEY: Final = 0.03
SECONDS_OF_REST: Final = 1.0


class Pauses:
    """Knows when the reader pressed a key for the last time. Any thread may ask."""

    def __init__(self) -> None:
        self._touched = 0.0

    def touch(self) -> None:
        """A key was pressed, or the mouse."""
        self._touched = monotonic()

    @property
    def resting(self) -> bool:
        """Whether no key has come for some time, and none is likely to come right now."""
        return monotonic() - self._touched > SECONDS_OF_REST

    def wait(self) -> None:
        """Let keys go before: return when none has come so lately that its paint may be due.

        For threads that work in steps of a few milliseconds, before each: a thread that computes
        takes the turn from the one that paints again and again.
        """
        while (left := self._touched + SECONDS_OF_A_KEY - monotonic()) > 0:
            sleep(left)
