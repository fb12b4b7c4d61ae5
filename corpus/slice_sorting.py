"""Sorting very many things in a thread, so that no other thread waits for long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import merge
from typing import Any, Final, TypeVar

SLICE: Final = 5_000
"""Things that are sorted at a time: some milliseconds, in which no other thread has a turn."""
T = TypeVar("T")


def sorted_in_slices(
    things: Sequence[T],
    of: Callable[[T], Any],
    *,
    backwards: bool = False,
    cancelled: Callable[[], bool] = bool,
) -> list[T]:
    """Return things by what `of` gives of them, equal ones in the order that they have.

    Slices are sorted, then merged one thing at a time: a single sort of them all would stop every
    other thread. What is returned where `cancelled()` became true is not all, and in no order.
    """
    runs = []
    for at in range(0, len(things), SLICE):
        if cancelled():
            break
        runs.append(sorted(things[at : at + SLICE], key=of, reverse=backwards))
    return list(merge(*runs, key=of, reverse=backwards))
