"""The styles of a widget that paints whole rows: nothing around them but blanks at their ends.

Textual lays what its style sheets can ask for on each row, one after the other: borders, outlines,
hatches, opacity, the filters of the app, and makes a strip at each step. That takes longer than to
paint a row of ours, which needs none of it but the filters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color
    from textual.filter import LineFilter
    from textual.geometry import Region
    from textual.widget import Widget

_KEPT = 512  # rows: more than a screen has


class PlainStyles(StylesCache):
    """Does what Textual's own does; in a widget without frames and effects with fewer steps."""

    def __init__(self) -> None:
        super().__init__()
        # What the rows that are kept were made for: another one is made of the same row otherwise.
        self._made_for: tuple[object, ...] = ()
        # By the identity of the row, which is kept so that no other gets it.
        self._finished: dict[int, tuple[Strip, Strip]] = {}

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the rows of a widget within `crop`; see first what its styles ask for."""
        styles = widget.styles
        padding = styles.padding
        plain = (
            not (padding.top or padding.bottom)
            and not any(edge for edge, _ in (*styles.border, *styles.outline))
            and not styles.tint.a
            and widget.opacity == styles.text_opacity == 1.0
            and not styles.has_rule("hatch")
        )
        if not plain:
            return super().render_widget(widget, crop)
        base, background = widget.background_colors
        blank = self.get_inner_outer(base, background)[0].rich_style
        filters = widget.get_line_filters()
        width = widget.region.width
        if width - padding.right <= crop.x < crop.right:
            strip = Strip(_filtered([Segment(" " * crop.width, blank)], filters, background))
            return [strip] * crop.height
        made_for = (width, crop.right, padding, base, background, *filters)
        if made_for != self._made_for:
            self.clear()
            self._finished.clear()
            self._made_for = made_for
        content, kept, dirty = widget.content_region.size, self._cache, self._dirty_lines
        room = min(content.width, crop.right - padding.left)
        after = crop.right - padding.left - room
        for y in crop.line_range:
            if y not in dirty and y in kept:
                continue
            beyond = y >= content.height
            row = Strip.blank(content.width, blank) if beyond else widget.render_line(y)
            known = self._finished.get(id(row))
            if known is None:
                segments = [
                    Segment(" " * padding.left, blank),
                    *row.adjust_cell_length(room, blank),
                    Segment(" " * after, blank),
                ]
                segments = _filtered([one for one in segments if one.text], filters, background)
                if len(self._finished) >= _KEPT:
                    self._finished.clear()
                known = self._finished[id(row)] = row, Strip(segments, crop.right)
            kept[y] = known[1]
        dirty.difference_update(crop.line_range)
        rows = [kept[y] for y in crop.line_range]
        return [row.crop(crop.x, crop.right) for row in rows] if crop.x else rows


def _filtered(
    segments: list[Segment], filters: Sequence[LineFilter], background: Color
) -> list[Segment]:
    for one in filters:
        segments = one.apply(segments, background)
    return segments
