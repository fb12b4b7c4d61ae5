"""Searching all articles, and finding in the one that is read."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.screens.action_screen import Handler
from tui.screens.main.quoting import Quoting
from tui.widgets.safe_input import SafeInput

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.workspace import Workspace


class Finding(Quoting):
    """The part of the main screen that searches and finds."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.find_field = SafeInput(placeholder="find in this article", id="find")
        self._find_from = 0
        self.indexing = ""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that search and find."""
        return super().handlers | {
            "corpus.search": lambda _: self.search(self.query_shown),
            "reader.search_this": lambda _: self.search_words_here(),
            "reader.find": lambda _: self.ask_find(),
            "search.open": lambda _: self.end_find(),
        }

    def search(self, query: str) -> None:
        """Search all articles; come back to this place, or go to the one that is chosen."""
        from tui.screens.search import SearchScreen

        screen = SearchScreen(self.workspace, query, widen=self.widen)
        self.app.push_screen(screen, self._found)
        screen.call_after_refresh(screen.show_indexing, self.indexing)

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
        from tui.screens.search import Found

        if not isinstance(found, Found):
            return
        self.push_place()
        self.widen = found.widen
        file = self.workspace.corpus.find(found.article, found.part)
        if file is not None:
            offset = found.target.start if found.target else 0
            self.open_article(file, offset, query=found.query)
            self.activate("article")

    def ask_find(self) -> None:
        """Ask what to find in this article."""
        if self.pane.document is None:
            return
        self.push_place()
        self._find_from = self.pane.cursor
        field = self.find_field
        field.display = True
        field.value = ""
        field.focus()

    @on(Input.Changed, "#find")
    def _find_changed(self, event: Input.Changed) -> None:
        """Find what is typed, as one types."""
        event.stop()
        document = self.pane.document
        if document is not None and self.find_field.display:
            self.query_shown = ""
            self._find(document, event.value)

    @work(thread=True, exclusive=True, group="find")
    def _find(self, document: Document, needle: str) -> None:
        """Find in an article: in a long one that takes longer than to type on."""
        from index.in_text import places_in_text
        from tui.article.match_list import MatchList

        worker = get_current_worker()
        places = places_in_text(document.article.text, needle)
        found = MatchList.found(places, lambda: worker.is_cancelled)
        if found is None:
            return
        fresh = document.with_matches(found)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_found, fresh, needle)

    def _show_found(self, fresh: Document, needle: str) -> None:
        """Go to the first match after the place where finding began."""
        document = self.pane.document
        if document is None or not fresh.same_article(document):
            return
        # The panel lists no matches: to list all else of a long article anew takes a while.
        self.pane.show(document.with_matches_of(fresh))
        matches = fresh.matches
        if matches:
            first = bisect_left(matches, self._find_from, key=lambda match: match.start)
            self.pane.move_to(matches[first % len(matches)].start)
            self.say(f"{len(matches):,} match{'es' if len(matches) != 1 else ''}")
        else:
            self.pane.move_to(self._find_from)
            self.say("No match in this article" if needle else "")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Close the find field when another pane is clicked; the match stays."""
        if event.widget is not self.find_field:
            self.find_field.display = False

    def end_find(self) -> None:
        """Close the find field and stay at the match."""
        field = self.find_field
        if field.display:
            field.display = False
            self.activate("article")

    def give_up_find(self) -> None:
        """Close the find field and go back to where finding began."""
        self.workers.cancel_group(self, "find")
        self.pane.move_to(self._find_from)
        self.end_find()
