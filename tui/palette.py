"""The command palette: every action that works here, by name, with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import Action, shown_keys
from tui.layout.cells import cells
from tui.screens.action_screen import ActionScreen

LABEL_WIDTH = 46
# In cells, as in the style sheet: the palette, what its paddings and scrollbar take of it, and the
# least that is left for a name.
WIDTH = 78
AROUND = 8
LEAST = 8
BETWEEN = "  "


class ActionProvider(Provider):
    """Offers the actions of the screen under the palette."""

    def _actions(self) -> Iterator[tuple[Action, partial[None]]]:
        screen = self.screen
        if not isinstance(screen, ActionScreen):
            return
        for action in dict.fromkeys(screen.actions_here):
            if action.id != "app.palette":
                yield action, partial(screen.perform, action.id)

    async def discover(self) -> Hits:
        """Offer all of them before anything is typed, in the order of the page of keys."""
        from tui.screens.page import GROUPS

        for action, perform in sorted(
            self._actions(), key=lambda pair: GROUPS.index(pair[0].group)
        ):
            row = _row(action, Content(action.label), self.app.size.width)
            yield DiscoveryHit(row, perform, text=action.label)

    async def search(self, query: str) -> Hits:
        """Offer those whose name matches."""
        matcher = self.matcher(query)
        for action, perform in self._actions():
            score = matcher.match(action.label)
            if score > 0:
                row = _row(action, matcher.highlight(action.label), self.app.size.width)
                yield Hit(score, row, perform, text=action.label)


def _row(action: Action, label: Content, screen_width: int) -> Content:
    """Return an action on one row: its name, then as many of its keys as there is room for."""
    width = min(WIDTH, screen_width) - AROUND
    keys = [shown_keys(keys) for keys in action.keys]
    while len(keys) > 1 and LABEL_WIDTH + cells(BETWEEN.join(keys)) > width:
        keys.pop()
    shown = BETWEEN.join(keys)
    room = max(LEAST, width - cells(shown) - len(BETWEEN))
    label = label.truncate(room, ellipsis=True)
    gap = " " * max(len(BETWEEN), min(LABEL_WIDTH, room + len(BETWEEN)) - label.cell_length)
    return label + Content(gap) + Content(shown).stylize("bold")
