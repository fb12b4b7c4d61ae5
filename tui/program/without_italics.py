"""Words without italics, for a terminal that would show them in reverse."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_PLAIN = Style(italic=False)
_UNDERLINED = Style(italic=False, underline=True)


class WithoutItalics(LineFilter):
    """Underlines what is to be italic, where it is not bold already."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line as they are shown."""
        return [
            Segment(text, style and _upright(style), control) for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _upright(style: Style) -> Style:
    if not style.italic:
        return style
    return style + (_PLAIN if style.bold else _UNDERLINED)
