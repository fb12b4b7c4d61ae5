"""Going from place to place: choices in the list and the panel, the jump list."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.opening import Opening
from tui.widgets.article_pane import ArticlePane
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.article.jump_list import JumpList, Place


class Going(Opening, part=True):
    """The part of the main screen that goes to places and back."""

    @cached_property
    def jumps(self) -> JumpList[Place]:
        """The places that jumps began at."""
        from tui.article.jump_list import JumpList

        return JumpList()

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the jump list."""
        return super().handlers | {
            "reader.jump_back": lambda count: self.go_back(count or 1),
            "reader.jump_forward": lambda count: self.go_forward(count or 1),
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
        if len(self.fitting()) == 1:
            self.activate("article")

    @on(ArticlePane.Jumped)
    def _jumped(self, event: ArticlePane.Jumped) -> None:
        if (here := self.here()) is not None:
            self.jumps.push(replace(here, offset=event.offset))

    def push_place(self) -> None:
        """Remember this place as one to come back to."""
        if (here := self.here()) is not None:
            self.jumps.push(here)

    def step(self, count: int) -> None:
        """Open the article `count` further in the list; the jump list leads back."""
        self.push_place()
        super().step(count)

    def go_back(self, count: int) -> None:
        """Go back to where the last jump began, or the `count`th before it."""
        here = self.here()
        self._go(self.jumps.back(here, count) if here else None, "No earlier place")

    def go_forward(self, count: int) -> None:
        """Go forward again."""
        self._go(self.jumps.forward(count), "No later place")

    def jump_to_last(self) -> None:
        """Go to where the last jump began, from which the jump list leads back here."""
        here = self.here()
        self.jump_to_place(self.jumps.last(here) if here else None, "No jump yet")

    def jump_to_place(self, place: Place | None, otherwise: str) -> None:
        """Go to a place from which the jump list leads back here; say where there is none."""
        if place is not None and place != self.here():
            self.push_place()
        self._go(place, otherwise)

    def _go(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
            return
        here = self.here()
        if here is not None and (here.article, here.part) == (place.article, place.part):
            self.pane.move_to(place.offset, centre=True)
        elif (file := self.workspace.corpus.find(place.article, place.part)) is not None:
            self.open_article(file, place.offset)
        else:
            self.say(safe_line(f"{place.article} is gone"), warning=True)
            return
        self.activate("article")
