"""What is shown of articles, and how wide: switched by keys, remembered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from tui.article.looks import Looks, text_width
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

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


class ViewingText(TextScreen, part=True):
    """The part of a screen that switches layers and folds, and makes the text wider."""

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
            }
        )

    @property
    def _settings_width(self) -> int:
        return cast("PostilApp", self.app).settings.text_width

    def begin_looks(self) -> None:
        """Show what was switched on the last time."""
        self.looks = self.workspace.state.looks
        self.dress()

    def take_looks(self, looks: Looks) -> None:
        """Show the articles in other looks, and remember them."""
        self.looks = looks
        self.workspace.state.remember_looks(looks)
        self.dress()

    def dress(self) -> None:
        """Show the articles in the looks that are chosen."""
        for pane in self.panes:
            pane.dress(self.looks, self.looks.width_for(self._settings_width))

    def _switch(self, action: str, _count: int | None) -> None:
        name = SWITCHES[action]
        self.take_looks(self.looks.switched(name))
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
        self.app.push_screen(MenuScreen(actions, *self.menu_cell(), row), self._layer_chosen)

    def _layer_chosen(self, action: object) -> None:
        if isinstance(action, str):
            self.perform(action)
            self.show_layers(list(SWITCHES).index(action))

    def switch_fold(self) -> None:
        """Open or close the fold of the cursor; fold at all, where nothing is yet."""
        pane = self.pane
        if not self.looks.folded:
            self.take_looks(self.looks.switched("folded"))
            self.say("Page furniture: folded")
        elif not pane.switch_fold(pane.cursor):
            self.say("No page furniture to fold here")

    def widen_text(self, cells: int) -> None:
        """Make the text wider by so many cells."""
        settings = self._settings_width
        width = text_width(self.looks.width_for(settings) + cells)
        self.take_looks(replace(self.looks, text_width=width, text_width_for=settings))
        room = "" if self.pane.text_width >= width else f", of which {self.pane.text_width} fit"
        self.say(f"Text: {width} cells wide{room}")
