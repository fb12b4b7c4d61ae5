"""Actions by name: all of them with what keeps one from being done (the palette), commands after a
colon, or those that work here with their keys (the page of keys). Typing narrows the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.configuration.settings_file import written
from tui.keyboard.action_rows import ActionRow, ShownRow, help_rows, matching, palette_rows
from tui.keyboard.hints import Hint, hints_of
from tui.keyboard.line_commands import LineCommand, Offer, line_command, offers_for
from tui.layout.cells import cells, cut
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from tui.app import PostilApp

_FIELD = "actions-words"

MoreRows = Callable[[int, Sequence[str]], list[ShownRow]]
"""Rows below the actions, for a width in cells, that have all of some words."""


class ActionList(VirtualList):
    """Rows that stand for actions, and rows that are only read."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.make: Callable[[int], list[ShownRow]] = lambda _: []
        self.shown: list[ShownRow] = []
        self.chosen: ShownRow | None = None  # the last one

    def make_anew(self, *, row: int | None = None) -> None:
        """Make the rows anew, for the width that there is."""
        if self.row_width < 1:
            # Before it has a size; a Resize follows.
            return
        # A blank stays between the keys and the scrollbar.
        self.shown = self.make(self.row_width - 1)
        if row is not None:
            row = next((at for at, one in enumerate(self.shown) if one.row or one.offer), 0)
        self.rows_changed(row=row)
        if row is not None:
            self.scroll_to(y=0, animate=False, force=True)

    @property
    def current(self) -> ActionRow | None:
        """The action of the cursor's row."""
        return self.shown[self.row].row if self.row < len(self.shown) else None

    def choose(self) -> None:
        """Choose the row of the cursor; when that is heard, there may be other rows."""
        self.chosen = self.shown[self.row] if self.row < len(self.shown) else None
        super().choose()

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.shown)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return list(self.shown[row].pieces)

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self.make_anew(row=None if self.shown else 0)


class ActionsScreen(ActionScreen, ModalScreen[object]):
    """Lists actions; dismissed with the id of the one chosen, a `LineCommand`, or None.

    `title` stands above; `by_group` lists them as the page of keys does. With `commands` what is
    typed may be a command.
    """

    CSS_PATH = "actions.tcss"

    def __init__(
        self,
        title: str,
        rows: Sequence[ActionRow],
        *,
        by_group: bool = False,
        commands: bool = False,
        more: MoreRows | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = tuple(rows)
        self._by_group = by_group
        self._commands = commands
        self._more = more
        self._typed = ""
        self._list = ActionList(id="actions-list")
        self._list.make = self._made

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "actions"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"actions.{name}": partial(self._move, f"actions.{name}") for name in names
        }
        return moves | {
            "actions.choose": lambda _: self._list.choose(),
            "app.back": lambda _: self.back(),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(id="actions"):
            if self._commands:
                yield SafeInput(placeholder="a command, or letters of an action", id=_FIELD)
            else:
                yield SafeInput(placeholder="letters of a name, or a key", id=_FIELD)
            yield self._list
            yield HintLine(id="actions-hint")

    def on_mount(self) -> None:
        """List all, and begin to type."""
        frame = self.query_one("#actions")
        frame.border_title = Content(self._title)
        self._list.can_focus, self._list.keys_reach = False, True
        self.query_one(SafeInput).focus()
        self._list.make_anew(row=0)
        self._explain()

    @property
    def _command(self) -> LineCommand | None:
        return line_command(self._typed) if self._commands else None

    def _made(self, width: int) -> list[ShownRow]:
        found = matching(self._rows, self._typed)
        if not self._by_group:
            offers = self._offers()
            return [
                *(self._offer_row(offer, width) for offer in offers),
                *palette_rows(found, width),
            ]
        rows = help_rows(found, width)
        if self._more is not None:
            rows += self._more(width, self._typed.casefold().split())
        return rows

    def _offers(self) -> list[Offer]:
        """Return the command that was typed, else what it may become.

        There is none where letters that begin the name of one action only stand for that.
        """
        command = self._command
        if command is not None:
            return [Offer(command.says, self._typed.strip(), command)]
        if not self._commands or self._begun() is not None:
            return []
        settings = cast("PostilApp", self.app).settings
        return offers_for(self._typed, lambda key: written(getattr(settings, key)))

    def _begun(self) -> ActionRow | None:
        """Return the one action whose name begins with what was typed; None where several do."""
        typed = self._typed.strip().casefold()
        begun = [row for row in self._rows if row.action.label.casefold().startswith(typed)]
        return begun[0] if len(begun) == 1 else None

    def _offer_row(self, offer: Offer, width: int) -> ShownRow:
        command, says = offer.command, offer.says
        if command is not None and command.kind == "action":
            found = next((row for row in self._rows if row.action.id == command.argument), None)
            says = found.action.label if found is not None else command.argument
        shown = f":{safe_line(offer.fill)}" if offer.fill else ""
        words = cut(safe_line(says), max(8, width - cells(shown) - 2))
        gap = " " * max(2, width - cells(words) - cells(shown))
        return ShownRow(((words, ""), (gap, ""), (shown, "strong")), offer=offer)

    def _move(self, action: str, count: int | None) -> None:
        self._list.perform(action, count)
        self._explain()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        # The page of keys was left by the key that opens it before it could be searched.
        if self._by_group and event.value in ("?", "q") and not self._typed:
            self.dismiss(None)
            return
        self._typed = event.value
        self._list.make_anew(row=0)
        self._explain()

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self._explain()

    def _explain(self) -> None:
        """Say why the action of the cursor's row cannot be done, else which keys do what."""
        line, current = self.query_one(HintLine), self._list.current
        if current is not None and current.reason:
            line.show(Hint(f"Not now: {current.reason}"))
            return
        # The list is empty, too, before it has a size.
        nothing = bool(self._typed.strip()) and not self._list.shown
        hint = "{actions.up} {actions.down} move · {actions.choose} does it · {app.back} "
        hint += "clears" if self._typed and self._by_group else "closes"
        line.show(*((Hint("No action has these letters"),) if nothing else ()),
                  *hints_of(hint, self.keymap))  # fmt: skip

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        chosen = self._list.chosen
        if chosen is None:
            return
        offer, current = chosen.offer, chosen.row
        if offer is not None and offer.command is not None:
            command = offer.command
            self.dismiss(command.argument if command.kind == "action" else command)
            return
        if offer is not None and offer.fill:
            field = self.query_one(SafeInput)
            field.value, field.cursor_position = offer.fill, len(offer.fill)
            return
        if current is not None and not current.reason:
            self.dismiss(current.action.id)

    def back(self) -> None:
        """Take back what was typed, then close."""
        field = self.query_one(SafeInput)
        if field.value and self._by_group:
            field.value = ""
        else:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close by a click beside the list."""
        if not self.query_one("#actions").region.contains(event.screen_x, event.screen_y):
            self.dismiss(None)
