"""The part of the search screen that saves searches, and says what is new in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.worker import get_current_worker

from index.problems import QueryError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.search_choices import SearchChoices
from tui.searching.saved_searches import SavedResults, past_rows, saved_rows
from tui.widgets.search_results import SearchResults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.worker import Worker

    from corpus.corpus_file import SavedSearch
    from tui.app import PostilApp
    from tui.workspace import Workspace


class SavingSearches(SearchChoices):
    """A search screen that saves what is typed, and lists what was saved."""

    def __init__(self, workspace: Workspace, *, widen: bool) -> None:
        super().__init__(workspace, widen=widen)
        self._listed: Sequence[str] = ()  # the queries listed while nothing is asked
        self._saved_among = 0

    def _all_saved(self) -> tuple[SavedSearch, ...]:
        """Return the searches of `postil.yaml`, then those of the reader's own settings."""
        from corpus.corpus_file import SavedSearch

        saved = self._workspace.saved_searches()
        names = {one.name for one in saved}
        own = cast("PostilApp", self.app).settings.searches
        return (*saved, *(SavedSearch(*one) for one in own if one[0] not in names))

    def list_past(self) -> bool:
        """List the saved and the last searches, while nothing is asked; say whether any are."""
        saved, past = self._all_saved(), self._workspace.searches.queries()
        self._listed, self._saved_among = [*(one.query for one in saved), *past], len(saved)
        self._show_past([SavedResults(one, None, None, "counting …") for one in saved], past)
        if saved:
            self._count_listed(saved, past)
        return bool(self._listed)

    @work(thread=True, exclusive=True, group="listed")
    def _count_listed(self, saved: Sequence[SavedSearch], past: Sequence[str]) -> None:
        worker = get_current_worker()
        results = self._all_results(worker, saved)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_past, results, past)

    def _show_past(self, saved: Sequence[SavedResults], past: Sequence[str]) -> None:
        if not self.query_text.strip():
            self.query_one(SearchResults).show_past(past_rows(saved, past))

    def take_past(self, number: int) -> None:
        """Ask one of the searches that are listed again."""
        self._take(self._listed[number], saved=number < self._saved_among)

    def ask_past(self) -> None:
        """Offer the saved searches, with what is new in them, and the last ones."""
        saved = self._all_saved()
        past = [one for one in self._workspace.searches.queries() if one != self.query_text.strip()]
        if not saved and not past:
            self.say("No earlier search, and none is saved")
            return
        self._show_learning("counting …" if saved else "")
        self._count_saved(saved, past)

    @work(thread=True, exclusive=True, group="saved")
    def _count_saved(self, saved: Sequence[SavedSearch], past: Sequence[str]) -> None:
        worker = get_current_worker()
        results = self._all_results(worker, saved)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_learning, "")
            self.app.call_from_thread(self._offer_past, results, past)

    def _all_results(
        self, worker: Worker[None], saved: Sequence[SavedSearch]
    ) -> list[SavedResults]:
        """Return what the saved searches find, of those that were looked for when cancelled."""
        return [self._results_of(one) for one in saved if not worker.is_cancelled]

    def _results_of(self, search: SavedSearch) -> SavedResults:
        workspace = self._workspace
        try:
            if workspace.index.unknown(search.query):
                return SavedResults(search, None, None, "not all read yet")
            found = workspace.index.found(search.query)
        except QueryError:
            return SavedResults(search, None, None, "cannot be understood")
        return SavedResults(search, len(found), workspace.seen.new_among(search.query, found))

    def _offer_past(self, saved: Sequence[SavedResults], past: Sequence[str]) -> None:
        from tui.screens.choosing import ChoiceScreen

        queries = [*(one.search.query for one in saved), *past]

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self._take(queries[number], saved=number < len(saved))

        rows = [*saved_rows(saved), *past]
        self.app.push_screen(ChoiceScreen("Search for what?", rows), chosen)

    def _take(self, query: str, *, saved: bool) -> None:
        if saved:
            # Its last word was counted as a whole one, not as the start of words.
            self.type_query(f"{query} ")
            self._look_at(query)
        else:
            self.type_query(query)

    @work(thread=True, group="saved")
    def _look_at(self, query: str) -> None:
        """Remember what a saved search finds now: it is looked at."""
        self._remember(query)

    def look_at_learnt(self, query: str) -> None:
        """Remember what a query finds if it is a saved one, now that all is known that it asks."""
        query = query.strip()
        if any(one.query == query for one in self._all_saved()):
            self._remember(query)

    def save_search(self) -> None:
        """Ask for a name for what is typed, and save it in postil.yaml."""
        query = " ".join(self.query_text.split())
        if not query:
            self.say("Type a search first")
            return
        from tui.screens.asking import NameScreen

        saved = {one.query: one.name for one in self._workspace.saved_searches()}

        def named(typed: object) -> None:
            if isinstance(typed, str) and typed.strip():
                self._save(typed.strip(), query)

        name = saved.get(query, query)
        screen = NameScreen("Save the search as", name, lambda _: "", proposed=True)
        self.app.push_screen(screen, named)

    def forget_search(self) -> None:
        """Ask which saved search to take out of postil.yaml."""
        saved = self._workspace.saved_searches()
        if not saved:
            self.say("No search is saved")
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self._save(saved[number].name, None)

        rows = [f"{one.name}: {one.query}" for one in saved]
        self.app.push_screen(ChoiceScreen("Which search shall no longer be saved?", rows), chosen)

    @work(thread=True, group="saved")
    def _save(self, name: str, query: str | None) -> None:
        from annotations.error import AnnotationError

        call = self.app.call_from_thread
        try:
            changed = self._workspace.save_search(name, query)
        except AnnotationError as error:
            call(self.refuse, safe_line(str(error)), partial(self.say, warning=True))
            return
        if query is not None:
            self._remember(query)
        done = "Saved as" if query is not None else "No longer saved:"
        words = f"{done} {name}" if changed is not None else f"It is saved as {name} already"
        undo = self.keymap.filled("; in the reader, {annotation.undo} takes it back")
        call(self.say, safe_line(words) + (undo if changed is not None else ""))

    def _remember(self, query: str) -> None:
        index = self._workspace.index
        try:
            if not index.unknown(query):
                self._workspace.seen.look(query, index.found(query))
        except QueryError:
            return  # the search itself says what is wrong with it
