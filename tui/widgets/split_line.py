"""A line of two ends: words on the left and words on the right, one of which gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from tui.keyboard.hints import Hint, action_at, fitting, line_of, shortened, staying
from tui.layout.cells import cells, cut
from tui.safe_text import safe_line
from tui.widgets.hint_line import ActionClicked

if TYPE_CHECKING:
    from tui.app import PostilApp

# The last two lead to all else: the keys that work here, and all actions.
HINTS_ALWAYS = 2
GAP_OF_ENDS = 2  # in cells


class SplitLine(Widget):
    """One row. Its words are made safe, and never read as markup.

    Where both ends do not fit, the left gives way, or the right while `left_first` is set; with
    `left_whole` the right gives way where the whole of the left fits then. Hints that stay do not.
    """

    def __init__(self, *, style: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.left = ""
        self.right = ""
        self.left_style = style
        self.left_action = ""
        self._hints: tuple[Hint, ...] = ()
        self.left_first = False
        self.left_whole = False
        self.left_share = 0.0  # of the width, as far as the left needs it

    def show(self, *, left: str | None = None, right: str | None = None) -> None:
        """Show other words at one end or both."""
        before = self.left, self.right
        self.left = self.left if left is None else safe_line(left)
        self.right = self.right if right is None else safe_line(right)
        if (self.left, self.right) != before:
            self.refresh()

    def show_hints(self, *hints: Hint) -> None:
        """Show hints at the right, which perform their actions when they are clicked."""
        self._hints = hints
        self.show(right=line_of(hints))

    def on_click(self, event: events.Click) -> None:
        """Ask for the action of the words under the mouse."""
        if event.button != 1:
            return
        # The cell beside the words counts as well.
        cell = event.x - self.gutter.left
        _, right, hints = self._fitted()
        start = self.size.width - cells(right)
        action = action_at(hints, cell - start) if cell >= start - 1 else self.left_action
        if action:
            event.stop()
            self.post_message(ActionClicked(action))

    def _fitted(self) -> tuple[str, str, tuple[Hint, ...]]:
        """Return both ends as they are shown, and the hints of the right one.

        One of them gives way where they do not fit: whole hints, else the end of the words.
        """
        width = self.size.width
        whole = self.left_whole and cells(self.left) <= self.room_of_left
        if self.left and (self.left_first or whole):
            left = cut(self.left, self.room_of_left)
            right, hints = self._right(max(0, width - cells(left) - GAP_OF_ENDS))
        else:
            right, hints = self._right(self._room_beside(width) if self._hints else width)
            left = cut(self.left, max(0, width - cells(right) - GAP_OF_ENDS))
        return left, right, hints

    @property
    def room_of_left(self) -> int:
        """The cells that the left may have: all but those of the hints that stay."""
        kept = cells(line_of(staying(self._hints)))
        return max(0, self.size.width - (kept + GAP_OF_ENDS if kept else 0))

    def _room_beside(self, width: int) -> int:
        """Return the room of the hints beside a message: in fewer words, but all that fit."""
        if not self.left:
            return width
        least = int(width * self.left_share)
        shortest = min(cells(line_of(shortened(self._hints))), width - least)
        return min(width, max(width - cells(self.left) - GAP_OF_ENDS, shortest))

    def _right(self, room: int) -> tuple[str, tuple[Hint, ...]]:
        hints = fitting(self._hints, room, always=HINTS_ALWAYS)
        while hints and cells(line_of(hints)) > room:
            passing = [hint for hint in hints if not hint.stays]
            hints = tuple(hint for hint in hints if hint is not (passing or hints)[0])
        if self._hints and not hints:
            return "", ()
        return cut(safe_line(line_of(hints)) if hints else self.right, room), hints

    def render(self) -> Content:
        """Paint both ends."""
        left, right, _ = self._fitted()
        in_order = cast("PostilApp", self.app).in_order
        left, right = in_order(left), in_order(right)
        gap = " " * max(0, self.size.width - cells(left) - cells(right))
        return Content(left).stylize(self.left_style) + Content(gap + right)
