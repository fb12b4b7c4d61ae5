"""The concordance: every place of a query in its context, and what can be counted there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult

from tui.counts import counted
from tui.keyboard.hints import hints_of
from tui.screens.action_screen import Handler
from tui.screens.concordance_work import ConcordanceWork
from tui.searching.concordance_rows import details_of
from tui.searching.concordance_state import VIEWS, ConcordanceState
from tui.searching.concordance_tables import Table
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.tab_line import TabLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from tui.workspace import Workspace

_HINTS: Final = {
    "lines": "{concordance.go} goes there · {concordance.view_next} counts · "
    "{concordance.sort_right} {concordance.sort_left} sort by words · "
    "{app.help} keys · {app.back} back",
    "collocates": "{concordance.go} lists its lines · {concordance.measure} other measure · "
    "{concordance.span} span · {concordance.view_next} next · {app.back} back",
    "n-grams": "{concordance.go} lists its lines · {concordance.size} words of a run · "
    "{concordance.view_next} next · {app.back} back",
    "forms": "{concordance.go} lists its lines · {concordance.view_next} next · {app.back} back",
    "keyness": "{concordance.go} lists lines with it near · {concordance.view_next} next · "
    "{app.back} back",
    "spread": "{concordance.go} lists its lines · {concordance.view_next} next · {app.back} back",
}


@dataclass(frozen=True, slots=True)
class PlaceInContext:
    """The line that the reader chose, and the concordance to come back to."""

    state: ConcordanceState
    line: ConcordanceLine


class ConcordanceScreen(ConcordanceWork):
    """Shows a concordance; dismissed with a `PlaceInContext`, or None."""

    CSS_PATH = "concordance.tcss"

    def __init__(self, workspace: Workspace, state: ConcordanceState) -> None:
        super().__init__(workspace, state)
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

    @property
    def _shown_list(self) -> VirtualList:
        return self._lines if self.state.view == "lines" else self._table

    def show_view(self) -> None:
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
        self.show_place()

    def _show_headings(self) -> None:
        self._headings.show(left=self._table.heading())

    def show_place(self) -> None:
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
            "keyness": "articles with the keyword against the others, 5 times or more",
            "spread": "where the keyword stands",
        }[state.view]
        self._place_line.show(left=how, right=counted(count, "row"))

    def on_resize(self) -> None:
        """Lay the headings out anew."""
        self.call_after_refresh(self._show_headings)

    def step_view(self, step: int) -> None:
        """Show the next view, or one before."""
        self.change_view(VIEWS[(VIEWS.index(self.state.view) + step) % len(VIEWS)])

    @on(TabLine.Chosen)
    def _view_chosen(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.change_view(event.tab)

    def change_view(self, view: str) -> None:
        """Show the lines, or what is counted of them once all are there."""
        self.state.view, self.state.table_row = view, 0
        self._table.show(Table())
        self.show_view()
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
            self.change_view("lines")
        if self.state.ready:
            self._say("sorting …")
            self._arrange()
        else:
            self._show_title()

    def _next_measure(self) -> None:
        self.state.next_measure()
        self.change_view("collocates")

    def _set_span(self, count: int | None) -> None:
        self.state.span = min(count or self.state.span % 5 + 1, 5)
        self.change_view("collocates")

    def _set_size(self, count: int | None) -> None:
        self.state.size = max(2, min(count or self.state.size % 6 + 1, 6))
        self.change_view("n-grams")

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        if self.state.view == "lines":
            self.state.row = event.row
        else:
            self.state.table_row = event.row
        self.show_place()

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
            self.show_view()
            self._arrange()

    def back(self) -> None:
        """Stop what is being done; else show all lines again; else leave."""
        if self.stop():
            return
        if self.state.view != "lines":
            self.change_view("lines")
        elif self.state.narrowing is not None:
            self.state.narrowing = None
            self._arrange()
        else:
            self.dismiss(None)
