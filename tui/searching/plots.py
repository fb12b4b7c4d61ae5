"""Plots of one row of cells: a bar, and where in an article something stands."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = "▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def bar(value: float, most: float, width: int) -> str:
    """Return a bar of at most `width` cells, all of them for `most`; what is there shows."""
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(8 * width * min(value, most) / most))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest - 1] if rest else "")


def strip(counts: Sequence[int]) -> str:
    """Return a cell for each count, as high as it is among them; a dot where there is nothing."""
    most = max(counts, default=0)
    return "".join(
        _HEIGHTS[(8 * count + most - 1) // most - 1] if count else NOTHING for count in counts
    )
