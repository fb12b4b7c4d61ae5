"""The ledger: all annotations of the corpus, filtered as one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.hints import hints_of
from tui.ledger_rows import LedgerLine, ledger_lines, line_pieces
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from tui.workspace import Workspace


class LedgerList(VirtualList):
    """Lists the lines of the ledger."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.lines: tuple[LedgerLine, ...] = ()

    def show(self, lines: tuple[LedgerLine, ...], row: int = 0) -> None:
        """List other lines."""
        self.lines = lines
        self.rows_changed(row=row)

    @property
    def current(self) -> LedgerRow | None:
        """The annotation of the cursor's row; None on a heading."""
        return self.lines[self.row].row if self.row < len(self.lines) else None

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        return line_pieces(self.lines[row], width)


class LedgerScreen(ActionScreen):
    """Lists all annotations; dismissed with the `LedgerRow` to go to, or None.

    `query`, `group` and `sorting` are kept by who opened it, so that one comes back to the same.
    """

    CSS_PATH = "ledger.tcss"

    def __init__(
        self, workspace: Workspace, query: str = "", group: str | None = None, row: int = 0
    ) -> None:
        super().__init__()
        self.query_words = query
        self.group_by = group
        self.sort_by: str | None = None
        self.kept_row = row
        self.changed = False
        self._workspace = workspace
        self._rows: list[LedgerRow] | None = None
        self._chosen_rows: list[LedgerRow] = []
        self._line = SplitLine(style="bold", id="ledger-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "ledger"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        listed = self.query_one(LedgerList)
        names = ("down", "up", "page_down", "page_up")
        moves: dict[str, Handler] = {
            f"ledger.{name}": partial(listed.perform, f"ledger.{name}") for name in names
        }
        return moves | {
            "ledger.go": lambda _: self.go(),
            "ledger.group": lambda _: self.next_group(),
            "ledger.sort": lambda _: self.next_order(),
            "ledger.tag": lambda _: self.ask_tag(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield SafeInput(
            self.query_words,
            placeholder="words tag: speaker: state: has: links: article:",
            id="ledger-query",
        )
        yield self._line
        yield LedgerList(id="ledger-list")
        keys = (
            "{ledger.go} goes there · {ledger.group} groups · {ledger.sort} sorts · "
            "{ledger.tag} tags all · {app.back} back"
        )
        yield HintLine(hints_of(keys, self.keymap), id="ledger-hint")

    def on_mount(self) -> None:
        """Begin to type, and read the sidecars meanwhile."""
        listed = self.query_one(LedgerList)
        listed.can_focus, listed.keys_reach = False, True
        field = self.query_one(SafeInput)
        field.focus()
        field.cursor_position = len(field.value)
        self._line.show(left="Reading the annotations …")
        self._read(self.kept_row)

    @work(thread=True, exclusive=True, group="ledger")
    def _read(self, row: int) -> None:
        from annotations import ledger

        worker = get_current_worker()
        rows: list[LedgerRow] = []
        for one in ledger(self._workspace.corpus, self._workspace.store):
            if worker.is_cancelled:
                return
            rows.append(one)
        self.app.call_from_thread(self._take, rows, row)

    def _take(self, rows: list[LedgerRow], row: int) -> None:
        self._rows = rows
        self._show(row)

    @on(Input.Changed, "#ledger-query")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.query_words:
            self.query_words = event.value
            self._show(0)

    def _show(self, row: int) -> None:
        if self._rows is None:
            return
        from annotations.ledger_query import LedgerQuery, ordered

        found = LedgerQuery.of(self.query_words).chosen(self._rows)
        if self.sort_by is not None:
            found = ordered(found, self.sort_by)
        self._chosen_rows = found
        self.query_one(LedgerList).show(ledger_lines(found, self.group_by), row)
        count = f"{len(found):,} of {len(self._rows):,} annotations"
        how = [f"by {self.group_by}"] if self.group_by else []
        how += [f"sorted by {self.sort_by}"] if self.sort_by else []
        self._line.show(left=count, right=", ".join(how))

    def next_group(self) -> None:
        """Group by the next thing, after the last by nothing."""
        self.group_by = _next(self.group_by)
        self._show(0)

    def next_order(self) -> None:
        """Sort by the next thing, after the last in the order of the articles."""
        self.sort_by = _next(self.sort_by)
        self._show(0)

    def ask_tag(self) -> None:
        """Ask for a tag for all annotations that are listed; with a hyphen it is taken away."""
        if not self._chosen_rows:
            return
        from tui.screens.asking import NameScreen

        count = len(self._chosen_rows)
        question = f"Tag for {count:,} annotations (-tag takes it away)"
        self.app.push_screen(NameScreen(question, "", lambda _: ""), self._tagged)

    def _tagged(self, tag: object) -> None:
        if isinstance(tag, str) and tag.strip("- "):
            self._tag(tag, list(self._chosen_rows), self.query_one(LedgerList).row)

    @work(thread=True, group="ledger-tag")
    def _tag(self, tag: str, rows: list[LedgerRow], row: int) -> None:
        from tui.bulk_tagging import tag_rows

        problem = tag_rows(self._workspace, rows, tag)
        self.changed = True
        call = self.app.call_from_thread
        call(self._read, row)
        if problem:
            call(self._line.show, right=safe_line(problem))

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go to the place of the annotation of this row."""
        listed = self.query_one(LedgerList)
        if listed.current is not None:
            self.kept_row = listed.row
            self.dismiss(listed.current)


def _next(now: str | None) -> str | None:
    from annotations.ledger_query import GROUPS

    if now is None:
        return GROUPS[0]
    at = GROUPS.index(now) + 1
    return GROUPS[at] if at < len(GROUPS) else None
