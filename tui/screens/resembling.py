"""More like this: the search across all articles, by the key terms of what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from tui.screens.action_screen import Handler
from tui.screens.in_context import InContext

if TYPE_CHECKING:
    from tui.document import Document


class Resembling(InContext):
    """The part of the main screen that looks for what is like an article, or a passage."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what is alike."""
        return super().handlers | {"corpus.similar": lambda _: self.search_similar()}

    def search_similar(self) -> None:
        """Search for what is like the selection, or the article, by its most telling words."""
        document = self.pane.document
        if document is None:
            return
        span = self.pane.selected
        text = document.article.text if span is None else span.cut(document.article.text)
        self.pane.clear_selection()
        self._find_key_terms(document, text, "the article" if span is None else "the selection")

    @work(thread=True, exclusive=True, group="similar")
    def _find_key_terms(self, document: Document, text: str, of: str) -> None:
        """Find the words to search by: in a long article that takes longer than a frame."""
        from index.key_terms import file_query, query_of

        worker = get_current_worker()
        index = self.workspace.index
        name = document.article.name
        terms = index.key_terms(text)
        query = query_of(terms, without=f"-{file_query(name, self.workspace.corpus.files)}")
        if worker.is_cancelled:
            return
        call = self.app.call_from_thread
        if query:
            call(self._search_similar, query, of)
        elif index.articles:
            call(self.say, f"No other article has any words of {of} but the most common")
        else:
            call(self.say, "Nothing is indexed yet: try again in a moment")

    def _search_similar(self, query: str, of: str) -> None:
        """Show the search by key terms; its spellings are those terms alone."""
        from tui.screens.search import SearchScreen

        widen = self.widen

        def found(place: object) -> None:
            self._found(place)
            self.widen = widen

        screen = SearchScreen(
            self.workspace, query, widen=False, about=f"Key terms of {of}, to be changed"
        )
        self.app.push_screen(screen, found)
        screen.call_after_refresh(screen.show_indexing, self.indexing)
