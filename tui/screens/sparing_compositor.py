"""How a screen is put together: only the widgets that reach into what is painted anew take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Region
    from textual.strip import Strip


class SparingCompositor(Compositor):
    """Does what Textual's own does, of which all widgets take part whose container reaches in.

    On a screen of panes that is every row of each pane, whichever of them is painted anew.
    """

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if shown if crop is None else shown.overlaps(crop):
                yield region, clip, widget.render_lines(shown.translate(-region.offset))
