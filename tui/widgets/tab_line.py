"""The names of the lists of the side panel, the one that is shown marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.cells import cells

# So many letters of a name are shown where the whole one has no room.
_LETTERS = (4, 3, 2, 1)


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
        """Return each name with the words for it, as long as there is room for all of them."""
        said = dict.fromkeys(self.names, "")
        for said in self._ways():
            if sum(map(cells, said.values())) <= self.size.width:
                break
        return list(said.items())

    def _ways(self) -> Iterator[dict[str, str]]:
        """Yield words for the names, ever shorter; the name of what is shown is the last to be."""
        yield {name: f" {name} " for name in self.names}
        for whole in (self.shown, ""):
            for letters in _LETTERS:
                yield {
                    name: f" {name} " if name == whole else f" {name[:letters]}. "
                    for name in self.names
                }

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        cell = event.get_content_offset(self)
        start = 0
        for name, words in self._shown_names():
            end = start + cells(words)
            if cell is not None and start <= cell.x < end:
                self.post_message(self.Chosen(name))
            start = end
