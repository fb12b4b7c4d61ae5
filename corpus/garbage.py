"""Making many objects that stay, without a search for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# Going through so many objects takes 20 ms or more, in which no thread does anything else.
MANY: Final = 20_000


@contextmanager
def many_objects() -> Iterator[None]:
    """Make many objects that stay: Python does not look for garbage meanwhile.

    It would look through all of them again and again, and find nothing: a fifth of the time that
    the list of a large folder takes, and half of what linking names takes. Nor does it look through
    them afterwards, where they are many. Where threads do so at once, the first to end ends it for
    all.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > MANY:
                gc.freeze()
            gc.enable()
