"""The signs beside rows in which two articles differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.layout.layers import StyledSpan

SIGNS = {"only-here": "+", "moved": "↕", "difference": "~", "difference-figure": "≠"}
"""What stands left of a row in which texts differ, by the style of the words there."""

RANKS = tuple(SIGNS)
"""The styles of what differs; of several in a row the last one's sign is shown."""


def sign_of(spans: Sequence[StyledSpan], start: int) -> str:
    """Return the sign of a row that begins at `start`, of the spans that differ in it.

    A figure weighs more than a word, a word more than its passage; of a passage that began in a row
    before only a bar is shown.
    """
    most = max(spans, key=lambda span: RANKS.index(span.style))
    whole = most.style in ("only-here", "moved")
    return "▏" if whole and most.start < start else SIGNS[most.style]
