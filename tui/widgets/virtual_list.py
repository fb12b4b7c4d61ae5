"""A list that paints the rows in view only, so that its length costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.layout.cells import cells, cut
from tui.safe_text import safe_line
from tui.widgets.mouse_pane import MenuWanted
from tui.widgets.plain_styles import PlainStyles
from tui.widgets.row_painter import laid_over
from tui.widgets.steady_scroll import SteadyScroll

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.article.labels import Label

_KEPT = 256  # rows: more than a screen has
# A piece of a row: safe text, and the name of its component style ("" for the plain one).
Piece = tuple[str, str]


class VirtualList(SteadyScroll, can_focus=True, inherit_bindings=False):
    """Rows of one line each, with a cursor. Subclasses say how many rows, and what a row shows."""

    # Here, and not in a style sheet of the app: it is parsed when the first list is mounted.
    DEFAULT_CSS = """
    VirtualList {
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-color: $track;
        scrollbar-background: $background;
        overflow-x: hidden;

        & > .virtual-list--cursor { background: $selected; text-style: bold; }
        & > .virtual-list--cursor-blurred { background: $surface; }
        & > .virtual-list--heading { color: $primary; text-style: bold; }
        & > .virtual-list--faint { color: $furniture; }
        & > .virtual-list--strong { text-style: bold; }
        & > .virtual-list--warning { color: $warning; text-style: bold; }
        & > .virtual-list--label { color: $background; background: $accent; text-style: bold; }
        & > .virtual-list--match { color: $on-match; background: $matched; text-style: bold; }
        & > .virtual-list--match-widened {
            color: $foreground; background: $matched-widened; text-style: italic underline;
        }
        & > .virtual-list--person { color: $person; text-style: underline; }
        & > .virtual-list--org { color: $org; text-style: bold; }
        & > .virtual-list--place { color: $place; text-style: italic; }
        & > .virtual-list--norp { color: $norp; text-style: italic underline; }
        & > .virtual-list--quantity { color: $quantity; text-style: bold; }
        & > .virtual-list--date { color: $date; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "virtual-list--cursor",
        "virtual-list--cursor-blurred",
        "virtual-list--heading",
        "virtual-list--faint",
        "virtual-list--strong",
        "virtual-list--match",
        "virtual-list--match-widened",
        "virtual-list--warning",
        "virtual-list--label",
    }

    class Moved(Message):
        """The cursor moved to `row`."""

        def __init__(self, sender: VirtualList, row: int) -> None:
            super().__init__()
            self.sender = sender
            self.row = row

        @property
        def control(self) -> VirtualList:
            """The list it happened in."""
            return self.sender

    class Chosen(Moved):
        """A row was clicked, or Enter pressed on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._styles_cache = PlainStyles()
        self.row = 0
        # A list that keys reach through a field beside it shows its cursor as if it had the focus.
        self.keys_reach = False
        self._styles: dict[str, Style] = {}
        # Rows that were painted, by what they show: most of them are there again a row further.
        self._strips: dict[tuple[tuple[Piece, ...], bool], Strip] = {}
        # While rows are painted: their cells, the one at the top, how many there are.
        self._painting: tuple[int, int, int] | None = None
        self.labels: tuple[Label, ...] = ()  # their offsets are rows
        self.nothing = ""  # safe words, which stand where there is no row

    @property
    def row_width(self) -> int:
        """The cells that a row has: less where a scrollbar stands beside it."""
        return self.scrollable_content_region.width

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where the cursor's row begins, None where it is not in view."""
        line = self.row - self.scroll_offset.y
        in_view = 0 <= line < self.size.height
        return self.content_region.offset + Offset(0, line) if in_view else None

    def row_count(self) -> int:
        """Return the number of rows."""
        raise TypeError(f"{type(self).__name__} does not say how many rows it has")

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows in `width` cells."""
        raise TypeError(f"{type(self).__name__} does not say what row {row} shows in {width} cells")

    def rows_changed(self, *, row: int | None = None) -> None:
        """Paint anew; the cursor goes to `row`, or stays where there are rows enough."""
        count = self.row_count()
        if not self.is_attached:
            # A list that is not mounted yet is measured when it is.
            self.row = max(0, min(self.row if row is None else row, count - 1))
            return
        self.virtual_size = Size(self.row_width, count)
        self.row = max(0, min(self.row if row is None else row, count - 1))
        self._scroll_to_row()
        self.refresh()

    def move_to(self, row: int) -> None:
        """Move the cursor, clamped, into view."""
        count = self.row_count()
        if not count:
            return
        before, top = self.row, self.scroll_offset.y
        self.row = max(0, min(row, count - 1))
        self._scroll_to_row()
        if self.scroll_offset.y == top:
            # Nothing else is painted anew; a list that scrolls is, by itself.
            self.refresh_line(before)
            self.refresh_line(self.row)
        self.post_message(self.Moved(self, self.row))

    def choose(self) -> None:
        """Choose the row of the cursor."""
        if self.row_count():
            self.post_message(self.Chosen(self, self.row))

    def _scroll_to_row(self) -> None:
        page, top = max(1, self.size.height), self.scroll_offset.y
        if self.row < top:
            self.scroll_to(y=self.row, animate=False, force=True)
        elif self.row >= top + page:
            self.scroll_to(y=self.row - page + 1, animate=False, force=True)

    def _turn(self, by: int) -> None:
        """Scroll by so many rows, no further than the ends."""
        last = max(0, self.row_count() - self.size.height)
        top = max(0, min(self.scroll_offset.y + by, last))
        self.scroll_to(y=top, animate=False, force=True)

    def perform(self, action: str, count: int | None) -> bool:
        """Perform a motion by the last part of its action's id; False where it is none of ours."""
        verb, times = action.rpartition(".")[2], count or 1
        page = max(1, self.size.height - 1)
        places = {
            "down": self.row + times,
            "up": self.row - times,
            "page_down": self.row + times * page,
            "page_up": self.row - times * page,
            "start": 0 if count is None else count - 1,
            "end": self.row_count() - 1 if count is None else count - 1,
        }
        if verb not in places:
            return False
        if verb.startswith("page_"):
            # What is in view is turned with the cursor, so that the first page is one, too.
            self._turn(places[verb] - self.row)
        self.move_to(places[verb])
        return True

    def notify_style_update(self) -> None:
        """Forget styles when the theme changes."""
        super().notify_style_update()
        self._forget_styles()

    def _forget_styles(self) -> None:
        self._styles.clear()
        self._strips.clear()

    def _style(self, name: str, *, cursor: bool) -> Style:
        key = f"{name} {cursor}"
        known = self._styles.get(key)
        if known is None:
            known = self.rich_style
            names = [name] if name else []
            if cursor:
                ending = "cursor" if self.has_focus or self.keys_reach else "cursor-blurred"
                # A match brings a background of its own, which lies upon that of the cursor.
                names.insert(0 if name.startswith("match") else len(names), ending)
            for each in names:
                known += self.get_component_rich_style(f"virtual-list--{each}", partial=True)
            self._styles[key] = known
        return known

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows; what is the same for all of them is asked for once."""
        self._painting = self.row_width, self.scroll_offset.y, self.row_count()
        try:
            return super().render_lines(crop)
        finally:
            self._painting = None

    def render_line(self, y: int) -> Strip:
        """Paint the row at line `y` of the widget."""
        width, top, count = self._painting or (
            self.row_width,
            self.scroll_offset.y,
            self.row_count(),
        )
        row = top + y
        is_row = row < count
        if not is_row and (row or not self.nothing):
            return Strip.blank(width, self._style("", cursor=False))
        pieces = self.pieces(row, width) if is_row else [(self.nothing, "faint")]
        shown = self._fitted(pieces, width), is_row and row == self.row
        strip = self._strips.get(shown)
        if strip is None:
            fitted, cursor = shown
            # Safe already, unless a part of it was forgotten: all of it passes the door again.
            segments = [
                Segment(safe_line(text), self._style(name, cursor=cursor)) for text, name in fitted
            ]
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            strip = self._strips[shown] = Strip(segments, width)
        for label in self.labels:
            if label.offset == row:
                style = self.get_component_rich_style("virtual-list--label")
                strip = laid_over(strip, 0, label.letters, style)
        return strip

    def _fitted(self, pieces: list[Piece], room: int) -> tuple[Piece, ...]:
        """Return pieces that fill so many cells, in the order in which the terminal gets them."""
        in_order, fitted = cast("PostilApp", self.app).in_order, []
        for text, name in pieces:
            width = cells(text)
            if width > room:
                text = cut(text, room)
                width = cells(text)
            room -= width
            fitted.append((in_order(text), name))
            if room <= 0:
                return tuple(fitted)
        return (*fitted, (" " * room, ""))

    def label_all(self) -> tuple[Label, ...]:
        """Put a label on every row in view; return them."""
        from tui.article.labels import labels_of

        top = self.scroll_offset.y
        rows = range(top, min(top + self.size.height, self.row_count()))
        self.show_labels(labels_of(rows, lambda _first, _second: True))
        return self.labels

    def show_labels(self, labels: tuple[Label, ...]) -> None:
        """Show these labels and no others."""
        self.labels = labels
        self.refresh()

    def go_to_label(self, row: int) -> None:
        """Go to the row of a label."""
        self.move_to(row)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.rows_changed()

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self._forget_styles()
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self._forget_styles()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; with the other button, ask for its menu."""
        cell = event.get_content_offset(self)
        row = self.scroll_offset.y + cell.y if cell is not None else self.row_count()
        if row < self.row_count():
            self.focus()
            self.move_to(row)
            if event.button == 3:
                self.post_message(MenuWanted(event.screen_x, event.screen_y))
            else:
                self.choose()
