"""What lasts as long as the app, kept out of Python's search for garbage; and when it searches.

The search goes through all objects there are, and stops every thread meanwhile: with the names of
10,000 articles a fifth of a second, now and then, between a key and its paint. So it does not go
through what lasts, and what is new is searched right after a paint, when no key waits.

What Python is told to keep out stays out, also when it has become garbage: of the few rows painted
last, say. So nothing of a screen that will be closed is kept out; and where twice as much has been
kept out as there was, all is searched once, in a long rest.
"""

from __future__ import annotations

import gc
import sys
from typing import Final, Literal

# Of Python's three generations: when it searches by itself, after so many new objects, so many
# searches of those, and so many of what these left. Work beside the keys comes to that, and each of
# the first two is a matter of milliseconds.
THRESHOLDS: Final = (10_000, 3, 300)
# The same for the searches between keys, which come before: each is a matter of a millisecond.
_NEW, _YOUNG, _OLD = 500, 8, 4
# Blocks of memory, each with an object. Going through so many takes some milliseconds: it is not
# worth while to keep out fewer.
_MANY: Final = 20_000

What = Literal["folder", "analysis", "names"]


class LastingObjects:
    """Says what lasts, once each: garbage that is there at that moment is never found."""

    def __init__(self) -> None:
        self._kept: set[What] = set()
        self._lasting = 0  # objects that were kept out when all was searched last
        self._blocks = 0  # of memory, when objects were kept out last

    def begin(self) -> None:
        """Begin to look for garbage, but not in what the app was started with."""
        self._keep_out()
        self._lasting = gc.get_freeze_count()
        gc.set_threshold(*THRESHOLDS)
        gc.enable()

    def keep(self, what: What) -> None:
        """Look for none in what there is now: the folder was listed, an article was analysed for
        the first time, or the names are known.
        """
        if what not in self._kept:
            self._kept.add(what)
            self._keep_out()
            self._lasting = gc.get_freeze_count()

    def search_new(self) -> None:
        """Look for garbage in what the last paints have made; while searching is on only."""
        if not gc.isenabled():
            return
        new, young, _ = gc.get_count()
        if young >= _YOUNG:
            gc.collect(1)
        elif new >= _NEW:
            gc.collect(0)

    def search_old(self, *, lasts: bool) -> None:
        """Look for garbage in what is not kept out, where much has come since the last time.

        `lasts` says that what is left, where it is much, lasts. That may take some hundredths of a
        second, the first time a tenth: it is for a time of rest.
        """
        if gc.isenabled() and gc.get_count()[2] >= _OLD:
            gc.collect()
            # Objects are counted by their memory: `gc.get_objects` would hold on to those that
            # another thread is just making, a tuple of what a generator gives, which fails then.
            if lasts and sys.getallocatedblocks() - self._blocks > _MANY:
                self._keep_out()

    def search_all(self) -> None:
        """Look for garbage in all there is, where what is kept out has doubled since the last time.

        That takes the longer the more articles there are, a second for 100,000: it is for a long
        rest, in which all that is left lasts.
        """
        if gc.isenabled() and gc.get_freeze_count() > 2 * self._lasting:
            gc.unfreeze()
            gc.collect()
            self._keep_out()
            self._lasting = gc.get_freeze_count()

    def _keep_out(self) -> None:
        gc.freeze()
        self._blocks = sys.getallocatedblocks()
