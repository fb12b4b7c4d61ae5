"""The command palette: every action that works here, by name, with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import Action, shown_keys
from tui.layout.cells import cells
from tui.screens.action_screen import ActionScreen

LABEL_WIDTH = 44


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
        """Offer all of them before anything is typed."""
        for action, perform in self._actions():
            yield DiscoveryHit(_row(action, Content(action.label)), perform, text=action.label)

    async def search(self, query: str) -> Hits:
        """Offer those whose name matches."""
        matcher = self.matcher(query)
        for action, perform in self._actions():
            score = matcher.match(action.label)
            if score > 0:
                label = matcher.highlight(action.label)
                yield Hit(score, _row(action, label), perform, text=action.label)


def _row(action: Action, label: Content) -> Content:
    """Return an action on one row: its name, then its keys."""
    keys = "  ".join(shown_keys(keys) for keys in action.keys)
    gap = " " * max(2, LABEL_WIDTH - cells(action.label))
    return label + Content(gap) + Content(keys).stylize("bold")
