"""What is known of the thing under the cursor, as its card shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.annotating import AnnotatingText
from tui.screens.on_text.visiting import VisitingText
from tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from corpus.understanding.analysis import Mention, Quantity
    from tui.article.document import Document
    from tui.cards.card_place import CardPlace


class KnowingText(VisitingText, AnnotatingText, part=True):
    """The part of a screen that opens cards, and whatever is under the cursor."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The action on the thing under the cursor."""
        return super().handlers | {"reader.card": lambda _: self.open_card()}

    def thing_here(self) -> Mention | Quantity | None:
        """Return the mention or the quantity under the cursor; None for none."""
        document = self.pane.document
        if document is None or document.analysis is None:
            return None
        return document.thing_at(self.pane.cursor)

    def open_what_is_here(self) -> bool:
        """Open the annotation, the link, or the card of the name or the number under the cursor.

        False where there is none.
        """
        if self.on_annotation:
            self.edit()
        elif self.address_here() is not None:
            self.open_link()
        elif self.thing_here() is not None:
            self.open_card()
        else:
            return False
        return True

    def open_card(self) -> None:
        """Open the card of the entity, or of the number, that is here."""
        thing, document = self.thing_here(), self.pane.document
        if thing is None or document is None:
            hint = "{reader.entity_next} goes to the next entity, {reader.number_next} to a number"
            self.say(self.keymap.filled(f"No entity and no number here: {hint}"))
            return
        entity = getattr(thing, "entity", None)
        if entity is not None:
            from tui.screens.entity_card import EntityCardScreen

            screen = EntityCardScreen(self.workspace, entity, document)
            self.app.push_screen(screen, self._card_left)
        else:
            self._open_quantity(document, thing)  # type: ignore[arg-type]

    def _open_quantity(self, document: Document, quantity: Quantity) -> None:
        from tui.screens.quantity_card import QuantityCardScreen

        if document.analysis is not None:
            known = (document.article, document.analysis, quantity)
            self.app.push_screen(QuantityCardScreen(self.workspace, *known), self._card_left)

    def _card_left(self, place: object) -> None:
        from tui.cards.card_place import CardPlace

        if isinstance(place, CardPlace):
            self.go_to_place(place)

    def go_to_place(self, place: CardPlace) -> None:
        """Go to a place in any article; the jump list leads back."""
        file = self.workspace.corpus.find(place.article, place.part)
        if file is not None:
            self.go_to_file(file, place.offset)
        else:
            self.say(safe_line(f"{place.article} is gone"), warning=True)

    @on(ArticlePane.ClickedAgain)
    def _clicked_again(self, event: ArticlePane.ClickedAgain) -> None:
        if self.address_here() is not None:
            self.open_link()
        elif self.thing_here() is not None:
            self.open_card()
