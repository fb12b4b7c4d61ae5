"""A card over the reader: rows that lead somewhere, gone through with the keys or the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from tui.keyboard.hints import Hint, hints_of
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.card_list import CardList
from tui.widgets.hint_line import HintLine
from tui.widgets.mouse_pane import MenuWanted
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.cards.card_rows import CardRow

_MOVES = ("down", "up", "page_down", "page_up", "start", "end")


class CardScreen(ActionScreen):
    """A screen with a title, the rows of a card and a hint; dismissed with a place to go to."""

    CSS_PATH = "card.tcss"
    HINT = ""
    MENU: ClassVar[tuple[str, ...]] = ("card.go",)

    def __init__(self) -> None:
        super().__init__()
        self.title_line = SplitLine(style="bold", id="card-title")
        self.title_line.left_action = "app.menu"
        self.title_line.left_first = True
        self.rows = CardList(id="card")
        self.hint_line = HintLine(id="card-hint")
        self._says = ""

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "card"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of every card."""
        moves: dict[str, Handler] = {
            f"card.{verb}": partial(self.rows.perform, f"card.{verb}") for verb in _MOVES
        }
        return moves | {
            "card.go": lambda _: self.go(),
            "card.section_next": lambda _: self.rows.go_to_section(1),
            "card.section_previous": lambda _: self.rows.go_to_section(-1),
            "app.menu": lambda _: self.show_menu(self.size.width // 3, 1),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self.title_line
        yield self.rows
        yield self.hint_line

    def on_mount(self) -> None:
        """Give the rows the keys."""
        self.rows.focus()
        self.say("")

    def say(self, words: str) -> None:
        """Show safe words in the place of the hint until the cursor moves; "" shows the hint."""
        self._says = words
        hints = (Hint(words),) if words else hints_of(self.HINT, self.keymap)
        self.hint_line.show(*hints)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.go()

    def go(self) -> None:
        """Go where the row of the cursor leads."""
        row = self.rows.current
        if row is not None and row.place is not None:
            self.dismiss(row.place)
        elif row is not None:
            self.say(self.nowhere(row))

    def nowhere(self, row: CardRow) -> str:
        """Say why a row leads nowhere."""
        return "This is a heading: go to a row below it" if row.heading else "Nothing to go to here"

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        """Show the hint again, where words stood in its place."""
        if self._says:
            self.say("")

    @on(MenuWanted)
    def _menu_wanted(self, event: MenuWanted) -> None:
        event.stop()
        self.show_menu(event.x, event.y)

    def show_menu(self, x: int, y: int) -> None:
        """Offer what can be done here."""
        self.offer_menu(self.MENU, x, y)
