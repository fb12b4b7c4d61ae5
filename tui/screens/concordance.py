"""The concordance: every place of a query in its context, and what can be counted there."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.app import ComposeResult
from textual.worker import Worker, get_current_worker

from index import IndexFailure, QueryError
from index.concordance.gathering import Work
from tui.concordance_rows import (
    Table,
    collocate_rows,
    details_of,
    form_rows,
    n_gram_rows,
    spread_rows,
)
from tui.concordance_state import MOST_LINES, VIEWS, ConcordanceState
from tui.hints import hints_of
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.search_rows import said_error
from tui.widgets.concordance_list import ConcordanceLines, ConcordanceTable
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.tab_line import TabLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from index.concordance.store import Selection
    from tui.workspace import Workspace

_MOVES: Final = ("down", "up", "page_down", "page_up", "start", "end")
_SECONDS_BETWEEN_PROGRESS: Final = 0.2
_HINTS: Final = {
    "lines": "{concordance.go} goes there · {concordance.view_next} counts · "
    "{concordance.sort_right} {concordance.sort_left} sort by words · "
    "{app.help} keys · {app.back} back",
    "collocates": "{concordance.go} lists its lines · {concordance.measure} other measure · "
    "{concordance.span} span · {concordance.view_next} next · {app.back} back",
    "n-grams": "{concordance.go} lists its lines · {concordance.size} words of a run · "
    "{concordance.view_next} next · {app.back} back",
    "forms": "{concordance.go} lists its lines · {concordance.view_next} next · {app.back} back",
    "spread": "{concordance.go} lists its lines · {concordance.view_next} next · {app.back} back",
}


@dataclass(frozen=True, slots=True)
class PlaceInContext:
    """The line that the reader chose, and the concordance to come back to."""

    state: ConcordanceState
    line: ConcordanceLine


class ConcordanceScreen(ActionScreen):
    """Shows a concordance; dismissed with a `PlaceInContext`, or None."""

    CSS_PATH = "concordance.tcss"

    def __init__(self, workspace: Workspace, state: ConcordanceState) -> None:
        super().__init__()
        self.state = state
        self._workspace = workspace
        self._working = ""
        self._problem = ""
        self._grown = ""
        self._lines = ConcordanceLines(id="concordance-lines")
        self._table = ConcordanceTable(id="concordance-table")
        self._title_line = SplitLine(style="bold", id="concordance-title")
        self._views = TabLine(VIEWS, id="concordance-views")
        self._headings = SplitLine(id="concordance-headings")
        self._place_line = SplitLine(id="concordance-place")
        self._hint = HintLine(id="concordance-hint")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "concordance"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        sorts: dict[str, Handler] = {
            f"concordance.sort_{name}": partial(self._sort_by, name)
            for name in ("word", "file", "date", "outlet")
        }
        return sorts | {
            "concordance.go": lambda _: self.go(),
            "concordance.view_next": lambda _: self.step_view(1),
            "concordance.view_previous": lambda _: self.step_view(-1),
            "concordance.sort_right": lambda count: self._sort_by(f"R{count or 1}", None),
            "concordance.sort_left": lambda count: self._sort_by(f"L{count or 1}", None),
            "concordance.sort_rights": lambda _: self._sort_side("R"),
            "concordance.sort_lefts": lambda _: self._sort_side("L"),
            "concordance.unsort": lambda _: self._unsort(),
            "concordance.again": lambda _: self.read_again(),
            "concordance.measure": lambda _: self._next_measure(),
            "concordance.span": lambda count: self._set_span(count),
            "concordance.size": lambda count: self._set_size(count),
            "app.back": lambda _: self.back(),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._title_line
        yield self._views
        yield self._headings
        yield self._lines
        yield self._table
        yield self._place_line
        yield self._hint

    def on_mount(self) -> None:
        """Show what is there, and read what is not."""
        # Reading and painting line after line makes the garbage collector go through all that the
        # app holds, a tenth of a second each time. Until one leaves, it skips what is there by now.
        gc.freeze()
        state = self.state
        self._lines.show(state.shown, state.keys, state.row)
        self._show_view()
        if not state.begun:
            state.begun = True
            self._read()
        elif state.view != "lines":
            self._count()

    def on_unmount(self) -> None:
        """Let the garbage collector see everything again."""
        gc.unfreeze()

    @property
    def _shown_list(self) -> VirtualList:
        return self._lines if self.state.view == "lines" else self._table

    # What takes long

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
        self._show_place()

    def _complete(self) -> None:
        self.state.complete = True
        gc.freeze()
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
        shown = self.state.arranged(self._work(worker, "reading the dates:"))
        articles = shown.articles
        if not worker.is_cancelled:
            self.app.call_from_thread(self._arranged, shown, articles, row)

    def _arranged(self, shown: Selection, articles: int, row: int) -> None:
        self.state.shown = shown
        self.state.articles = articles
        self._lines.show(shown, self.state.keys, row)
        self._say("")
        self._show_place()

    @work(thread=True, exclusive=True, group="concordance")
    def _count(self) -> None:
        """Count what the view shows."""
        worker, state, view = get_current_worker(), self.state, self.state.view
        work = self._work(worker, "reading the dates:")
        count: dict[str, Callable[[], Table]] = {
            "collocates": lambda: collocate_rows(state),
            "n-grams": lambda: n_gram_rows(state),
            "forms": lambda: form_rows(state),
            "spread": lambda: spread_rows(state, work),
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
            self._show_view()

    def _say(self, working: str) -> None:
        self._working = working
        self._show_title()

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Say that the index has other articles than were read."""
        if grown:
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

    # What is shown

    def _show_title(self) -> None:
        state = self.state
        count, articles = len(state.shown), state.articles
        words = (
            f"{count:,} line{'' if count == 1 else 's'} in"
            f" {articles:,} article{'' if articles == 1 else 's'}"
        )
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
            left=safe_line(f"{state.query} · {words}"),
            right=self._working or self._grown or order,
        )

    def _show_view(self) -> None:
        """Show the lines or the table, which has the keys then."""
        lines = self.state.view == "lines"
        self._views.show(self.state.view)
        self._lines.display, self._table.display = lines, not lines
        self._shown_list.focus()
        self._headings.set_class(not lines, "-shown")
        self.call_after_refresh(self._show_headings)
        template = _HINTS[self.state.view]
        self._hint.show(*hints_of(template, self.keymap))
        self._show_title()
        self._show_place()

    def _show_headings(self) -> None:
        self._headings.show(left=self._table.heading())

    def _show_place(self) -> None:
        """Say where the line of the cursor is from; of a table, how it was counted."""
        state = self.state
        if state.view == "lines":
            line = self._lines.current
            number = f"{self._lines.row + 1:,} of {self._lines.row_count():,}" if line else ""
            self._place_line.show(left=details_of(line) if line else "", right=number)
            return
        count = sum(row.narrowing is not None for row in self._table.table.rows)
        how = {
            "collocates": f"by {state.measure}, {state.span} words on either side, 5 times or more",
            "n-grams": f"runs of {state.size} words, twice or more",
            "forms": "how the keyword is written",
            "spread": "where the keyword stands",
        }[state.view]
        self._place_line.show(left=how, right=f"{count:,} row{'' if count == 1 else 's'}")

    def on_resize(self) -> None:
        """Lay the headings out anew."""
        self.call_after_refresh(self._show_headings)

    # What the reader does

    def step_view(self, step: int) -> None:
        """Show the next view, or one before."""
        self.show_view(VIEWS[(VIEWS.index(self.state.view) + step) % len(VIEWS)])

    @on(TabLine.Chosen)
    def _view_chosen(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.show_view(event.tab)

    def show_view(self, view: str) -> None:
        """Show the lines, or what is counted of them once all are there."""
        self.state.view, self.state.table_row = view, 0
        self._table.show(Table())
        self._show_view()
        if view != "lines" and self.state.ready:
            self._say("counting …")
            self._count()

    def _sort_by(self, name: str, _count: int | None) -> None:
        if name[1:].isdecimal() and int(name[1:]) > 3:
            name = f"{name[0]}3"
        self.state.sort_by(name)
        self._sorted()

    def _sort_side(self, side: str) -> None:
        self.state.sort_by_side(side)
        self._sorted()

    def _unsort(self) -> None:
        self.state.keys = ()
        self._sorted()

    def _sorted(self) -> None:
        """Show the lines in the order that is wished, once all are there."""
        if self.state.view != "lines":
            self.show_view("lines")
        if self.state.ready:
            self._say("sorting …")
            self._arrange()
        else:
            self._show_title()

    def _next_measure(self) -> None:
        self.state.next_measure()
        self.show_view("collocates")

    def _set_span(self, count: int | None) -> None:
        self.state.span = min(count or self.state.span % 5 + 1, 5)
        self.show_view("collocates")

    def _set_size(self, count: int | None) -> None:
        self.state.size = max(2, min(count or self.state.size % 6 + 1, 6))
        self.show_view("n-grams")

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        if self.state.view == "lines":
            self.state.row = event.row
        else:
            self.state.table_row = event.row
        self._show_place()

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go to the place of the line; from a table list the lines that the row counts."""
        if self.state.view == "lines":
            line = self._lines.current
            if line is not None:
                self.state.row = self._lines.row
                self.dismiss(PlaceInContext(self.state, line))
            return
        row = self._table.current
        if row is not None and row.narrowing is not None:
            self.state.narrowing = row.narrowing
            self.state.view = "lines"
            self._show_view()
            self._arrange()

    def back(self) -> None:
        """Stop what is being done; else show all lines again; else leave."""
        if self._working:
            self.workers.cancel_group(self, "concordance")
            self._say("")
            if not self.state.ready:
                self.state.stopped = True
                self._ready()
        elif self.state.view != "lines":
            self.show_view("lines")
        elif self.state.narrowing is not None:
            self.state.narrowing = None
            self._arrange()
        else:
            self.dismiss(None)
