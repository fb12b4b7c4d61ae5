"""The ledger as a table: all annotations, filtered as one types, sorted and grouped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.annotating.article_titles import ArticleTitles
from tui.annotating.ledger_rows import LedgerLine, file_of, ledger_lines, line_pieces
from tui.keyboard.hints import hints_of
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from tui.folder.changes import Changes
    from tui.workspace import Workspace

_READING = "Ledger: reading the annotations …"
Marked = tuple[str, str | None, str]

_IN_FIELD = (
    "{ledger.go} goes there · {ledger.turn} to the rows, to edit · {ledger.group} groups · "
    "{ledger.sort} sorts · {app.back} back"
)
_IN_LIST = (
    "{entries.tags} tags · {entries.note} note · {entries.speaker} speaker · "
    "{entries.measure} measure · {entries.mark} marks · {entries.link} links · "
    "{entries.undo} undo · {ledger.turn} filter · {app.help} keys"
)


@dataclass(frozen=True, slots=True)
class LedgerView:
    """How the ledger is listed: what is typed, grouped and sorted by what, and the row."""

    query: str = ""
    group: str | None = None
    sort: str | None = None
    row: int = 0


class LedgerList(VirtualList):
    """Lists the lines of the ledger."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.lines: tuple[LedgerLine, ...] = ()
        self.marked: set[Marked] = set()

    def show(self, lines: tuple[LedgerLine, ...], row: int = 0) -> None:
        """List other lines; the cursor goes to `row`, or from a heading to what is below it."""
        self.lines = lines
        on_heading = row + 1 < len(lines) and lines[row].row is None
        self.rows_changed(row=row + 1 if on_heading else row)

    def row_of(self, key: Marked, instead: int) -> int:
        """Return where an annotation is listed, next to the row `instead`, else that row."""
        found = [at for at, line in enumerate(self.lines) if line.row and key_of(line.row) == key]
        return min(found, key=lambda at: abs(at - instead), default=instead)

    @property
    def current(self) -> LedgerRow | None:
        """The annotation of the cursor's row; None on a heading."""
        return self.lines[self.row].row if self.row < len(self.lines) else None

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        line = self.lines[row]
        return line_pieces(line, width, marked=_is_marked(line, self.marked))


class LedgerTable(ActionScreen):
    """Lists all annotations; dismissed with the `LedgerRow` to go to, or None.

    `view` is kept by who opened it, so that one comes back to the same. The field and the list have
    the focus in turn: in the field one types, in the list keys act.
    """

    CSS_PATH = "ledger.tcss"

    def __init__(self, workspace: Workspace, view: LedgerView) -> None:
        super().__init__()
        self.view = view
        self.workspace = workspace
        self._all: list[LedgerRow] = []  # of all readers, shown or not
        self._rows: list[LedgerRow] | None = None
        self._outdated: set[str] = set()  # articles whose annotations are to be read again
        self.listed_rows: list[LedgerRow] = []
        self._links: Mapping[str, int] = {}  # of each annotation, by id
        self._titles = ArticleTitles(workspace.corpus)  # read in the thread, then known
        self.several = False  # whether there are other readers' annotations
        self._line = SplitLine(style="bold", id="ledger-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "entries" if isinstance(self.focused, LedgerList) else "ledger"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        listed = self.query_one(LedgerList)
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"ledger.{name}": partial(listed.perform, f"ledger.{name}") for name in names
        }
        return moves | {
            "ledger.go": lambda _: self.go(),
            "ledger.group": lambda _: self.next_group(),
            "ledger.sort": lambda _: self.next_order(),
            "ledger.turn": lambda _: self.turn(),
            "app.back": lambda _: self.back(),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield SafeInput(
            self.view.query,
            placeholder="words tag: speaker: state: has: links: article:",
            id="ledger-query",
        )
        yield self._line
        yield LedgerList(id="ledger-list")
        yield HintLine(hints_of(_IN_FIELD, self.keymap), id="ledger-hint")

    def on_mount(self) -> None:
        """Begin to type, and read the sidecars meanwhile."""
        listed = self.query_one(LedgerList)
        listed.keys_reach = True
        field = self.query_one(SafeInput)
        field.focus()
        field.cursor_position = len(field.value)
        self.say("")
        self.read_again(self.view.row)

    @work(thread=True, exclusive=True, group="ledger")
    def read_again(self, row: int, message: str = "", key: Marked | None = None) -> None:
        """Read the sidecars; the cursor goes to the annotation `key`, else to `row`."""
        from annotations.ledger import ledger

        worker = get_current_worker()
        # What is written from here on is told of, and read after this.
        self._outdated.clear()
        rows: list[LedgerRow] = []
        for one in ledger(self.workspace.corpus, self.workspace.store):
            if worker.is_cancelled:
                return
            rows.append(one)
            self._titles(one)
        self.app.call_from_thread(self._take, rows, row, message, key)

    def sidecars_changed(self, articles: frozenset[str]) -> None:
        """List what another program wrote; what was written here is listed already."""
        self._outdated |= articles
        reads = any(one.group == "ledger" and not one.is_finished for one in self.workers)
        if not reads and not self.writing:
            self._read_outdated()

    def files_changed(self, changes: Changes) -> None:
        """List the annotations of articles that changed, came or went as they stand there now."""
        self._titles.follow(self.workspace.corpus, changes.articles)
        self.sidecars_changed(changes.articles)

    @property
    def writing(self) -> bool:
        """Whether annotations are being written, after which all are read again."""
        return False

    @work(thread=True, exclusive=True, group="ledger")
    def _read_outdated(self) -> None:
        from annotations.ledger import ledger

        worker = get_current_worker()
        articles, self._outdated = self._outdated, set()
        rows = list(ledger(self.workspace.corpus, self.workspace.store, articles))
        for one in rows:
            self._titles(one)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_some, articles, rows)

    def _take_some(self, articles: set[str], rows: list[LedgerRow]) -> None:
        """List the annotations of some articles anew; the cursor stays on its annotation."""
        listed = self.query_one(LedgerList)
        if rows != [one for one in self._all if one.article in articles]:
            kept = [one for one in self._all if one.article not in articles]
            rows = sorted((*kept, *rows), key=lambda one: one.article)
            key = key_of(listed.current) if listed.current is not None else None
            self._take(rows, listed.row, "Annotations changed elsewhere: read again", key)
        elif self._outdated:
            self._read_outdated()

    def _take(self, rows: list[LedgerRow], row: int, message: str, key: Marked | None) -> None:
        from annotations.linked import link_counts

        self._all = rows
        shown = self.workspace.shown
        self._rows = [one for one in rows if shown.holds(mine=one.mine, reader=one.reader)]
        self.several = any(not one.mine for one in self._rows)
        self._links = link_counts(rows)
        self.show_rows(row)
        listed = self.query_one(LedgerList)
        if key is not None:
            listed.rows_changed(row=listed.row_of(key, row))
        listed.marked &= {key_of(one) for one in self._rows}
        if message:
            self.say(message)
        if self._outdated:
            self._read_outdated()

    @on(Input.Changed, "#ledger-query")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.view.query:
            self.view = replace(self.view, query=event.value)
            self.show_rows(0)

    def show_rows(self, row: int) -> None:
        """List the rows that are asked for, in their order."""
        if self._rows is None:
            return
        from annotations.ledger_query import LedgerQuery, ordered

        found = LedgerQuery.of(self.view.query).chosen(self._rows, self._titles)
        if self.view.sort is not None:
            found = ordered(found, self.view.sort)
        self.listed_rows = found
        listed = self.query_one(LedgerList)
        lines = ledger_lines(
            found, self.view.group, by=self.several, links=self._links, titles=self._titles
        )
        listed.nothing = "No annotation has all of it" if self._rows else "Nothing annotated yet"
        listed.show(lines, row)
        self.say("")

    def say(self, words: str) -> None:
        """Show how many annotations are listed, and beside it words.

        Without words, how they are listed, and the file of the cursor's row.
        """
        if self.reading:
            self._line.show(left=_READING, right=safe_line(words))
            return
        count = f"Ledger: {len(self.listed_rows):,} of {len(self.all_rows):,} annotations"
        marked = len(self.query_one(LedgerList).marked)
        how = [f"{marked:,} marked"] if marked else []
        how += [f"by {self.view.group}"] if self.view.group else []
        how += [f"sorted by {self.view.sort}"] if self.view.sort else []
        current = self.query_one(LedgerList).current
        how += [file_of(current)] if current is not None else []
        # What was done is read to its end; how many are listed goes before how they are.
        self._line.left_first = not words
        self._line.show(left=count, right=safe_line(words) or ", ".join(how))

    @property
    def reading(self) -> bool:
        """Whether the annotations are still being read for the first time."""
        return self._rows is None

    @property
    def all_rows(self) -> list[LedgerRow]:
        """All annotations that are shown here, listed or not."""
        return self._rows or []

    def turn(self) -> None:
        """Go from the field to the list, or back."""
        field, listed = self.query_one(SafeInput), self.query_one(LedgerList)
        to_field = self.focused is listed
        (field if to_field else listed).focus()
        keys = _IN_FIELD if to_field else _IN_LIST
        self.query_one(HintLine).show(*hints_of(keys, self.keymap))

    def back(self) -> None:
        """Go back from the list to the field, then to the article."""
        if self.focused is self.query_one(LedgerList):
            self.turn()
        else:
            self.leave(None)

    def leave(self, row: LedgerRow | None) -> None:
        """Close, and keep what was listed."""
        self.view = replace(self.view, row=self.query_one(LedgerList).row)
        self.dismiss(row)

    def next_group(self) -> None:
        """Group by the next thing, after the last by nothing."""
        self.view = replace(self.view, group=_next(self.view.group))
        self.show_rows(0)

    def next_order(self) -> None:
        """Sort by the next thing, after the last in the order of the articles."""
        self.view = replace(self.view, sort=_next(self.view.sort))
        self.show_rows(0)

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        """Name the file of the row that the cursor is on now."""
        self.say("")

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go to the place of the annotation of this row."""
        current = self.query_one(LedgerList).current
        if current is not None:
            self.leave(current)


def key_of(row: LedgerRow) -> Marked:
    """Tell an annotation apart from all others: its sidecar's article and reader, and its id."""
    return row.article, row.reader, row.annotation.id


def _is_marked(line: LedgerLine, marked: set[Marked]) -> bool:
    return line.row is not None and key_of(line.row) in marked


def _next(now: str | None) -> str | None:
    from annotations.ledger_query import GROUPS

    if now is None:
        return GROUPS[0]
    at = GROUPS.index(now) + 1
    return GROUPS[at] if at < len(GROUPS) else None
