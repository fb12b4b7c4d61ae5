"""The concordance of the reader: opened on what is here, gone out from, and come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.stepping import Stepping

if TYPE_CHECKING:
    from tui.searching.concordance_state import ConcordanceState
    from tui.workspace import Workspace


class InContext(Stepping, part=True):
    """The part of the main screen that opens the concordance and comes back to it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._concordance: ConcordanceState | None = None
        self._came_to: tuple[str, str | None] | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the concordance."""
        return super().handlers | {
            "reader.concordance": lambda _: self.show_in_context(),
            "corpus.concordance": lambda _: self.show_concordance_again(),
        }

    def show_in_context(self) -> None:
        """Show every place of what is selected, or of the name or word here."""
        from tui.searching.concordance_state import ConcordanceState

        thing = self._thing_here()
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
        document, thing = self.pane.document, self._thing_here()
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
        self._came_to = (file.article, file.part)
        self.widen = found.state.widen
        self.open_article(file, line.start, query=found.state.query)
        self.activate("article")
        self.say(self.keymap.filled("{app.back} goes back to the concordance"))


def _quotable(text: str) -> str:
    """Return words as they may stand in quotation marks of a query."""
    return " ".join(text.replace('"', " ").split())
