"""The part of the search screen that asks: which facet narrows it, which search comes again."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.worker import get_current_worker

from index.problems import QueryError
from tui.parts import work
from tui.screens.action_screen import ActionScreen
from tui.searching.meanings import meanings
from tui.searching.search_narrowing import facet_rows, narrowed, spelling_rows
from tui.searching.search_rows import said_error
from tui.widgets.safe_input import SafeInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.worker import Worker

    from index.facets import FacetValue
    from index.results import SearchResult
    from index.spellings import Spelling
    from tui.workspace import Workspace

SECONDS_BETWEEN_PROGRESS = 0.2


class SearchChoices(ActionScreen):
    """A search screen's questions; the answers go into its field."""

    def __init__(self, workspace: Workspace, *, widen: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self._widen = widen
        self._explained = "", ""  # a query, and what is said of it beside its results
        self._offering: SearchResult | None = None  # what is shown, with what it offers
        # The query that was taken for another, and what else that may have meant.
        self._taken: tuple[str, list[tuple[str, str]]] = "", []

    def say(self, words: str, *, warning: bool = False) -> None:
        """Say something beside the results."""
        raise NotImplementedError

    def _show_learning(self, words: str) -> None:
        raise NotImplementedError

    @property
    def query_text(self) -> str:
        """What is typed."""
        return cast("SafeInput", self.query_one("#search-query")).value

    def type_query(self, query: str) -> None:
        """Put a query into the field, the cursor at its end."""
        field = cast("SafeInput", self.query_one("#search-query"))
        field.value = query
        field.cursor_position = len(field.value)
        field.focus()

    def search_within(self) -> None:
        """Begin to type what the articles that are listed have to have besides."""
        shown = self._offering
        if shown is not None and shown.hits and not shown.total:
            self.say("No article has all of this: there is nothing to search within")
        elif self.query_text.strip():
            self._narrow("", "type what these must have besides")

    def _narrow(self, further: str, about: str = "") -> None:
        try:
            query = narrowed(self.query_text, further)
            self._explained = query, about
            self.type_query(query)
        except QueryError as wrong:
            self.say(said_error(wrong), warning=True)

    def take_offer(self) -> None:
        """Search for what may have been meant: all of it, then asked again, one of its parts.

        Where one place only is in doubt and several words may stand there, ask at once.
        """
        query, result = self.query_text, self._offering
        better = meanings(query, result) if result is not None else []
        if better and (len(better) == 1 or (result is not None and result.offered_whole)):
            self._taken = better[0][0], [*better[1:], (query, "as it was")]
            self.type_query(better[0][0])
        elif better:
            self._ask_meaning(better)
        elif query == self._taken[0]:
            self._ask_meaning(self._taken[1])
        elif result is not None and result.widened:
            words = "Nothing else is offered; {search.spellings} lists the words that were added"
            self.say(self.keymap.filled(words, in_field=True))
        else:
            self.say("Every word of this is what it is: nothing else is offered")

    def _ask_meaning(self, better: Sequence[tuple[str, str]]) -> None:
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self.type_query(better[number][0])

        rows = [f"{one}  ({why})" for one, why in better]
        self.app.push_screen(ChoiceScreen("Did you mean?", rows), chosen)

    def ask_spelling(self) -> None:
        """Offer all spellings of what is named, and say which articles each adds.

        Where nothing is, those to which words were widened, to be searched for by themselves.
        """
        if self.query_text.strip():
            self._show_learning("looking for spellings …")
            self._find_spellings(self.query_text)

    @work(thread=True, exclusive=True, group="spellings")
    def _find_spellings(self, query: str) -> None:
        worker = get_current_worker()
        call = self.app.call_from_thread
        index = self._workspace.index
        try:
            spellings = index.spellings(query)
            if not spellings:
                index.learn_names(self.progress_of(worker), lambda: worker.is_cancelled)
                spellings = index.spellings(query)
            if not spellings and self._widen:
                spellings = index.widened_spellings(query)
        except QueryError as wrong:
            call(self._show_learning, "")
            call(self.say, said_error(wrong), warning=True)
            return
        if not worker.is_cancelled:
            call(self._show_learning, "")
            call(self._offer_spellings, spellings)

    def _offer_spellings(self, spellings: Sequence[Spelling]) -> None:
        if not spellings:
            self.say("No name with these words has another spelling")
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self.type_query(spellings[number].whole)

        rows = spelling_rows(spellings)
        self.app.push_screen(ChoiceScreen("Search for which spelling, too?", rows), chosen)

    def ask_facet(self) -> None:
        """Offer what the articles that are listed can be narrowed to."""
        if self.query_text.strip():
            self._show_learning("counting …")
            self._count_facets(self.query_text)

    @work(thread=True, exclusive=True, group="facets")
    def _count_facets(self, query: str, *, learn_names: bool = False) -> None:
        worker = get_current_worker()
        call = self.app.call_from_thread
        index = self._workspace.index
        if learn_names:
            index.learn_names(self.progress_of(worker), lambda: worker.is_cancelled)
        try:
            facets = index.facets(
                query,
                widen=self._widen,
                progress=self.progress_of(worker),
                cancelled=lambda: worker.is_cancelled,
            )
        except QueryError as wrong:
            call(self._show_learning, "")
            call(self.say, said_error(wrong), warning=True)
            return
        if not worker.is_cancelled:
            call(self._show_learning, "")
            call(self._offer_facets, query, facets, index.knows_names())

    def progress_of(self, worker: Worker[None]) -> Callable[[int, int], None]:
        """Return what shows how many articles a worker has read."""
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if monotonic() - told >= SECONDS_BETWEEN_PROGRESS and not worker.is_cancelled:
                told = monotonic()
                words = f"reading {done:,} of {total:,} articles"
                self.app.call_from_thread(self._show_learning, words)

        return progress

    def _offer_facets(self, query: str, facets: Sequence[FacetValue], names_known: bool) -> None:
        rows = facet_rows(facets)
        if not names_known:
            rows.append("persons and places: read the names of all articles first")
        if not rows:
            self.say("Nothing known of these articles narrows the search")
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int) and number < len(facets):
                self._narrow(facets[number].query)
            elif number is not None:
                self._count_facets(query, learn_names=True)

        self.app.push_screen(ChoiceScreen("Narrow the search to", rows), chosen)
