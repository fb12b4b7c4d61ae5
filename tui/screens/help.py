"""The help: the keys that work here and now, from the registry of actions."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import Action, shown_keys
from tui.layout.cells import cells

KEYS_WIDTH = 18


def help_text(actions: tuple[Action, ...]) -> Content:
    """Return the actions by group, each with its keys."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(action)
    lines: list[Content] = []
    for group, members in groups.items():
        if lines:
            lines.append(Content(""))
        lines.append(Content(group).stylize("bold underline"))
        for action in members:
            keys = "  ".join(shown_keys(keys) for keys in action.keys)
            gap = " " * max(2, KEYS_WIDTH - cells(keys))
            lines.append(
                Content("  ") + Content(keys).stylize("bold") + Content(gap + action.label)
            )
    return Content("\n").join(lines)


class HelpScreen(ModalScreen[None]):
    """Lists the actions it is given."""

    CSS_PATH = "help.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action)
        for keys, action in (
            ("escape,q,question_mark,f1,enter", "dismiss"),
            ("j,down", "move('down')"),
            ("k,up", "move('up')"),
            ("space,pagedown,ctrl+d", "move('page_down')"),
            ("backspace,pageup,ctrl+u", "move('page_up')"),
            ("g,home", "move('home')"),
            ("G,end", "move('end')"),
        )
    ]

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__()
        self._actions = actions

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        with VerticalScroll(id="help"):
            yield Static(help_text(self._actions))

    def on_mount(self) -> None:
        """Say how to leave."""
        frame = self.query_one("#help")
        frame.border_title = Content("Keys that work here")
        frame.border_subtitle = Content("Esc closes")

    def action_move(self, direction: str) -> None:
        """Scroll the list."""
        getattr(self.query_one("#help"), f"scroll_{direction}")(animate=False)
