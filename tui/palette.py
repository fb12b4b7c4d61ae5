"""The command palette: every action that works here, by name, with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.actions import Action, shown_keys
from tui.screens.action_screen import ActionScreen


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
            yield DiscoveryHit(action.label, perform, help=_help(action))

    async def search(self, query: str) -> Hits:
        """Offer those whose name matches."""
        matcher = self.matcher(query)
        for action, perform in self._actions():
            score = matcher.match(action.label)
            if score > 0:
                yield Hit(score, matcher.highlight(action.label), perform, help=_help(action))


def _help(action: Action) -> str:
    keys = "  ".join(shown_keys(keys) for keys in action.keys).replace("[", r"\[")
    return f"{action.group} · {keys}"
