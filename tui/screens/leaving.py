"""Leaving a screen: once, and no other than the one that is seen."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def can_leave(screen: Screen[Any]) -> bool:
    """Say whether a screen lies above all others, so that leaving it leaves no other.

    A thread that ends late, or a key that was typed twice, may ask for it once more.
    """
    stack = screen.app.screen_stack
    return bool(stack) and stack[-1] is screen
