"""The search across all articles, with results as one types."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from index.ordering import BY_METADATA, ORDERS
from index.problems import QueryError
from index.results import SearchResult
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.search_waiting import WaitingForResults
from tui.searching.found import Found
from tui.searching.meanings import offered_words
from tui.searching.reading_ahead import read_ahead
from tui.searching.search_hints import HintedState, search_hints
from tui.searching.search_rows import said_error, summary, unfinished, widened_words
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.search_results import SearchResults
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList
from tui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from index.ordering import Order
    from tui.app import PostilApp
    from tui.folder.changes import Changes
    from tui.keyboard.action_rows import ShownRow
    from tui.keyboard.availability import Need
    from tui.keyboard.keymap import Keymap
    from tui.searching.search_rows import SearchRow

# Long enough that a fast typist's keys become one search, short enough not to be felt.
SECONDS_BEFORE_SEARCH = 0.03
# A key that comes so long after the one before is waited for, and searched for at once.
SECONDS_OF_A_PAUSE = 0.1


class SearchScreen(WaitingForResults):
    """Searches the corpus; dismissed with a `Found`, or None."""

    CSS_PATH = "search.tcss"

    def __init__(
        self,
        workspace: Workspace,
        query: str = "",
        *,
        widen: bool = True,
        about: str = "",
        before: Found | None = None,
    ) -> None:
        """`about` says what the first query is, beside its results; `before` is what it led to."""
        super().__init__(workspace, widen=widen)
        self._initial = query
        self._explained = query, about
        self._before = before
        self._order: Order = before.order if before is not None else "relevance"
        self._fold = before is None or before.fold
        self._timer: Timer | None = None
        self._typed_at = 0.0
        self._indexing = self._learning = ""
        self._shown = self._found = self._start = self._offered = ""
        self._hinted: tuple[HintedState, Keymap] | None = None
        self._summary = SplitLine(id="search-summary")
        # Threads ask it, too, and may do so when the screen has been left.
        self._results = SearchResults(id="search-results")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "search"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        results = self._results
        moves: dict[str, Handler] = {
            action: partial(results.perform, action)
            for action in ("search.down", "search.up", "search.page_down", "search.page_up")
        }
        return moves | {
            "search.open": lambda _: self.open(),
            "search.widen": lambda _: self.toggle_widening(),
            "search.concordance": lambda _: self.show_in_context(),
            "search.next_hit": lambda count: self.next_hit(count or 1),
            "search.previous_hit": lambda count: self.next_hit(-(count or 1)),
            "search.order": lambda _: self.next_order(),
            "search.fold": lambda _: self.toggle_folding(),
            "search.narrow": lambda _: self.ask_facet(),
            "search.spellings": lambda _: self.ask_spelling(),
            "search.within": lambda _: self.search_within(),
            "search.meant": lambda _: self.take_offer(),
            "search.past": lambda _: self.ask_past(),
            "search.save": lambda _: self.save_search(),
            "search.forget": lambda _: self.forget_search(),
            "app.back": lambda _: self.dismiss(None),
        }

    def more_help(self, width: int, words: Sequence[str]) -> list[ShownRow]:
        """What may be written as a query."""
        from tui.searching.search_help import search_help_rows

        return search_help_rows(width, words)

    def lacking(self) -> Set[Need]:
        """Return what there is not: a question, or anything found."""
        found = set(super().lacking())
        if not self.query_text.strip():
            found.add("question")
        if self.row_shown is None:
            found.add("result")
        return found

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield SafeInput(self._initial, placeholder='words, "a phrase", -without', id="search-query")
        yield self._summary
        yield self._results
        yield self._preview_title
        yield self._preview_pane
        yield HintLine(id="search-hint")

    def on_mount(self) -> None:
        """Begin to type; the query of the last search is there again."""
        results = self._results
        results.can_focus, results.keys_reach = False, True
        field = self.query_one(SafeInput)
        field.focus()
        field.cursor_position = len(field.value)
        self._show_hint()
        self._read_ahead()
        if self._before is not None:
            results.come_back(self._before.row, self._before.limit)
        if self._initial:
            self.wait_for(self._initial)
            self._search(self._initial)
        else:
            self._show_result("", None, "")

    @work(thread=True, group="reading ahead")
    def _read_ahead(self) -> None:
        """Read what is not indexed yet, or else what a first search needs, before it is typed."""
        worker = get_current_worker()
        found = read_ahead(self._workspace, lambda: worker.is_cancelled)
        if found is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._results.paint_ahead, found)

    def on_resize(self, event: events.Resize) -> None:
        """Show the text of the hit where there is room for it."""
        self.fit_preview(event.size.height)
        self._show_hint()

    @property
    def row_shown(self) -> SearchRow | None:
        """The row of the results that the cursor is on."""
        return self._results.current

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Say how far the index is; what it finds grows with it."""
        if words != self._indexing:
            self._indexing = words
            self._show_summary()
        if grown:
            self.search_again()

    def files_changed(self, changes: Changes) -> None:
        """Search the articles that there are now."""
        self._read_ahead()
        self.search_again()

    def search_again(self) -> None:
        """Search for what is in the field once more."""
        self._search(self.query_one(SafeInput).value)

    def toggle_widening(self) -> None:
        """Switch other spellings on or off."""
        self._widen = not self._widen
        self._show_hint()
        self.search_again()

    def show_in_context(self) -> None:
        """Show every place of what is in the field; go where a line leads, or come back here."""
        query = self.query_one(SafeInput).value.strip()
        if not query:
            return
        from tui.screens.concordance import ConcordanceScreen
        from tui.searching.concordance_state import ConcordanceState

        def left(found: object) -> None:
            if found is not None:
                self.dismiss(found)

        state = ConcordanceState(query, widen=self._widen)
        screen = ConcordanceScreen(self._workspace, state)
        screen.show_indexing(self._indexing)
        self.app.push_screen(screen, left)

    def next_order(self) -> None:
        """List the results in the next order: by relevance, date, outlet, number of hits."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show_hint()
        self._shown = ""
        self.search_again()

    def toggle_folding(self) -> None:
        """Show articles that are one each by itself, or the best of them alone."""
        self._fold = not self._fold
        self._show_hint()
        self.search_again()

    def say(self, words: str, *, warning: bool = False) -> None:
        """Say something above the results, until the next ones come."""
        self._summary.set_class(warning, "-warning")
        self._found, self._start = words, ""
        self._show_summary()

    def _show_hint(self) -> None:
        shown = self._preview_pane.display
        state = HintedState(self._widen, self._order, self._fold, shown, self._offered)
        if (state, self.keymap) != self._hinted:
            self._hinted = state, self.keymap
            self.query_one(HintLine).show(*search_hints(state, self.keymap))

    def _show_summary(self) -> None:
        """Say what was found, and what is still done for it."""
        listing = "" if self._workspace.corpus.complete else "reading the folder"
        right = self._learning or self._indexing or listing or self._start
        self._summary.show(left=self._found, right=right)

    @on(Input.Changed, "#search-query")
    def _query_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value.strip():
            self.host.pauses.ask()
        else:
            self.host.pauses.answered()
        if self._timer is not None:
            self._timer.stop()
        self.wait_for(event.value)
        self._results.begin()
        search, before = partial(self._search, event.value), self._typed_at
        self._typed_at = monotonic()
        if self._typed_at - before > SECONDS_OF_A_PAUSE:
            # What was typed is painted before the search takes its turns of the processor.
            self.call_after_refresh(search)
        else:
            self._timer = self.set_timer(SECONDS_BEFORE_SEARCH, search)

    def say_that_it_searches(self) -> None:
        """Say so above the results."""
        self._found = "searching …"
        self._show_summary()

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str) -> None:
        """Search off the UI thread; an answer that came too late is dropped."""
        worker = get_current_worker()
        result: SearchResult | None = None
        error = ""
        listed = self._workspace.corpus.complete
        if query.strip():
            try:
                result = self._complete_result(worker, query)
            except QueryError as wrong:
                error = said_error(wrong)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_result, query, result, error)
            if listed and query.strip():
                self.host.pauses.answered()
        if result is not None and result.unknown:
            self._learn(worker, query)

    def _complete_result(self, worker: Worker[None], query: str) -> SearchResult:
        """Search everything; what is indexed is shown before the rest is read."""
        index, results = self._workspace.index, self._results
        unread = index.unread()
        limit, rows = results.limit, results.rows_wanted
        if unread:
            indexed = index.search(query, limit, widen=self._widen, as_you_type=True)
            if not worker.is_cancelled:
                call = self.app.call_from_thread
                call(self._show_learning, f"reading {unread:,} articles")
                if indexed.hits:
                    call(self._show_result, query, indexed, "")
        result = index.search_all(
            query,
            limit,
            widen=self._widen,
            as_you_type=True,
            order=self._order,
            fold=self._fold,
            rows=rows,
            cancelled=lambda: worker.is_cancelled,
        )
        if self._learning and not worker.is_cancelled:
            self.app.call_from_thread(self._show_learning, "")
        return result

    def _learn(self, worker: Worker[None], query: str) -> None:
        """Learn what the query asks and is not known of all articles yet; then search again."""
        index = self._workspace.index
        progress = self.progress_of(worker)

        def cancelled() -> bool:
            return worker.is_cancelled

        index.learn(query, progress, cancelled, as_you_type=True)
        if self._order in BY_METADATA:
            index.learn_metadata(
                query,
                widen=self._widen,
                progress=progress,
                cancelled=cancelled,
            )
        if not worker.is_cancelled:
            call = self.app.call_from_thread
            call(self._show_learning, "")
            call(self._show_result, query, self._complete_result(worker, query), "")
            self.look_at_learnt(query)

    def _show_learning(self, words: str) -> None:
        self._learning = words
        self._show_summary()

    def _show_result(self, query: str, result: SearchResult | None, error: str) -> None:
        if query != self.query_one(SafeInput).value:
            return  # more was typed
        if error:
            self.say(error, warning=True)
            self.results_are_there(listed=False)
            return
        self._summary.set_class(False, "-warning")
        words, widened, start = "", "", ""
        if result is not None and result.damaged:
            cast("PostilApp", self.app).index_again()
        if result is not None:
            words, widened, start = summary(result), widened_words(result), unfinished(query)
            if not result.total:
                from tui.searching.nothing_found import nothing_asked, words_on_nothing

                left_out = len(self._workspace.corpus.left_out)
                more = words_on_nothing(self.keymap, left_out, widen=self._widen)
                words = nothing_asked(query) or words + more
        self._offered = offered_words(query, result) if result is not None else ""
        self._offering = result
        self._found = f"{words} · {widened}" if widened else words
        self._start = f"{safe_line(start)}… may go on" if start else ""
        if query == self._explained[0] and self._explained[1]:
            self._start = self._explained[1]
            self._offered, self._offering = "", None
        if query and not self._offered and query == self._taken[0]:
            self._offered = "or something else?"
        self._show_hint()
        self._show_summary()
        self._results.show(result, again=query == self._shown)
        self._shown = query
        if not query.strip():
            self._begin_anew()
        self.preview_soon()
        self.results_are_there(listed=True)

    def _begin_anew(self) -> None:
        """Say what may be asked, and list what was asked before."""
        again = "{search.up} {search.down} {search.open} an earlier search · "
        words = f"{again if self.list_past() else ''}{{app.help}} what can be written"
        self._found = self.keymap.filled(words, in_field=True)
        self._show_summary()

    @on(SearchResults.MoreWanted)
    def _more_wanted(self, event: SearchResults.MoreWanted) -> None:
        event.stop()
        self.search_again()

    @on(VirtualList.Moved, "#search-results")
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()
        self.preview_soon()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.open()

    def open(self) -> None:
        """Go to the place under the cursor."""
        results = self._results
        row = results.current
        if results.past is not None:
            self.take_past(results.past)
        elif row is not None:
            # What was typed since may be no query, and did not lead to this row.
            query = self._shown
            self._workspace.searches.add(query)
            place = row.hit.article, row.hit.part, self.place_shown(row)
            limit, order, fold = results.limit, self._order, self._fold
            self.dismiss(Found(*place, query, self._widen, row, order, fold, limit))
