"""What the main screen shows of an article, and how it is divided: switched by keys, remembered."""

from __future__ import annotations

from textual import on

from tui.screens.action_screen import Handler
from tui.screens.main.panes import Panes
from tui.screens.on_text.viewing import STEP, ViewingText
from tui.widgets.divider import Divider


class Viewing(ViewingText, Panes, part=True):
    """The part of the main screen that switches layers, folds, widths and the layout of panes."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what is shown."""
        return super().handlers | {
            "corpus.side_narrower": lambda count: self.widen_side(-STEP * (count or 1)),
            "corpus.side_wider": lambda count: self.widen_side(STEP * (count or 1)),
            "corpus.layout": lambda _: self.switch_layout(),
        }

    def dress(self) -> None:
        """Show the article in the looks that are chosen, and the panes as wide as they say."""
        super().dress()
        self.divide()

    def widen_side(self, cells: int) -> None:
        """Make the panel wider by so many cells; where the list has the keys, the list."""
        side = "list" if self.active == "list" else "panel"
        if side not in self.fitting() or len(self.fitting()) == 1:
            self.say(f"The {side} does not stand beside the text here")
            return
        self.take_looks(self.looks.divided(side, self.width_of(side) + cells))
        self.say(f"{side.capitalize()}: {self.width_of(side)} cells wide")

    @on(Divider.Dragged)
    def _dragged(self, event: Divider.Dragged) -> None:
        """Let the border follow the mouse."""
        event.stop()
        width = event.x if event.side == "list" else self.app.size.width - event.x - 1
        looks = self.looks.divided(event.side, width)
        if event.done:
            self.take_looks(looks)
        else:
            self.looks = looks
            self.dress()

    def switch_layout(self) -> None:
        """Give the text the screen alone, or put list and panel beside it again."""
        self.take_looks(self.looks.switched("alone"))
        self.activate("article" if self.looks.alone else self.active)
        key = self.keymap.filled("{corpus.next_pane}")
        self.say(
            f"The text alone; {key} shows list and panel for a while"
            if self.looks.alone
            else "List, text and panel, as many as fit"
        )
