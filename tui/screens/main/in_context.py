"""The concordance and the numbers of the reader: opened, gone out from, and come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.stepping import Stepping

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.cards.card_place import ClaimPlace
    from tui.screens.numbers import NumbersKept
    from tui.searching.concordance_state import ConcordanceState
    from tui.workspace import Workspace


class InContext(Stepping, part=True):
    """The part of the main screen that opens concordance and numbers and comes back to them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._concordance: ConcordanceState | None = None
        self._came_to: tuple[str, str | None] | None = None
        self._numbers: NumbersKept | None = None
        self._came_from_numbers: tuple[str, str | None] | None = None
        self._to_claim: ClaimPlace | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the concordance, and of the numbers."""
        return super().handlers | {
            "reader.concordance": lambda _: self.show_in_context(),
            "corpus.concordance": lambda _: self.show_concordance_again(),
            "corpus.all_numbers": lambda _: self.open_numbers(),
        }

    def show_in_context(self) -> None:
        """Show every place of what is selected, or of the name or word here."""
        from tui.searching.concordance_state import ConcordanceState

        thing = self.thing_here()
        name = _quotable(getattr(thing, "name", ""))
        if self.pane.selected is None and name and self.workspace.entities is not None:
            entity = getattr(thing, "entity", None)
            self._open_concordance(
                ConcordanceState(
                    f'entity:"{name}"', entity=entity, name=f"{name}, in all its names"
                )
            )
            return
        query = self._words_here()
        if query:
            self._open_concordance(ConcordanceState(query))
        else:
            self.say("No word here")

    def _words_here(self) -> str:
        """Return a query for the words that are selected, or those of the name or number here."""
        document, thing = self.pane.document, self.thing_here()
        if document is None:
            return ""
        span = self.pane.selected or thing or document.name_at(self.pane.cursor)
        if span is None:
            return ""
        words = _quotable(span.cut(document.article.text))
        return words if words.isalnum() and words.islower() else f'"{words}"' if words else ""

    def _open_concordance(self, state: ConcordanceState) -> None:
        from tui.screens.concordance import ConcordanceScreen

        self._concordance = state
        screen = ConcordanceScreen(self.workspace, state)
        screen.show_indexing(self.indexing)
        self.app.push_screen(screen, self._found)

    def show_concordance_again(self) -> None:
        """Show the last concordance, as it was left."""
        if self._concordance is None:
            self.say(self.keymap.filled("No concordance yet: {reader.concordance} opens one"))
        else:
            self._open_concordance(self._concordance)

    def back_to_concordance(self) -> bool:
        """Go back to the concordance that led to this article; False where none did."""
        document = self.pane.document
        came, self._came_to = self._came_to, None
        if document is None or self._concordance is None:
            return False
        if came != (document.article.name, document.article.file.part):
            return False
        self._open_concordance(self._concordance)
        return True

    def _found(self, found: object) -> None:
        from tui.screens.concordance import PlaceInContext

        if not isinstance(found, PlaceInContext):
            super()._found(found)
            return
        line = found.line
        file = self.workspace.corpus.find(line.source.article, line.source.part)
        if file is None:
            self.say(safe_line(f"{line.source.article} is gone"), warning=True)
            return
        self.push_place()
        self._concordance = found.state
        self._came_to, self._came_from_numbers = file.key, None
        self.widen = found.state.widen
        self.open_article(file, line.start, query=found.state.query)
        self.activate("article")
        self.say(self.keymap.filled("{app.back} goes back to the concordance"))

    def open_numbers(self) -> None:
        """List the numbers of all articles; come back to the same rows."""
        from tui.screens.numbers import NumbersKept, NumbersScreen

        kept = self._numbers = self._numbers or NumbersKept()
        self.app.push_screen(NumbersScreen(self.workspace, kept), self._go_from_numbers)

    def _go_from_numbers(self, place: object) -> None:
        from tui.cards.card_place import CardPlace, ClaimPlace

        if not isinstance(place, CardPlace):
            return
        self._to_claim = place if isinstance(place, ClaimPlace) else None
        self.go_to_place(place)
        self._came_from_numbers, self._came_to = (place.article, place.part), None
        words = "{reader.claim} claims it, {app.back} goes back to the numbers"
        self.say(self.keymap.filled(words))
        self._claim_if_there()

    def _card_left(self, place: object) -> None:
        """Go where a row of a card leads, and claim what stands there if that was asked for."""
        from tui.cards.card_place import ClaimPlace

        self._to_claim = place if isinstance(place, ClaimPlace) else None
        super()._card_left(place)
        self._claim_if_there()

    def show_opened(self, document: Document, offset: int | None) -> None:
        """Show an article that was read; claim the number that it was opened for."""
        super().show_opened(document, offset)
        self._claim_if_there()
        self._to_claim = None

    def _claim_if_there(self) -> None:
        """Ask for the claim that is waited for, once its article is on the screen."""
        document = self.pane.document
        if document is None or self._to_claim is None:
            return
        from tui.cards.card_place import ClaimPlace

        file = document.article.file
        if ClaimPlace(file.article, file.part, self.pane.cursor) == self._to_claim:
            self._to_claim = None
            self.pane.clear_selection()
            self.claim()

    def back_to_numbers(self) -> bool:
        """Go back to the numbers that led to this article; False where they did not."""
        document = self.pane.document
        came, self._came_from_numbers = self._came_from_numbers, None
        if document is None or came != (document.article.name, document.article.file.part):
            return False
        self.open_numbers()
        return True


def _quotable(text: str) -> str:
    """Return words as they may stand in quotation marks of a query."""
    return " ".join(text.replace('"', " ").split())
