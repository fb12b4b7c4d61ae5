"""One thing the reader can do.

An action's `id` is `area.verb`; its keys are sequences of key names separated by blanks: a
printable character stands for itself, other keys have Textual's names (`ctrl+d`, `space`,
`pagedown`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Context = Literal[
    "everywhere",
    "corpus",
    "reader",
    "list",
    "filter",
    "panel",
    "search",
    "note",
    "claim",
    "orphans",
    "encodings",
    "menu",
    "card",
    "figure",
    "pick",
    "name",
    "ledger",
    "entries",
    "word",
    "timeline",
    "numbers",
    "figures",
    "choice",
    "concordance",
    "beside",
    "settings",
    "tour",
    "actions",
    "output",
]

# Both articles of two that are shown beside each other are read as the one of the reader.
IN_TEXT: tuple[Context, ...] = ("reader", "beside")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do.

    `where` names the contexts in which its keys work; `group` is its heading in the help.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    where: tuple[Context, ...]
    group: str


def group(
    name: str, where: tuple[Context, ...], *rows: tuple[str, str, tuple[str, ...]]
) -> tuple[Action, ...]:
    """Return the actions of one heading of the help; a row is an id, a label and the keys."""
    return tuple(Action(id_, label, keys, where, name) for id_, label, keys in rows)
