"""Going from place to place: choices in the list and the panel, the jump list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.jump_list import JumpList, Place
from tui.screens.action_screen import Handler
from tui.screens.opening import Opening
from tui.widgets.article_pane import ArticlePane
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.workspace import Workspace


class Going(Opening):
    """The part of the main screen that goes to places and back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._jumps = JumpList()

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the jump list."""
        return super().handlers | {
            "reader.jump_back": lambda _: self.go_back(),
            "reader.jump_forward": lambda _: self.go_forward(),
        }

    @on(VirtualList.Chosen, "#list")
    def _article_chosen(self, event: VirtualList.Chosen) -> None:
        file = self.articles.listing.file_at(event.row)
        if file is not None:
            self.push_place()
            self.open_article(file)
            self.activate("article")

    @on(VirtualList.Chosen, "#panel")
    def _panel_chosen(self, event: VirtualList.Chosen) -> None:
        row = self.panel.current
        if row is None or not row.targets:
            return
        # Once more on the same row goes to the next mention.
        after = [span for span in row.targets if span.start > self.pane.cursor]
        self.pane.jump_to((after or row.targets)[0].start)
        if self.has_class("-one-pane"):
            self.activate("article")

    @on(ArticlePane.Jumped)
    def _jumped(self, event: ArticlePane.Jumped) -> None:
        if self.pane.document is not None:
            self._jumps.push(Place(self.pane.document.article.name, event.offset))

    def _here(self) -> Place | None:
        if self.pane.document is None:
            return None
        return Place(self.pane.document.article.name, self.pane.cursor)

    def push_place(self) -> None:
        """Remember this place as one to come back to."""
        if (here := self._here()) is not None:
            self._jumps.push(here)

    def go_back(self) -> None:
        """Go back to where the last jump began."""
        here = self._here()
        self._go(self._jumps.back(here) if here else None, "No earlier place")

    def go_forward(self) -> None:
        """Go forward again."""
        self._go(self._jumps.forward(), "No later place")

    def _go(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
            return
        document = self.pane.document
        if document is not None and document.article.name == place.article:
            self.pane.move_to(place.offset, centre=True)
            return
        file = self.workspace.corpus.find(place.article)
        if file is not None:
            self.open_article(file, place.offset)
