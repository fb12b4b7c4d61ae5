"""Searching all articles from the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.parts import work
from tui.screens.action_screen import Handler
from tui.screens.main.labelling import Labelling
from tui.screens.on_text.finding import FindingInText
from tui.screens.on_text.quoting import QuotingText

if TYPE_CHECKING:
    from tui.searching.found import Found
    from tui.workspace import Workspace


class Finding(FindingInText, QuotingText, Labelling, part=True):
    """The part of the main screen that searches and finds."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.indexing = ""
        self._last_found: Found | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that search and find."""
        return super().handlers | {
            "corpus.search": lambda _: self.search(self.query_shown),
            "reader.search_this": lambda _: self.search_words_here(),
        }

    def search(self, query: str) -> None:
        """Search all articles; come back to this place, or go to the one that is chosen."""
        self.host.pauses.ask()
        self._read_for_search()
        from tui.screens.search import SearchScreen

        before = self._last_found
        if before is not None and before.query != query:
            before = None
        screen = SearchScreen(self.workspace, query, widen=self.widen, before=before)
        self.app.push_screen(screen, self._found)
        screen.call_after_refresh(screen.show_indexing, self.indexing)

    @work(thread=True, group="reading ahead")
    def _read_for_search(self) -> None:
        """Read what is not indexed yet, while the screen of the search is made."""
        worker = get_current_worker()
        self.workspace.read_ahead(lambda: worker.is_cancelled)

    def search_words_here(self) -> None:
        """Search all articles for what is selected, or for the name or word under the cursor."""
        document = self.pane.document
        if document is None:
            return
        span = self.pane.selected or document.name_at(self.pane.cursor)
        if span is None:
            self.say("No word here")
            return
        words = " ".join(span.cut(document.article.text).replace('"', " ").split())
        self.pane.clear_selection()
        self.search(f'"{words}"' if " " in words else words)

    def _found(self, found: object) -> None:
        from tui.searching.found import Found

        self.host.pauses.answered()
        self.workers.cancel_group(self, "reading ahead")
        if not isinstance(found, Found):
            return
        self._last_found = found
        self.push_place()
        self.widen = found.widen
        file = self.workspace.corpus.find(found.article, found.part)
        if file is not None:
            offset = found.target.start if found.target else 0
            self.open_article(file, offset, query=found.query)
            self.activate("article")
