"""What lasts as long as the app, kept out of Python's search for garbage.

The search goes through all objects there are, and stops every thread meanwhile: with the names of
10,000 articles a fifth of a second, now and then, between a key and its paint.
"""

from __future__ import annotations

import gc
from typing import Final, Literal

# Of Python's three generations; the last one is searched after 600,000 new objects at the soonest.
THRESHOLDS: Final = (3_000, 20, 10)

What = Literal["folder", "names"]


class LastingObjects:
    """Says what lasts, once each: garbage that is there at that moment is never found."""

    def __init__(self) -> None:
        self._kept: set[What] = set()

    def begin(self) -> None:
        """Begin to look for garbage, but not in what the app was started with."""
        gc.freeze()
        gc.set_threshold(*THRESHOLDS)
        gc.enable()

    def keep(self, what: What) -> None:
        """Look for none in what there is now: the folder was listed, or the names are known."""
        if what not in self._kept:
            self._kept.add(what)
            gc.freeze()
