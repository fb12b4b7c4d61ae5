"""The names of the lists of the side panel, the one that is shown marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.cells import cells


class TabLine(Widget):
    """One row of names, each of which can be clicked."""

    class Chosen(Message):
        """A name was clicked."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.names = tuple(names)
        self.shown = self.names[0]

    def show(self, name: str) -> None:
        """Mark a name."""
        self.shown = name
        self.refresh()

    def render(self) -> Content:
        """Paint the names."""
        return Content("").join(
            Content(f" {name} ").stylize("reverse" if name == self.shown else "")
            for name in self.names
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        cell = event.get_content_offset(self)
        start = 0
        for name in self.names:
            end = start + cells(name) + 2
            if cell is not None and start <= cell.x < end:
                self.post_message(self.Chosen(name))
            start = end
