"""A vertical scrollbar that is painted anew only where its thumb moves."""

from __future__ import annotations

from textual.reactive import Reactive
from textual.scrollbar import ScrollBar

from tui.widgets.plain_styles import PlainStyles

# Textual paints the ends of a thumb in eighths of a cell.
_EIGHTHS = 8


class SteadyScrollBar(ScrollBar):
    """Does what Textual's own does, and looks the same.

    That one is painted whenever what is in view moves: as long as many rows take, while in a long
    list its thumb stays where it is.
    """

    position: Reactive[float] = Reactive(0, repaint=False)

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._styles_cache = PlainStyles()

    def watch_position(self, before: float, now: float) -> None:
        """Paint anew where that can be seen."""
        if self._start_of_thumb(before) != self._start_of_thumb(now):
            self.refresh()

    def _start_of_thumb(self, position: float) -> int:
        """Return where the thumb begins, in eighths of a cell."""
        height, window, whole = self.size.height, self.window_size, self.window_virtual_size
        if not height or whole <= window:
            return 0
        thumb = max(1, window * height / whole)
        return int((height - thumb) * position / (whole - window) * _EIGHTHS)
