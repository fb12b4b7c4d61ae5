"""Two articles beside each other: going from place to place in both, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from tui.article.jump_list import JumpList
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.beside_panes import BesidePanes
from tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from tui.article.jump_list import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """An offset in one of both articles: an earlier text has no other name than that of now."""

    number: int
    offset: int


class BesidePlaces(BesidePanes):
    """The part of the screen that goes to places in both articles, with one jump list for both."""

    _jumps: JumpList[Spot] | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the jump list."""
        return super().handlers | {
            "reader.jump_back": lambda count: self._go_back(count or 1),
            "reader.jump_forward": lambda count: self._go_forward(count or 1),
        }

    @property
    def spot(self) -> Spot:
        """Where the cursor of the article with the keys is."""
        return Spot(self.active, self.pane.cursor)

    @property
    def jumps(self) -> JumpList[Spot]:
        """The places that jumps began at, in both articles."""
        if self._jumps is None:
            self._jumps = JumpList()
        return self._jumps

    def forget_jumps(self) -> None:
        """Begin the jump list anew: there is another article."""
        self._jumps = None

    @on(ArticlePane.Jumped)
    def _jumped(self, event: ArticlePane.Jumped) -> None:
        self.jumps.push(Spot(self.active, event.offset))

    def push_place(self) -> None:
        """Remember this place as one to come back to."""
        self.jumps.push(self.spot)

    def _go_back(self, count: int) -> None:
        self._go(self.jumps.back(self.spot, count), "No earlier place")

    def _go_forward(self, count: int) -> None:
        self._go(self.jumps.forward(count), "No later place")

    def jump_to_last(self) -> None:
        """Go to where the last jump began, from which the jump list leads back here."""
        spot = self.jumps.last(self.spot)
        if spot is not None:
            self.push_place()
        self._go(spot, "No jump yet")

    def _go(self, spot: Spot | None, otherwise: str) -> None:
        if spot is None:
            self.say(otherwise)
        else:
            self.activate(spot.number)
            self.pane.move_to(spot.offset, centre=True)

    def _number_of(self, article: str, part: str | None) -> int | None:
        """Return which of both articles has a name, that with the keys first; None for neither."""
        for number in (self.active, 1 - self.active):
            document = self.documents[number]
            if document is not None and number != self.past:
                file = document.article.file
                if (document.article.name, file.part) == (article, part):
                    return number
        return None

    def jump_to_place(self, place: Place | None, otherwise: str) -> None:
        """Go to a place in one of both articles."""
        number = self._number_of(place.article, place.part) if place is not None else None
        if place is None:
            self.say(otherwise)
        elif number is None:
            self._say_elsewhere(place.article)
        else:
            self.push_place()
            self._go(Spot(number, place.offset), "")

    def go_to_annotation(self, row: LedgerRow) -> None:
        """Go to the place of an annotation in one of both articles."""
        number = self._number_of(row.article, row.part)
        document = self.documents[number] if number is not None else None
        if number is None or document is None:
            self._say_elsewhere(row.article)
            return
        same = (one for one in document.placed if one.annotation.id == row.annotation.id)
        found = max(same, key=lambda one: one.mine is row.mine, default=None)
        places = (found.span, *found.candidates) if found else ()
        span = next((one for one in places if one is not None), None)
        if span is None and row.annotation.quote is not None:
            self.say("Its words are not there any more: the reader shows them", warning=True)
            return
        self.push_place()
        self._go(Spot(number, span.start if span else 0), "")

    def _say_elsewhere(self, article: str) -> None:
        hint = self.keymap.filled("{app.back} leads to the reader, {beside.pick} lays it here")
        self.say(safe_line(f"That is in {article}: {hint}"), whole=True)
