"""A vertical scrollbar that is painted anew only where its thumb moves."""

from __future__ import annotations

from typing import cast

from rich.segment import Segment
from rich.style import Style
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import _RenderCache

from tui.widgets.plain_styles import PlainStyles

# Textual paints the ends of a thumb in eighths of a cell.
_EIGHTHS = 8


class SteadyScrollBar(ScrollBar):
    """Does what Textual's own does, and looks the same.

    That one is painted whenever what is in view moves: as long as many rows take, while in a long
    list its thumb stays where it is. And what it paints goes through Rich, which lays out anything,
    and takes ten times as long as to put cells above each other.
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

    def _render_content(self) -> None:
        bar, upon = cast("ScrollBarRender", self.render()), self.visual_style.rich_style
        style = cast("Style", bar.style)
        assert style.bgcolor is not None
        assert style.color is not None
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments
        # Of all the cells there are four kinds at the most.
        kinds = {id(cell): cell for cell in cells}
        painted = {
            kind: Strip([Segment(cell.text, upon + cell.style)], 1) for kind, cell in kinds.items()
        }
        self._render_cache = _RenderCache(self.size, [painted[id(cell)] for cell in cells])
        self._dirty_regions.clear()
