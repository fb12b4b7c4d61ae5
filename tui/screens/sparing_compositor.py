"""How a screen is put together: only the widgets that show in what is painted anew take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual.geometry import Region

from tui.widgets.plain_styles import PlainStyles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.strip import Strip
    from textual.widget import Widget


def beside(region: Region, other: Region) -> tuple[Region, ...]:
    """Return what of a region is not in another one, as regions that do not overlap."""
    inner = region.intersection(other)
    if not inner:
        return (region,)
    x, y, width, height = region
    parts = (
        Region(x, y, width, inner.y - y),
        Region(x, inner.bottom, width, y + height - inner.bottom),
        Region(x, inner.y, inner.x - x, inner.height),
        Region(inner.right, inner.y, x + width - inner.right, inner.height),
    )
    return tuple(part for part in parts if part)


def covers(regions: Iterable[Region], region: Region) -> bool:
    """Say whether every cell of a region is in one of the others."""
    left = [region]
    for other in regions:
        left = [part for one in left for part in beside(one, other)]
        if not left:
            return True
    return False


class SparingCompositor(Compositor):
    """Does what Textual's own does, of which all widgets take part whose container reaches in.

    On a screen of panes that is every row of each pane, whichever of them is painted anew, and
    every row of what the panes lie in, of which they leave nothing to be seen.
    """

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        # From the front to the back.
        painted: list[Region] = []
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            seen = shown if crop is None else shown.intersection(crop)
            if seen and not (widget.children and covers(painted, seen)):
                painted.append(seen)
                for part in self._parts(widget, shown):
                    yield part, part, widget.render_lines(part.translate(-region.offset))

    def _parts(self, widget: Widget, shown: Region) -> tuple[Region, ...]:
        """Return what is shown of a widget without its scrollbar, which lies in front of it.

        Textual cuts every row into what is left of it, what is behind it, and what is right of it.
        """
        bar = widget._vertical_scrollbar
        if bar not in self.visible_widgets or not isinstance(widget._styles_cache, PlainStyles):
            return (shown,)
        return beside(shown, self.visible_widgets[bar][0])
