"""What takes long on the concordance's screen, off the UI thread: reading, sorting, counting."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.worker import Worker, get_current_worker

from index.concordance.gathering import Work
from index.problems import IndexFailure, QueryError
from tui.counts import counted
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.searching.concordance_state import MOST_LINES, ConcordanceState
from tui.searching.concordance_tables import (
    Table,
    collocate_rows,
    form_rows,
    key_word_rows,
    n_gram_rows,
    spread_rows,
)
from tui.searching.search_rows import said_error
from tui.widgets.concordance_list import ConcordanceLines, ConcordanceTable
from tui.widgets.split_line import SplitLine

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from index.concordance.store import Selection
    from tui.workspace import Workspace

_SECONDS_BETWEEN_PROGRESS: Final = 0.2


class ConcordanceWork(ActionScreen):
    """The part of the screen that reads lines, sorts and counts them, and says how far it is."""

    def __init__(self, workspace: Workspace, state: ConcordanceState) -> None:
        super().__init__()
        self.state = state
        self._workspace = workspace
        self._working = ""
        self._problem = ""
        self._grown = ""
        self._indexing = ""
        self._lines = ConcordanceLines(id="concordance-lines")
        self._table = ConcordanceTable(id="concordance-table")
        self._title_line = SplitLine(style="bold", id="concordance-title")

    def on_mount(self) -> None:
        """Show what is there, and read what is not."""
        # Reading and painting line after line makes the garbage collector go through all that the
        # app holds, a tenth of a second each time. It skips what is there by now.
        gc.freeze()
        state = self.state
        self._lines.show(state.shown, state.keys, state.row)
        self.show_view()
        if not state.begun:
            state.begun = True
            self._read()
        elif state.view != "lines":
            self._count()

    def on_unmount(self) -> None:
        """What was not read stays so."""
        self.state.stopped = not self.state.complete

    def show_view(self) -> None:
        """Show the lines or a table, as the state says."""

    def show_place(self) -> None:
        """Say where the row of the cursor is from."""

    def stop(self) -> bool:
        """Stop what is being done; False where nothing is."""
        if not self._working:
            return False
        self.workers.cancel_group(self, "concordance")
        self._say("")
        if not self.state.ready:
            self.state.stopped = True
            self._ready()
        return True

    def _work(self, worker: Worker[None], doing: str) -> Work:
        """Return how work off the UI thread tells of itself."""
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if monotonic() - told >= _SECONDS_BETWEEN_PROGRESS and not worker.is_cancelled:
                told = monotonic()
                self.app.call_from_thread(self._say, f"{doing} {done:,} of {total:,}")

        return Work(progress, lambda: worker.is_cancelled)

    @work(thread=True, exclusive=True, group="concordance")
    def _read(self) -> None:
        worker = get_current_worker()
        call = self.app.call_from_thread

        def take(batch: list[ConcordanceLine]) -> None:
            if not worker.is_cancelled:
                call(self._take, batch)

        call(self._say, "reading …")
        try:
            self.state.read(self._workspace, self._work(worker, "reading"), take)
        except QueryError as error:
            call(self._fail, said_error(error))
            return
        except IndexFailure as error:
            call(self._fail, safe_line(str(error.problem)))
            return
        if not worker.is_cancelled:
            call(self._complete)

    def _take(self, batch: list[ConcordanceLine]) -> None:
        self.state.take(batch)
        self._lines.show(self.state.shown, ())
        self._show_title()
        self.show_place()

    def _complete(self) -> None:
        self.state.complete = True
        gc.freeze()
        uncounted = self.state.concordance.uncounted if self.state.concordance else 0
        if uncounted:
            self._grown = f"{uncounted:,} articles are not indexed yet, and not counted"
        self._say("")
        self._ready()

    def _ready(self) -> None:
        """Do what was wished while the lines were read."""
        if self.state.view != "lines":
            self._count()
        elif self.state.keys:
            self._arrange()

    def _fail(self, words: str) -> None:
        self._problem, self._working = words, ""
        self.state.begun = False
        self._show_title()

    @work(thread=True, exclusive=True, group="concordance")
    def _arrange(self, row: int = 0) -> None:
        """Sort and narrow the lines."""
        worker = get_current_worker()
        reading, sorting = self._work(worker, "reading the dates:"), self._work(worker, "sorting")
        shown = self.state.arranged(reading, sorting)
        articles = shown.articles
        if not worker.is_cancelled:
            self.app.call_from_thread(self._arranged, shown, articles, row)

    def _arranged(self, shown: Selection, articles: int, row: int) -> None:
        self.state.shown = shown
        self.state.articles = articles
        self._lines.show(shown, self.state.keys, row)
        self._say("")
        self.show_place()

    @work(thread=True, exclusive=True, group="concordance")
    def _count(self) -> None:
        """Count what the view shows."""
        worker, state, view = get_current_worker(), self.state, self.state.view
        work = self._work(worker, "reading the dates:")
        width = self.size.width
        count: dict[str, Callable[[], Table]] = {
            "collocates": lambda: collocate_rows(state),
            "n-grams": lambda: n_gram_rows(state),
            "forms": lambda: form_rows(state),
            "keyness": lambda: key_word_rows(state),
            "spread": lambda: spread_rows(state, work, width),
        }
        try:
            table = count[view]()
        except IndexFailure as error:
            self.app.call_from_thread(self._fail, safe_line(str(error.problem)))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, view, table)

    def _counted(self, view: str, table: Table) -> None:
        if view == self.state.view:
            self._table.show(table, self.state.table_row)
            self._say("")
            self.show_view()

    def _say(self, working: str) -> None:
        self._working = working
        self._show_title()

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Say that the index has other articles than were read; `words` say that more will come."""
        self._indexing = words
        if grown and self.state.ready:
            again = self.keymap.filled("{concordance.again} reads them")
            self._grown = f"other articles were indexed: {again}"
            self._show_title()

    def read_again(self) -> None:
        """Read all lines anew."""
        self.workers.cancel_group(self, "concordance")
        self._problem = self._grown = ""
        self.state.forget()
        self.state.begun = True
        self._lines.show(self.state.shown, (), 0)
        self._table.show(Table())
        self._read()

    def _show_title(self) -> None:
        state = self.state
        count, articles = len(state.shown), state.articles
        words = f"{counted(count, 'line')} in {counted(articles, 'article')}"
        if not count and state.complete and state.narrowing is None:
            words = "nowhere"
        if state.narrowing is not None:
            words = f"{words} {state.narrowing.words}"
        elif not state.complete:
            words += ", stopped before the end" if state.stopped else " so far"
        elif count >= MOST_LINES:
            words = f"the first {words}"
        words = self._problem or words
        order = f"by {', '.join(map(str, state.keys))}" if state.keys else ""
        self._title_line.show(
            left=safe_line(f"{state.name or state.query} · {words}"),
            right=self._working or self._grown or order,
        )
