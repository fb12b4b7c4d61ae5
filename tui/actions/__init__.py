"""What can be done, where, and with which keys: the registry of actions."""

from __future__ import annotations

from tui.actions.action import Action, Context
from tui.actions.key_words import shown_keys
from tui.actions.registry import ACTIONS, CONTEXTS, TEXT_CONTEXTS, actions_in, keys_in

__all__ = [
    "ACTIONS",
    "CONTEXTS",
    "TEXT_CONTEXTS",
    "Action",
    "Context",
    "actions_in",
    "keys_in",
    "shown_keys",
]
