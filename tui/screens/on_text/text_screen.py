"""What the parts of a screen on which articles are read ask of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING

from tui.actions.registry import TEXT_CONTEXTS
from tui.article.looks import Looks
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.article.addresses import Address
    from tui.article.document import Document
    from tui.article.jump_list import Place
    from tui.keyboard.availability import Need
    from tui.widgets.article_pane import ArticlePane
    from tui.workspace import Workspace


class TextScreen(ActionScreen, part=True):
    """A screen with a pane of text that has the keys, and a line that says what was done.

    `looks` are what is shown of its articles, `query_shown` is the search whose matches are marked,
    `status` is that line.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.looks: Looks = workspace.state.looks
        self.query_shown = ""
        self.status = StatusLine(id="status")

    def _take_key(self, key: str) -> bool:
        self.status.key_typed()
        taken = super()._take_key(key)
        if self.keys.meant_nothing and self.place not in TEXT_CONTEXTS:
            words = f"{self.keys.meant_nothing} does nothing here: {self.keymap.key_of('app.help')}"
            self.say(safe_line(f"{words} lists the keys"))
        return taken

    @property
    def pane(self) -> ArticlePane:
        """The pane of the article that has the keys."""
        raise TypeError(f"{type(self).__name__} has no pane")

    def address_here(self) -> Address | None:
        """Return the web address under the cursor."""
        document = self.pane.document
        return document.address_at(self.pane.cursor) if document is not None else None

    @property
    def elsewhere(self) -> str:
        """Which editors have the files of the article with the keys open, in safe words."""
        return ""

    @property
    def panes(self) -> Iterable[ArticlePane]:
        """All panes of articles."""
        return (self.pane,)

    def say(
        self, message: str, *, warning: bool = False, peek: bool = False, whole: bool = False
    ) -> None:
        """Show safe text; a peek is replaced when the cursor moves on."""
        raise TypeError(f"{type(self).__name__} does not say {message!r}: {warning}{peek}{whole}")

    def say_of_article(self, message: str, *, warning: bool = True) -> None:
        """Say, in safe text, what is so of the article with the keys, and of no other."""
        self.say(message, warning=warning, whole=True)

    def ask_in_line(self, message: str) -> None:
        """Show safe text that asks for the next key; it stays until that comes."""
        raise TypeError(f"{type(self).__name__} does not ask {message!r}")

    def read_on(self) -> None:
        """Give the article the keys again."""
        raise TypeError(f"{type(self).__name__} does not give an article the keys")

    def menu_cell(self) -> tuple[int, int]:
        """Return the cell of the screen that a menu asked for by a key opens at."""
        raise TypeError(f"{type(self).__name__} opens no menu")

    def take(self, fresh: Document, onto: Callable[[Document], Document]) -> None:
        """Show what was found out about an article, if it is still on the screen.

        `onto` puts it onto what the screen knows by now: workers end in any order.
        """
        raise TypeError(f"{type(self).__name__} does not take {onto} of {fresh}")

    def show_document(self, document: Document) -> None:
        """Show more about the article that has the keys."""
        self.pane.show(document)

    def shown_now(self, fresh: Document) -> Document | None:
        """Return the document on the screen that shows the same text as `fresh`, None for none."""
        now = self.pane.document
        return now if fresh.same_article(now) else None

    def writable(self) -> Document | None:
        """Return the article that is annotated here; None where there is none, having said why."""
        return self.pane.document

    def forget_rows(self, *files: ArticleFile) -> None:
        """React to a change of what lists show of articles; of all where none is named."""

    def lacking(self) -> Set[Need]:
        """Return what there is not, now, of what actions on a text need."""
        pane, document = self.pane, self.pane.document
        there: dict[Need, bool] = {
            "article": document is not None,
            "selection": pane.selected is not None,
            "matches": document is not None and bool(document.matches),
            "text of now": document is not None,
        }
        return {need for need, is_there in there.items() if not is_there}

    # Places

    def here(self) -> Place | None:
        """Return where the cursor is, in which article; None before the first one is open."""
        document = self.pane.document
        if document is None:
            return None
        from tui.article.jump_list import Place

        return Place(document.article.name, self.pane.cursor, document.article.file.part)

    def push_place(self) -> None:
        """Remember this place as one to come back to, where the screen does so."""

    def jump_to_last(self) -> None:
        """Go to where the last jump began."""
        raise TypeError(f"{type(self).__name__} does not go back")

    def jump_to_place(self, place: Place | None, otherwise: str) -> None:
        """Go to a place; say `otherwise` where there is none."""
        raise TypeError(f"{type(self).__name__} does not go to {place}: {otherwise}")
