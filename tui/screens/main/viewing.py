"""What the main screen shows of an article, and how it is divided: switched by keys, remembered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on

from tui.article.looks import Looks, text_width
from tui.screens.action_screen import Handler
from tui.screens.main.panes import Panes
from tui.widgets.divider import Divider

if TYPE_CHECKING:
    from tui.app import PostilApp

# Cells that a key adds to a width.
STEP = 2
# What each action switches in the looks; the menu of layers lists them in this order.
SWITCHES = {
    "reader.show_names": "names",
    "reader.show_numbers": "numbers",
    "reader.show_statements": "statements",
    "reader.show_annotations": "annotations",
    "reader.show_matches": "matches",
    "reader.show_furniture": "furniture",
    "reader.fold_furniture": "folded",
    "reader.show_paragraphs": "paragraphs",
    "reader.reflow": "reflow",
    "reader.show_markdown": "markdown",
}
ON, OFF = "● ", "○ "


class Viewing(Panes):
    """The part of the main screen that switches layers, folds, widths and the layout of panes."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what is shown."""
        switches: dict[str, Handler] = {
            action: partial(self._switch, action) for action in SWITCHES
        }
        return (
            super().handlers
            | switches
            | {
                "reader.layers": lambda _: self.show_layers(),
                "reader.fold": lambda _: self.switch_fold(),
                "reader.narrower": lambda count: self.widen_text(-STEP * (count or 1)),
                "reader.wider": lambda count: self.widen_text(STEP * (count or 1)),
                "corpus.side_narrower": lambda count: self.widen_side(-STEP * (count or 1)),
                "corpus.side_wider": lambda count: self.widen_side(STEP * (count or 1)),
                "corpus.layout": lambda _: self.switch_layout(),
            }
        )

    @property
    def _settings_width(self) -> int:
        return cast("PostilApp", self.app).settings.text_width

    def begin_looks(self) -> None:
        """Show what was switched on the last time."""
        self.looks = self.workspace.state.looks
        self._obey()

    def _take(self, looks: Looks) -> None:
        """Show the article in other looks, and remember them."""
        self.looks = looks
        self.workspace.state.remember_looks(looks)
        self._obey()

    def _obey(self) -> None:
        self.pane.dress(self.looks, self.looks.width_for(self._settings_width))
        self.divide()

    def _switch(self, action: str, _count: int | None) -> None:
        name = SWITCHES[action]
        self._take(self.looks.switched(name))
        label = next(a.label for a in self.keymap.actions_in(("reader",)) if a.id == action)
        self.say(f"{label}: {'on' if getattr(self.looks, name) else 'off'}{self._remark(name)}")

    def _remark(self, name: str) -> str:
        """Return what to say where a switch changes nothing in this article."""
        document = self.pane.document
        if document is None or document.analysis is None or not getattr(self.looks, name):
            return ""
        if name == "folded" and not self.pane.folding.folds:
            return ", of which this article has none to fold"
        if name == "statements" and not document.contents:
            return ", of which this article has none"
        return ""

    def show_layers(self, row: int = 0) -> None:
        """Offer all layers, each with whether it is on; the list stays until Escape closes it."""
        from tui.screens.menu import MenuScreen

        here = {action.id: action for action in self.keymap.actions_in(("reader",))}
        actions = []
        for id_, name in SWITCHES.items():
            label = (ON if getattr(self.looks, name) else OFF) + here[id_].label
            actions.append(replace(here[id_], label=label))
        self.app.push_screen(MenuScreen(actions, *self._cursor_cell(), row), self._layer_chosen)

    def _layer_chosen(self, action: object) -> None:
        if isinstance(action, str):
            self.perform(action)
            self.show_layers(list(SWITCHES).index(action))

    def switch_fold(self) -> None:
        """Open or close the fold of the cursor; fold at all, where nothing is yet."""
        pane = self.pane
        if not self.looks.folded:
            self._take(self.looks.switched("folded"))
            self.say("Page furniture: folded")
        elif not pane.switch_fold(pane.cursor):
            self.say("No page furniture to fold here")

    def widen_text(self, cells: int) -> None:
        """Make the text wider by so many cells."""
        settings = self._settings_width
        width = text_width(self.looks.width_for(settings) + cells)
        self._take(replace(self.looks, text_width=width, text_width_for=settings))
        room = "" if self.pane.text_width >= width else f", of which {self.pane.text_width} fit"
        self.say(f"Text: {width} cells wide{room}")

    def widen_side(self, cells: int) -> None:
        """Make the panel wider by so many cells; where the list has the keys, the list."""
        side = "list" if self.active == "list" else "panel"
        if side not in self.fitting() or len(self.fitting()) == 1:
            self.say(f"The {side} does not stand beside the text here")
            return
        self._take(self.looks.divided(side, self.looks.width_of(side) + cells))
        self.say(f"{side.capitalize()}: {self.looks.width_of(side)} cells wide")

    @on(Divider.Dragged)
    def _dragged(self, event: Divider.Dragged) -> None:
        """Let the border follow the mouse."""
        event.stop()
        width = event.x if event.side == "list" else self.app.size.width - event.x - 1
        looks = self.looks.divided(event.side, width)
        if event.done:
            self._take(looks)
        else:
            self.looks = looks
            self._obey()

    def switch_layout(self) -> None:
        """Give the text the screen alone, or put list and panel beside it again."""
        self._take(self.looks.switched("alone"))
        self.activate("article" if self.looks.alone else self.active)
        key = self.keymap.filled("{corpus.next_pane}")
        self.say(
            f"The text alone; {key} shows list and panel for a while"
            if self.looks.alone
            else "List, text and panel, as many as fit"
        )
