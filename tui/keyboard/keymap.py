"""The keymap: which keys perform which actions, as the registry says or as the reader wants it.

`keymap_file` reads what the reader wants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.actions.action import Action, Context
from tui.actions.key_words import shown_keys
from tui.actions.registry import ACTIONS
from tui.configuration.config import config_folder

if TYPE_CHECKING:
    from corpus.problem import Problem

FILE_NAME = "keymap.yaml"

_NAMED = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")

Sequence = tuple[str, ...]


@dataclass(frozen=True)
class Keymap:
    """The actions with the keys that are in force. `problems` are those of the file."""

    actions: tuple[Action, ...] = ACTIONS
    problems: tuple[Problem, ...] = ()
    _known: dict[tuple[Context, ...], dict[Sequence, Action]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def actions_in(self, contexts: Iterable[Context]) -> tuple[Action, ...]:
        """Return the actions that work in the contexts, in the order of the registry."""
        wanted = set(contexts)
        return tuple(action for action in self.actions if wanted & set(action.where))

    def keys_in(self, contexts: tuple[Context, ...]) -> dict[Sequence, Action]:
        """Return the key sequences of the contexts; the nearer context wins a clash."""
        known = self._known.get(contexts)
        if known is None:
            known = self._known[contexts] = {}
            for context in contexts:
                for action in self.actions_in((context,)):
                    for keys in action.keys:
                        known.setdefault(tuple(keys.split()), action)
        return known

    def key_of(self, action: str, *, in_field: bool = False) -> str:
        """Return the first key sequence of an action as it is shown; its name where it has none.

        `in_field` wants one that works while one types: it does not begin with a character.
        """
        found = next(one for one in self.actions if one.id == action)
        keys = [one for one in found.keys if not in_field or len(one.split()[0]) > 1]
        return shown_keys(keys[0]) if keys else f"({found.label})"

    def filled(self, words: str, *, in_field: bool = False) -> str:
        """Return a hint with the keys of the actions that it names: `{app.help} keys`."""
        return _NAMED.sub(lambda found: self.key_of(found[1], in_field=in_field), words)


def keymap_path() -> Path:
    """Return where the keymap lies, whether or not there is one."""
    return config_folder() / FILE_NAME


def read_keymap(path: Path | None = None, kept: Keymap | None = None, style: str = "vi") -> Keymap:
    """Read the keymap; an action whose line is faulty has its keys of `kept`.

    Without `kept`, or where those would clash, they are those of the style: a word of the setting
    `keymap`.
    """
    path = keymap_path() if path is None else path
    begun = Keymap(style_of(style))
    if not path.exists():
        return begun
    from tui.keyboard.keymap_file import parsed_keymap

    return parsed_keymap(path, kept or begun, begun.actions)


def style_of(style: str) -> tuple[Action, ...]:
    """Return the actions with the keys of a style."""
    if style == "vi":
        return ACTIONS
    from tui.keyboard.keymap_styles import actions_of

    return actions_of(style)
