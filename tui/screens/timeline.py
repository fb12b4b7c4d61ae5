"""The timeline: what reports claim of one measure, by date and source, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.annotating.timeline_rows import TimelineLine, about, line_pieces, timeline_lines
from tui.counts import counted
from tui.keyboard.hints import hints_of
from tui.parts import work
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.few_rows import FewRows
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.ledger import LedgerRow
    from annotations.timeline import MeasureGroup
    from tui.folder.changes import Changes
    from tui.workspace import Workspace


class TimelineList(VirtualList):
    """Lists the lines of the timeline."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.lines: tuple[TimelineLine, ...] = ()

    def show(self, lines: tuple[TimelineLine, ...], row: int) -> None:
        """List other lines."""
        self.lines = lines
        self.rows_changed(row=row)

    def go_to(self, annotation: str) -> None:
        """Move to the claim with this id, where it is listed."""
        for row, line in enumerate(self.lines):
            if line.claim is not None and line.claim.item.row.annotation.id == annotation:
                self.move_to(row)
                return

    @property
    def current(self) -> TimelineLine | None:
        """The line of the cursor."""
        return self.lines[self.row] if self.row < len(self.lines) else None

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a line shows."""
        return line_pieces(self.lines[row], width)


class TimelineScreen(ActionScreen):
    """Lists the claims of a corpus; dismissed with the `LedgerRow` to go to, or None.

    `row` is where one was before, `differing` lists only claims that another one contradicts.
    `rows` are the annotations whose claims are listed; None for all that are shown.
    """

    CSS_PATH = "timeline.tcss"

    def __init__(
        self,
        workspace: Workspace,
        row: int = 0,
        *,
        differing: bool = False,
        rows: Sequence[LedgerRow] | None = None,
    ) -> None:
        super().__init__()
        self._rows = rows
        self.kept_row = row
        self.differing = differing
        self._workspace = workspace
        self._groups: list[MeasureGroup] | None = None
        self._line = SplitLine(style="bold", id="timeline-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "timeline"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving is the list's own."""
        return {
            "timeline.go": lambda _: self.go(),
            "timeline.differing": lambda _: self.turn(),
            "app.back": lambda _: self.leave(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield TimelineList(id="timeline-list")
        yield Static(id="timeline-about")
        keys = (
            "{timeline.go} goes there · {timeline.differing} only what differs · "
            "* day of the article · {app.back} back"
        )
        yield HintLine(hints_of(keys, self.keymap), id="timeline-hint")

    def on_mount(self) -> None:
        """Read the claims."""
        self.query_one(TimelineList).focus()
        self._line.show(left="Timeline: reading the claims …")
        self._read()

    def sidecars_changed(self, articles: frozenset[str]) -> None:
        """Read the claims again: another program wrote some, unless these are given."""
        if self._rows is None:
            self._read()

    def files_changed(self, changes: Changes) -> None:
        """Read the claims again as they stand in the articles now."""
        self.sidecars_changed(changes.articles)

    @work(thread=True, exclusive=True, group="timeline")
    def _read(self) -> None:
        from annotations.ledger import ledger
        from annotations.timeline import timeline
        from tui.commands.exported import exported

        corpus, store, shown = self._workspace.corpus, self._workspace.store, self._workspace.shown
        rows = (
            row
            for row in (ledger(corpus, store) if self._rows is None else self._rows)
            if row.annotation.claim is not None and shown.holds(mine=row.mine, reader=row.reader)
        )
        self.app.call_from_thread(
            self._take, timeline(exported(corpus, rows), self._workspace.subjects)
        )

    def _take(self, groups: list[MeasureGroup]) -> None:
        listed = self.query_one(TimelineList)
        here, row = listed.current, self.kept_row if self._groups is None else listed.row
        self._groups = groups
        self._show(row)
        if here is not None and here.claim is not None:
            listed.go_to(here.claim.item.row.annotation.id)

    def _show(self, row: int) -> None:
        if self._groups is None:
            return
        lines = timeline_lines(self._groups, differing=self.differing)
        # From a heading the cursor goes to the claim below it.
        on_heading = row + 1 < len(lines) and lines[row].claim is None
        self.query_one(TimelineList).show(lines, row + 1 if on_heading else row)
        claims = sum(len(group.claims) for group in self._groups)
        differ = sum(group.differ for group in self._groups)
        if not claims and self._rows is not None:
            self._line.show(left="Timeline: no claim among these annotations")
        elif not claims:
            self._line.show(
                left="Timeline: no claim yet", right=self.keymap.filled("{reader.claim} makes one")
            )
        else:
            measures = sum(bool(group.measure) for group in self._groups)
            left = f"Timeline: {counted(claims, 'claim')}, {counted(measures, 'measure')}"
            right = f"{differ:,} differ" if differ else "none differ"
            self._line.show(left=left, right=f"only these: {right}" if self.differing else right)
        self._about()

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()
        self._about()

    def _about(self) -> None:
        """Say below the list what there is to say of the claim of this row."""
        current = self.query_one(TimelineList).current
        rows = (
            []
            if current is None
            else [
                Content.assemble((f"{name}: ", "$furniture"), words)
                for name, words in about(current)
            ]
        )
        self.query_one("#timeline-about", Static).update(FewRows(Content("\n").join(rows)))

    def turn(self) -> None:
        """List only the claims that another one contradicts, or all; stay on the claim if so."""
        listed = self.query_one(TimelineList)
        here = listed.current
        self.differing = not self.differing
        lines = timeline_lines(self._groups or (), differing=self.differing)
        self._show(lines.index(here) if here in lines else 0)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go to the words of the claim of this row."""
        current = self.query_one(TimelineList).current
        if current is not None and current.claim is not None:
            self.leave(current.claim.item.row)

    def leave(self, row: object) -> None:
        """Close, and keep the row."""
        self.kept_row = self.query_one(TimelineList).row
        self.dismiss(row)
