"""What lasts as long as the app, kept out of Python's search for garbage; and when it searches.

The search goes through all objects there are, and stops every thread meanwhile: with the names of
10,000 articles a fifth of a second, now and then, between a key and its paint. So it does not go
through what lasts, and what is new is searched right after a paint, when no key waits.
"""

from __future__ import annotations

import gc
from typing import Final, Literal

# Of Python's three generations: when it searches by itself, after so many new objects, so many
# searches of those, and so many of what these left. Work beside the keys comes to that.
THRESHOLDS: Final = (10_000, 10, 100)
# The same for the searches between keys, which come before: each is a matter of a millisecond.
_NEW, _YOUNG, _OLD = 500, 8, 10

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

    def search_new(self) -> None:
        """Look for garbage in what the last paints have made; while searching is on only."""
        if not gc.isenabled():
            return
        new, young, _ = gc.get_count()
        if young >= _YOUNG:
            gc.collect(1)
        elif new >= _NEW:
            gc.collect(0)

    def search_old(self) -> None:
        """Look for garbage in all that does not last, where much has come since the last time.

        That may take a tenth of a second: it is for a time of rest.
        """
        if gc.isenabled() and gc.get_count()[2] >= _OLD:
            gc.collect()
