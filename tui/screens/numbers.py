"""The numbers of all articles in one table: grouped, sorted, filtered, laid beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.cards.card_place import CardPlace, ClaimPlace
from tui.comparing.number_gathering import GatheredNumbers
from tui.comparing.number_line import headings
from tui.comparing.number_lines import GROUPS, ORDERS, NumberLines, NumbersView, arranged, in_order
from tui.comparing.number_rows import NumberRow
from tui.comparing.number_text import NumberInText, number_in_text
from tui.counts import counted
from tui.keyboard.hints import hints_of
from tui.parts import work
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.few_rows import FewRows
from tui.widgets.hint_line import HintLine
from tui.widgets.number_list import NumberList
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.folder.changes import Changes
    from tui.workspace import Workspace

SECONDS_BEFORE_SENTENCE = 0.05
_SECONDS_BETWEEN_PROGRESS: Final = 0.2
_GROWN: Final = 1.5  # what is gathered is listed anew when it is so many times what is listed

_IN_FIELD = (
    "{numbers.go} goes there · {numbers.turn} to the rows · {numbers.group} groups · "
    "{numbers.sort} sorts · {app.back} back"
)
_IN_LIST = (
    "{numbers.go} goes there · {numbers.card} card · {numbers.claim} claims · "
    "{numbers.group} groups · {numbers.sort} sorts · {numbers.next_group} next group · "
    "{numbers.turn} filter · {app.help} keys"
)
_GONE = "It stands there no more: its article was changed"
_NAMES = {"of": "what is counted", None: "nothing"}


@dataclass(slots=True)
class NumbersKept:
    """What the screen finds again when it is opened again."""

    view: NumbersView = field(default_factory=NumbersView)
    numbers: GatheredNumbers = field(default_factory=GatheredNumbers)


class NumbersScreen(ActionScreen):
    """Lists the numbers of all articles; dismissed with the `CardPlace` to go to, or None.

    What is `kept` is changed, so that one comes back to the same rows. The field and the list have
    the focus in turn: in the field one types, in the list keys act.
    """

    CSS_PATH = "numbers.tcss"

    def __init__(self, workspace: Workspace, kept: NumbersKept) -> None:
        super().__init__()
        self._workspace = workspace
        self._kept = kept
        self._rows: list[NumberRow] = []
        self._orders: dict[str, list[NumberRow]] = {}  # the same rows
        self._gathering = ""
        self._pause: Timer | None = None
        self._stopped = False
        self._sentence = Static(id="numbers-sentence")
        self._title_line = SplitLine(style="bold", id="numbers-title")
        self._list = NumberList(id="numbers-list")

    @property
    def view(self) -> NumbersView:
        """How the numbers are listed."""
        return self._kept.view

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "figures" if self.focused is self._list else "numbers"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"numbers.{name}": partial(self._list.perform, f"numbers.{name}") for name in names
        }
        return moves | {
            "numbers.next_group": lambda count: self._list.go_by_groups(count or 1),
            "numbers.previous_group": lambda count: self._list.go_by_groups(-(count or 1)),
            "numbers.go": lambda _: self.go(),
            "numbers.card": lambda _: self.open_card(),
            "numbers.claim": lambda _: self.claim(),
            "numbers.group": lambda _: self.next_group(),
            "numbers.sort": lambda _: self.next_order(),
            "numbers.gather": lambda _: self.gather(),
            "numbers.turn": lambda _: self.turn(),
            "app.back": lambda _: self.stop_or_go_back(),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield SafeInput(
            self.view.query,
            placeholder="words of: speaker: outlet: article: date: unit: >1000 300..500",
            id="numbers-query",
        )
        yield self._title_line
        yield Static(id="numbers-columns")
        yield self._list
        yield self._sentence
        yield HintLine(id="numbers-hint")

    def on_mount(self) -> None:
        """Begin to type, or to go through the rows, where one was; gather what is not known."""
        self._list.keys_reach = True
        field = self.query_one(SafeInput)
        field.cursor_position = len(field.value)
        self._turn_to(rows=self.view.in_rows)
        self._take(self._kept.numbers.rows())
        self.gather()

    # Gathering

    def gather(self) -> None:
        """Read the articles that are not known yet."""
        if not self._gathering:
            self._stopped = False
            self._tell("reading …")
            self._gather()

    def files_changed(self, changes: Changes) -> None:
        """Read what is new or has changed in the folder, unless reading was stopped."""
        if not self._stopped:
            self._tell("reading …")
            self._gather()

    @work(thread=True, exclusive=True, group="numbers-gather")
    def _gather(self) -> None:
        worker, call = get_current_worker(), self.app.call_from_thread
        numbers, told, listed = self._kept.numbers, monotonic(), len(self._rows)

        def progress(done: int, total: int) -> None:
            nonlocal told, listed
            if monotonic() - told < _SECONDS_BETWEEN_PROGRESS or worker.is_cancelled:
                return
            call(self._tell, f"article {done:,} of {total:,}")
            told = monotonic()
            if numbers.count > listed * _GROWN:
                listed = numbers.count
                call(self._take, numbers.rows())

        numbers.gather(self._workspace.corpus, progress, lambda: worker.is_cancelled)
        rows = numbers.rows()
        if not worker.is_cancelled:
            call(self._gathered, rows)

    def _tell(self, gathering: str) -> None:
        self._gathering = gathering
        self._show_title()

    def _gathered(self, rows: list[NumberRow]) -> None:
        self._tell("")
        if rows != self._rows:
            self._take(rows)

    def _take(self, rows: list[NumberRow]) -> None:
        """List numbers that were read; at the top the cursor stays there, else on its number."""
        self._rows, self._orders = rows, {}
        if not self._list.lines.lines:
            self.list_again(self.view.key)
        else:
            first = 0 if self.view.group is None else 1  # below the heading of its group
            self.list_again(self._current_key if self._list.row > first else None)

    def stop_or_go_back(self) -> None:
        """Stop reading; where nothing is read, go from the rows to the field, then back."""
        if self._gathering:
            self.workers.cancel_group(self, "numbers-gather")
            self._stopped = True
            self._tell("")
            self._take(self._kept.numbers.rows())
        elif self.focused is self._list:
            self.turn()
        else:
            self.leave(None)

    # What is listed

    def list_again(self, key: tuple[str, str | None, int] | None = None) -> None:
        """List the rows that are asked for; the cursor goes to that of `key`, else to the first."""
        self._list_in_background(self._rows, self._orders, self.view, key)

    @work(thread=True, exclusive=True, group="numbers-list")
    def _list_in_background(
        self,
        rows: list[NumberRow],
        orders: dict[str, list[NumberRow]],
        view: NumbersView,
        key: tuple[str, str | None, int] | None,
    ) -> None:
        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled

        ordered = orders.get(view.sort) or in_order(rows, view.sort, cancelled)
        if ordered is None:
            return
        orders[view.sort] = ordered
        lines = arranged(ordered, view, cancelled)
        if lines is not None:
            at = lines.line_of(key) if key is not None else None
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, lines, at)

    def _show(self, lines: NumberLines, at: int | None) -> None:
        self._list.show(lines, at or 0)
        self._show_columns()
        self._show_title()
        self._show_sentence()

    def _show_columns(self) -> None:
        width = self._list.row_width
        words = "".join(piece for piece, _ in headings(width, scaled=self._list.lines.scaled))
        self.query_one("#numbers-columns", Static).update(Content(words))

    def on_resize(self, _: events.Resize) -> None:
        """Fit the names of the columns to the width."""
        self.call_after_refresh(self._show_columns)

    def _show_title(self) -> None:
        numbers, listed = self._kept.numbers, self._list.lines.count
        left = f"{listed:,} of {len(self._rows):,} numbers"
        said = []
        if self._gathering:
            said.append(self.keymap.filled(f"{self._gathering} · {{app.back}} stops"))
        else:
            if numbers.unread:
                again = self.keymap.key_of("numbers.gather")
                said.append(f"{counted(numbers.unread, 'article')} not read yet: {again} goes on")
            if numbers.refused:
                said.append(f"{counted(numbers.refused, 'article')} could not be read")
        by = _NAMES.get(self.view.group, self.view.group)
        how = f"by {by}, then {self.view.sort}" if self.view.group else f"by {self.view.sort}"
        self._title_line.show(left=left, right=" · ".join(said) or how)
        asked = self.view.query and not self._gathering
        self._list.nothing = "No number has all of it" if asked else ""
        self._list.refresh_line(0)

    @on(Input.Changed, "#numbers-query")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.view.query:
            self._kept.view = replace(self.view, query=event.value)
            self.list_again()

    def next_group(self) -> None:
        """Group by the next thing, after the last by nothing; the cursor stays on its number."""
        groups = (*GROUPS, None)
        at = groups.index(self.view.group) + 1
        self._kept.view = replace(self.view, group=groups[at % len(groups)])
        self.list_again(self._current_key)

    def next_order(self) -> None:
        """Sort by the next thing; the cursor stays on its number."""
        at = ORDERS.index(self.view.sort) + 1
        self._kept.view = replace(self.view, sort=ORDERS[at % len(ORDERS)])
        self.list_again(self._current_key)

    @property
    def _current_key(self) -> tuple[str, str | None, int] | None:
        current = self._list.current
        return current.key if current is not None else None

    # The number of the row

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()
        self._show_sentence()

    def _show_sentence(self) -> None:
        """Show the sentence of the number of this row, as soon as the cursor rests."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(SECONDS_BEFORE_SENTENCE, self._ask_for_sentence)

    def _ask_for_sentence(self) -> None:
        current = self._list.current
        if current is None:
            self._sentence.update("")
        else:
            self._read_sentence(current, self._list.row_width)

    @work(thread=True, exclusive=True, group="numbers-sentence")
    def _read_sentence(self, row: NumberRow, width: int) -> None:
        worker = get_current_worker()
        found = number_in_text(self._workspace.corpus, row)
        pieces = found.sentence(width * 2) if found is not None else ((_GONE, ""),)
        said = Content.assemble(*((words, "bold" if style else "") for words, style in pieces))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._sentence.update, FewRows(said))

    def open_card(self) -> None:
        """Show the card of the number of this row."""
        current = self._list.current
        if current is not None:
            self._read_for_card(current)

    @work(thread=True, exclusive=True, group="numbers-card")
    def _read_for_card(self, row: NumberRow) -> None:
        worker = get_current_worker()
        found = number_in_text(self._workspace.corpus, row)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._open_card, found)

    def _open_card(self, found: NumberInText | None) -> None:
        from tui.screens.quantity_card import QuantityCardScreen

        if found is None:
            self._title_line.show(right=_GONE)
            return

        def left(place: object) -> None:
            if isinstance(place, CardPlace):
                self.leave(place)

        known = found.article, found.analysis, found.quantity
        self.app.push_screen(QuantityCardScreen(self._workspace, *known), left)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go to the number of this row in its article."""
        current = self._list.current
        if current is not None:
            self.leave(CardPlace(current.article, current.part, current.start))

    def claim(self) -> None:
        """Go to the number of this row in its article, to claim it there."""
        current = self._list.current
        if current is not None:
            self.leave(ClaimPlace(current.article, current.part, current.start))

    # Focus, and leaving

    def turn(self) -> None:
        """Go from the field to the list, or back."""
        self._turn_to(rows=self.focused is not self._list)

    def _turn_to(self, *, rows: bool) -> None:
        (self._list if rows else self.query_one(SafeInput)).focus()
        keys = _IN_LIST if rows else _IN_FIELD
        self.query_one(HintLine).show(*hints_of(keys, self.keymap))

    def leave(self, place: CardPlace | None) -> None:
        """Close, and keep what is listed and where the cursor is."""
        in_rows = self.focused is self._list
        self._kept.view = replace(self.view, key=self._current_key, in_rows=in_rows)
        self.dismiss(place)
