"""The rows of the palette and of the page of keys: actions, what their keys are, why one cannot be
done now; and which of them answer to what is typed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.actions.action import Action
from tui.actions.key_words import shown_keys
from tui.layout.cells import cells, cut

if TYPE_CHECKING:
    from tui.keyboard.line_commands import Offer
    from tui.widgets.virtual_list import Piece

# What a newcomer looks for comes first; moving by arrows needs no page. Groups that are not named
# come after these.
_FIRST = (
    *("Menu", "Question", "Ledger", "Ledger, in the rows", "Line", "Timeline"),
    *("Numbers", "Numbers, in the rows", "Search", "Concordance", "Two articles", "Note", "Claim"),
    *("Library", "Filter", "Side panel", "Annotate", "Select", "Find", "Cards", "Look", "Jump"),
    *("Articles", "Screen"),
)
_LAST = ("Move",)
KEYS_WIDTH = 20
LEAST_LABEL = 16
INDENT = 2
GAP = "  "

# How well what is typed fits: the keys themselves, the beginning of a word, its inside, the group
# or the id, letters in their order.
_KEYS, _BEGINS, _INSIDE, _ASIDE, _LETTERS = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action; `reason` says why it cannot be done now, "" where it can."""

    action: Action
    reason: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys as they are shown."""
        return tuple(shown_keys(keys) for keys in self.action.keys)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a list: pieces of safe text with their styles, and what it stands for.

    That is an action, or an offer for what is typed as a command.
    """

    pieces: tuple[Piece, ...]
    row: ActionRow | None = None
    offer: Offer | None = None


def group_order(group: str) -> tuple[int, int]:
    """Return where a group of actions stands among the others."""
    if group in _FIRST:
        return 0, _FIRST.index(group)
    return (2, _LAST.index(group)) if group in _LAST else (1, 0)


def all_rows(
    here: Iterable[Action],
    everywhere: Iterable[Action],
    why_not: Callable[[str], str],
    elsewhere: Callable[[Action], str],
) -> list[ActionRow]:
    """Return every action once: what can be done here, what cannot now, what works elsewhere.

    `why_not` says of the id of an action that works here why it cannot be done now, "" where it
    can; `elsewhere` where an action works that does not work here.
    """
    known: dict[str, ActionRow] = {}
    for action in here:
        known.setdefault(action.id, ActionRow(action, why_not(action.id)))
    count = len(known)
    for action in everywhere:
        known.setdefault(action.id, ActionRow(action, elsewhere(action)))
    rows = list(known.values())
    return [
        *sorted(rows[:count], key=lambda row: (bool(row.reason), group_order(row.action.group))),
        *rows[count:],
    ]


def matching(rows: Sequence[ActionRow], typed: str) -> list[ActionRow]:
    """Return the rows that answer to what is typed, the best first, else in their order."""
    words = typed.casefold().split()
    if not words:
        return list(rows)
    scored = [(score, row) for row in rows if (score := _score(row, words, typed.strip()))]
    scored.sort(key=lambda pair: (-pair[0], bool(pair[1].reason)))
    return [row for _, row in scored]


def _score(row: ActionRow, words: Sequence[str], typed: str) -> float:
    """Return how well an action answers, 0 for not at all: each word counts, and all must."""
    if typed in row.keys or typed in row.action.keys:
        return _KEYS
    if any(_is_begun(keys, typed) for keys in row.action.keys):
        return _BEGINS + 0.4
    label = row.action.label.casefold()
    begun = [word.lstrip("“(") for word in label.split()]
    aside = f"{row.action.group} {row.action.id}".casefold()
    total = 0.0
    for word in words:
        if any(one.startswith(word) for one in begun):
            total += _BEGINS
        elif word in label:
            total += _INSIDE
        elif word in aside:
            total += _ASIDE
        elif len(words) == 1 and len(word) > 1 and _in_order(word, label):
            total += _LETTERS
        else:
            return 0
    at_start = label.startswith(words[0])
    return total / len(words) + (0.5 if at_start else 0)


def _is_begun(keys: str, typed: str) -> bool:
    """Say whether a sequence of characters begins with those typed: `z` finds all of `z…`."""
    sequence = keys.split()
    letters = "".join(sequence)
    return len(letters) == len(sequence) > len(typed) and letters.startswith(typed)


def _in_order(letters: str, text: str) -> bool:
    """Say whether a text has the letters in their order, each at the beginning of a word or in one
    row with the one before.
    """
    initials = "".join(word[0] for word in text.split())
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def palette_rows(rows: Sequence[ActionRow], width: int) -> list[ShownRow]:
    """Return the rows of the palette: the name, and at the right as many keys as there is room for.

    What cannot be done now says why, in a fainter hand.
    """
    return [ShownRow(tuple(_palette_pieces(row, width)), row) for row in rows]


def _palette_pieces(row: ActionRow, width: int) -> list[Piece]:
    keys = list(row.keys)
    label = row.action.label
    most = max(8, width - cells(label) - len(GAP))
    while len(keys) > 1 and cells(GAP.join(keys)) > most:
        keys.pop()
    shown = GAP.join(keys)
    room = max(4, width - cells(shown) - len(GAP))
    style = "faint" if row.reason else ""
    pieces: list[Piece] = [(cut(label, room), style)]
    used = cells(pieces[0][0])
    if row.reason and room - used > 8:
        reason = cut(f" · {row.reason}", room - used)
        pieces.append((reason, "faint"))
        used += cells(reason)
    pieces.append((" " * max(len(GAP), width - used - cells(shown)), ""))
    pieces.append((shown, "faint" if row.reason else "strong"))
    return pieces


def help_rows(rows: Sequence[ActionRow], width: int) -> list[ShownRow]:
    """Return the page of keys in so many cells: by group, the keys, then what they do."""
    column = min(KEYS_WIDTH, max(16, width // 4))
    groups: dict[str, list[ActionRow]] = {}
    for row in sorted(rows, key=lambda row: group_order(row.action.group)):
        groups.setdefault(row.action.group, []).append(row)
    shown: list[ShownRow] = []
    for group, members in groups.items():
        if shown:
            shown.append(ShownRow(()))
        shown.append(ShownRow(((group, "heading"),)))
        for row in members:
            shown += _help_lines(row, width, column)
    return shown


def _help_lines(row: ActionRow, width: int, column: int) -> list[ShownRow]:
    """Return the rows of one action: where its keys take a row, the name has those below."""
    keys = GAP.join(row.keys)
    before = max(column, cells(keys) + len(GAP))
    beside = width - INDENT - before >= LEAST_LABEL
    if not beside:
        before = column
    lines = textwrap.wrap(row.action.label, max(8, width - INDENT - before))
    blank = " " * (INDENT + before)
    shown = [ShownRow(((blank, ""), (line, "")), row) for line in lines]
    first: tuple[Piece, ...] = ((" " * INDENT, ""), (cut(keys, width - INDENT), "strong"))
    if beside:
        gap = (" " * (before - cells(keys)), "")
        shown[0] = ShownRow((*first, gap, (lines[0], "")), row)
        return shown
    return [ShownRow(first, row), *shown]
