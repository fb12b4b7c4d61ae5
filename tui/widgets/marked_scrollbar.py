"""A scrollbar that shows where in the whole article the matches and the annotations are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.widgets.plain_styles import PlainStyles

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = {"match": "━", "annotation": "▐"}


class MarkedScrollBar(ScrollBar):
    """A vertical scrollbar with a sign in each cell whose part of the article has something."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"marked-scroll-bar--{name}" for name in ("track", "thumb", "match", "annotation")
    }

    class Picked(Message):
        """A cell was clicked: `offset` is that of its sign, None where it has none."""

        def __init__(self, part: float, offset: int | None) -> None:
            super().__init__()
            self.part = part
            self.offset = offset

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._styles_cache = PlainStyles()
        self._signs: tuple[tuple[str, int] | None, ...] = ()
        self._cells_of_thumb = range(0)  # as they are painted now
        self._painted: dict[tuple[str, bool], Strip] = {}

    def notify_style_update(self) -> None:
        """Forget painted cells when the theme changes."""
        super().notify_style_update()
        self._painted.clear()

    def mark(self, matches: Sequence[int | None], annotations: Sequence[int | None]) -> None:
        """Show signs: for each cell the offset of what is there first, or None."""
        signs = tuple(
            ("match", match)
            if match is not None
            else ("annotation", annotation)
            if annotation is not None
            else None
            for match, annotation in zip(matches, annotations, strict=True)
        )
        if signs != self._signs:
            self._signs = signs
            self.refresh()

    def _thumb(self) -> range:
        """Return the cells that stand for what is in view."""
        height, window, whole = self.size.height, self.window_size, self.window_virtual_size
        if not window or whole <= window or not height:
            return range(0)
        length = max(1, round(height * window / whole))
        start = round((height - length) * min(1, self.position / (whole - window)))
        return range(start, start + length)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the bar; find the thumb first, once for all cells."""
        self._cells_of_thumb = self._thumb()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paint a cell: the thumb or the track, and a sign upon it."""
        sign = self._signs[y] if y < len(self._signs) else None
        name, on_thumb = sign[0] if sign is not None else "", y in self._cells_of_thumb
        known = self._painted.get((name, on_thumb))
        if known is None:
            known = self._painted[name, on_thumb] = self._cell(name, on_thumb=on_thumb)
        return known

    def _cell(self, name: str, *, on_thumb: bool) -> Strip:
        """Paint a cell with the sign of a match, an annotation, or none."""
        ground = "thumb" if on_thumb else "track"
        style = self.get_component_rich_style(f"marked-scroll-bar--{ground}")
        if name:
            style += self.get_component_rich_style(f"marked-scroll-bar--{name}", partial=True)
        meta = {"@mouse.down": "grab"} if on_thumb else {}
        return Strip([Segment(SIGNS.get(name, " "), style + Style(meta=meta))], 1)

    def on_click(self, event: events.Click) -> None:
        """Tell which part of the article was clicked."""
        event.stop()
        sign = self._signs[event.y] if event.y < len(self._signs) else None
        if sign is not None or event.y not in self._thumb():
            part = event.y / max(1, self.size.height)
            self.post_message(self.Picked(part, sign[1] if sign is not None else None))
