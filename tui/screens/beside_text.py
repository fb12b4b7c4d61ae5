"""Two articles beside each other as texts: found in, marked, annotated as the one of the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screens.on_text.claiming import ClaimingText
from tui.screens.on_text.finding import FindingInText
from tui.screens.on_text.knowing import KnowingText
from tui.screens.on_text.labelling import LabellingText
from tui.screens.on_text.linking import LinkingText
from tui.screens.on_text.marking import MarkingText
from tui.screens.on_text.quoting import QuotingText
from tui.screens.on_text.sharing import SharingText
from tui.screens.on_text.tagging import TaggingText
from tui.screens.on_text.viewing import ViewingText
from tui.widgets.compared_pane import ComparedPane

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.workspace import Workspace


class BesideText(
    FindingInText,
    MarkingText,
    LabellingText,
    QuotingText,
    TaggingText,
    SharingText,
    LinkingText,
    KnowingText,
    ClaimingText,
    ViewingText,
):
    """The part of the screen that holds two articles, one of which has the keys.

    `active` is its number, `past` that of the article that is an earlier text of the other one,
    None where neither is.
    """

    active = 0

    def __init__(self, workspace: Workspace, first: Document, *, past: int | None) -> None:
        super().__init__(workspace)
        self._both = (ComparedPane(id="first"), ComparedPane(id="second"))
        self.documents: list[Document | None] = [first, None]
        self.past = past

    @property
    def panes(self) -> tuple[ComparedPane, ComparedPane]:
        """The panes of both articles."""
        return self._both

    @property
    def pane(self) -> ComparedPane:
        """The pane that has the keys."""
        return self.panes[self.active]

    @property
    def own(self) -> int:
        """The number of the article that the reader came from."""
        return 1 if self.past == 0 else 0

    def activate(self, number: int) -> None:
        """Give an article the keys."""
        raise TypeError(f"{type(self).__name__} does not give article {number} the keys")

    def read_on(self) -> None:
        """Give the article the keys again that had them."""
        self.activate(self.active)

    def menu_cell(self) -> tuple[int, int]:
        """Return the cell of the screen that a menu asked for by a key opens at."""
        side = self.pane.region
        return side.x + side.width // 3, side.y + 1

    # What is known of both

    def show_document(self, document: Document) -> None:
        """Show more about the article that has the keys."""
        self.show_in(self.active, document)

    def show_in(self, number: int, document: Document, cursor: int | None = None) -> None:
        """Show a document in one of the panes."""
        self.documents[number] = document
        self.panes[number].show(document, cursor)

    def take_in(self, number: int, onto: Callable[[Document], Document]) -> None:
        """Put what was found out onto what one of the panes shows by now."""
        document = self.documents[number]
        if document is not None:
            self.show_in(number, onto(document))
            self.go_on()

    def take(self, fresh: Document, onto: Callable[[Document], Document]) -> None:
        """Show what was found out about an article, in each pane that shows it as it is now."""
        for number, document in enumerate(self.documents):
            if number != self.past and fresh.same_article(document):
                self.take_in(number, onto)

    def shown_now(self, fresh: Document) -> Document | None:
        """Return the document on the screen that shows the same text as `fresh`, None for none."""
        return next((one for one in self.annotated_here() if fresh.same_article(one)), None)

    def annotated_here(self) -> tuple[Document, ...]:
        """Return the articles on the screen as they are now: an earlier text is read alone."""
        return tuple(
            document
            for number, document in enumerate(self.documents)
            if document is not None and number != self.past
        )

    def writable(self) -> Document | None:
        """Return the article that has the keys, where it is no earlier text."""
        if self.active == self.past:
            self.say(self.keymap.filled("An earlier text: {beside.other} goes to that of now"))
            return None
        return self.pane.document
