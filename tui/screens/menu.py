"""The menu of a place: what can be done there, to be clicked or chosen with the keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.actions.action import Action
from tui.actions.key_words import shown_keys
from tui.layout.cells import cells, cut
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.virtual_list import Piece, VirtualList

# In cells: the border and one blank on either side, what parts a name from its keys, and the
# scrollbar with a blank before it.
AROUND = 4
BETWEEN = 3
SCROLLBAR = 2


class MenuList(VirtualList):
    """Lists actions, each with its first keys."""

    def __init__(self, actions: Sequence[Action], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.actions = tuple(actions)

    @property
    def needed(self) -> int:
        """The cells that the widest row takes."""
        return max(cells(action.label) + BETWEEN + cells(_keys(action)) for action in self.actions)

    def row_count(self) -> int:
        """Return the number of actions."""
        return len(self.actions)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return an action's name, and its keys at the right."""
        action = self.actions[row]
        keys = _keys(action)
        if self.show_vertical_scrollbar:
            width -= SCROLLBAR - 1  # which has taken its own cell
        label = cut(action.label, max(1, width - cells(keys) - 1))
        gap = " " * max(1, width - cells(label) - cells(keys))
        return [(label, ""), (gap, ""), (keys, "heading")]


class MenuScreen(ActionScreen, ModalScreen[object]):
    """Offers actions at a cell of the screen, the cursor on `row`.

    Dismissed with the id of an action, or None.
    """

    CSS_PATH = "menu.tcss"

    def __init__(self, actions: Sequence[Action], x: int, y: int, row: int = 0) -> None:
        super().__init__()
        self._list = MenuList(actions, id="menu")
        self._list.row = row
        self._at = x, y

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "menu"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the menu."""
        moves: dict[str, Handler] = {
            action: partial(self._list.perform, action)
            for action in ("menu.down", "menu.up", "menu.start", "menu.end")
        }
        return moves | {
            "menu.choose": lambda _: self._list.choose(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self._list

    def on_mount(self) -> None:
        """Put the list where the mouse is, and give it the keys."""
        self._fit()
        self._list.focus()

    def on_resize(self) -> None:
        """Stay on the screen."""
        self._fit()

    def _fit(self) -> None:
        across, down = self.app.size
        rows = self._list.row_count() + 2
        height = min(rows, down)
        beside = SCROLLBAR if height < rows else 0
        width = min(self._list.needed + AROUND + beside, across)
        x, y = self._at
        self._list.styles.width, self._list.styles.height = width, height
        # Below the mouse where there is room, else as far up as is needed.
        left, top = max(0, min(x, across - width)), max(0, min(y, down - height))
        self._list.styles.offset = (left, top)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Close the menu by a click beside it."""
        if not self._list.region.contains(event.screen_x, event.screen_y):
            self.dismiss(None)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self._list.actions[event.row].id)


def _keys(action: Action) -> str:
    return shown_keys(action.keys[0]) if action.keys else ""
