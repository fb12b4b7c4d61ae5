"""The names of the lists of the side panel, the one that is shown marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.cells import cells

_SHORT = 4


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
            Content(words).stylize("reverse" if name == self.shown else "")
            for name, words in self._shown_names()
        )

    def _shown_names(self) -> list[tuple[str, str]]:
        """Return each name with the words for it; where they do not fit, the others are short."""
        full = [(name, f" {name} ") for name in self.names]
        if sum(cells(words) for _, words in full) <= self.size.width:
            return full
        return [
            (name, f" {name} " if name == self.shown else f" {name[:_SHORT]}. ")
            for name in self.names
        ]

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        cell = event.get_content_offset(self)
        start = 0
        for name, words in self._shown_names():
            end = start + cells(words)
            if cell is not None and start <= cell.x < end:
                self.post_message(self.Chosen(name))
            start = end
