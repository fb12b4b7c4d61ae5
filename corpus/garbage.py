"""Making many objects that stay, without a search for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_objects() -> Iterator[None]:
    """Make many objects that stay: Python does not look for garbage meanwhile.

    It would look through all of them again and again, and find nothing: a fifth of the time that
    the list of a large folder takes, and half of what linking names takes. Where threads do so at
    once, the first to end ends it for all.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
