"""The styles of a widget that paints whole rows: nothing around them but blanks at their ends.

Textual lays what its style sheets can ask for on each row, one after the other: borders, outlines,
hatches, opacity. That takes longer than to paint a row of ours, which needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.color import Color
    from textual.css.styles import StylesBase
    from textual.geometry import Region, Size, Spacing
    from textual.widget import Widget


class PlainStyles(StylesCache):
    """Does what Textual's own does; in a widget without frames and effects with fewer steps."""

    def __init__(self) -> None:
        super().__init__()
        self._plain = False

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the rows of a widget within `crop`; see first what its styles ask for."""
        styles = widget.styles
        padding = styles.padding
        self._plain = (
            not (padding.top or padding.bottom)
            and not any(edge for edge, _ in (*styles.border, *styles.outline))
            and not styles.tint.a
            and widget.opacity == styles.text_opacity == 1.0
            and not styles.has_rule("hatch")
        )
        return super().render_widget(widget, crop)

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        *others: Any,
    ) -> Strip:
        """Return a row, with the blanks beside it."""
        if not self._plain or y >= content_size.height:
            return super().render_line(
                styles,
                y,
                size,
                content_size,
                padding,
                base_background,
                background,
                render_content_line,
                *others,
            )
        blank = self.get_inner_outer(base_background, background)[0].rich_style
        strip = render_content_line(y).adjust_cell_length(content_size.width, blank)
        if not (padding.left or padding.right):
            return strip
        before, after = (Segment(" " * side, blank) for side in (padding.left, padding.right))
        return Strip([one for one in (before, *strip, after) if one.text], size.width)
