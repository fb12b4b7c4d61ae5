"""The status line: what happened last on the left, where one is on the right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tui.layout.cells import cells, cut


class StatusLine(Widget):
    """One row. Its words must be safe text; they are never read as markup."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._message = ""
        self._warning = False
        self._place = ""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a message until the next one."""
        self._message, self._warning = message, warning
        self.refresh()

    @property
    def message(self) -> str:
        """What is shown on the left."""
        return self._message

    def show_place(self, place: str) -> None:
        """Show where one is."""
        if place != self._place:
            self._place = place
            self.refresh()

    def render(self) -> Content:
        """Paint both, the message cut where they do not fit."""
        width = self.size.width
        place = cut(self._place, width)
        message = cut(self._message, max(0, width - cells(place) - 2))
        gap = " " * max(0, width - cells(message) - cells(place))
        said = Content(message)
        if self._warning:
            said = said.stylize("bold $warning")
        return said + Content(gap + place)
