"""The registry of actions: what can be done, where, and with which keys.

The keys, the command palette and the help screen all read this one table. The actions themselves
stand in one file a part of the program.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.actions import (
    annotating,
    beside,
    cards,
    choosing,
    concordance,
    finding,
    forms,
    ledger,
    library,
    lists,
    moving,
    program,
    screen,
    searching,
    viewing,
)
from tui.actions.action import Action, Context

ACTIONS: tuple[Action, ...] = (
    *moving.ACTIONS,
    *viewing.ACTIONS,
    *annotating.ACTIONS,
    *finding.ACTIONS,
    *cards.ACTIONS,
    *lists.ACTIONS,
    *library.ACTIONS,
    *screen.ACTIONS,
    *program.ACTIONS,
    *searching.ACTIONS,
    *ledger.ACTIONS,
    *concordance.ACTIONS,
    *beside.ACTIONS,
    *choosing.ACTIONS,
    *forms.ACTIONS,
)

# What a place on the screen answers to, nearest first.
CONTEXTS: dict[str, tuple[Context, ...]] = {
    "reader": ("reader", "corpus"),
    "list": ("list", "corpus"),
    "filter": ("filter",),
    "panel": ("panel", "corpus"),
    "search": ("search",),
    "note": ("note",),
    "claim": ("claim",),
    "orphans": ("orphans",),
    "encodings": ("encodings",),
    "menu": ("menu",),
    "card": ("card",),
    "figure": ("figure",),
    "pick": ("pick",),
    "name": ("name",),
    "ledger": ("ledger",),
    "entries": ("entries",),
    "word": ("word",),
    "timeline": ("timeline",),
    "numbers": ("numbers",),
    "figures": ("figures",),
    "choice": ("choice",),
    "concordance": ("concordance",),
    "beside": ("beside",),
    "settings": ("settings",),
    "tour": ("tour",),
    "actions": ("actions",),
    "output": ("output",),
}

# Where a character that is typed goes into a field.
TEXT_CONTEXTS = (
    *("search", "note", "claim", "pick", "name", "word", "ledger", "numbers", "filter", "actions"),
)


def actions_in(contexts: Iterable[Context]) -> tuple[Action, ...]:
    """Return the actions that work in the contexts, in the order of the registry."""
    wanted = set(contexts)
    return tuple(action for action in ACTIONS if wanted & set(action.where))


def keys_in(contexts: Iterable[Context]) -> dict[tuple[str, ...], Action]:
    """Return the key sequences of the contexts; the nearer context wins a clash."""
    found: dict[tuple[str, ...], Action] = {}
    for context in contexts:
        for action in actions_in((context,)):
            for keys in action.keys:
                found.setdefault(tuple(keys.split()), action)
    return found
