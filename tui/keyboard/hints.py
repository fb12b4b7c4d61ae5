"""Hints: a line that says which keys do what, each of which can be clicked as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.keyboard.keymap import Keymap
from tui.layout.cells import cells

GAP = " · "
_ACTION = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Hint:
    """Safe words, and the id of the action that a click on them performs, "" for none.

    `short` are fewer words, for a line that has no room for all, `least` the fewest, for one that
    would have to leave hints out. One that `gives_way` is left out before, one that `stays` last.
    """

    words: str
    action: str = ""
    short: str = ""
    gives_way: bool = False
    least: str = ""
    stays: bool = False


def hints_of(template: str, keymap: Keymap) -> tuple[Hint, ...]:
    """Return the hints of a line such as `{note.save} saves · {note.cancel} closes`.

    A hint performs the first action that it names.
    """
    found = []
    for words in template.split(GAP):
        action = _ACTION.search(words)
        found.append(Hint(keymap.filled(words), action[1] if action else ""))
    return tuple(found)


def line_of(hints: Sequence[Hint]) -> str:
    """Return the hints as one line."""
    return GAP.join(hint.words for hint in hints)


def shortened(hints: Sequence[Hint]) -> list[Hint]:
    """Return the hints in fewer words, where there are such, without those that give way."""
    kept = (hint for hint in hints if not hint.gives_way)
    return [replace(hint, words=hint.short or hint.words) for hint in kept]


def staying(hints: Sequence[Hint]) -> list[Hint]:
    """Return the hints that stay to the last, in the fewest words."""
    return [_in_least(hint) for hint in hints if hint.stays]


def fitting(hints: Sequence[Hint], width: int, *, always: int = 1) -> tuple[Hint, ...]:
    """Return the hints that fit into `width` cells, in fewer words where there are such.

    So many at the end stay `always`: one says how to leave. Of the others those that perform
    nothing go first, then the last ones; those that stay have the fewest words before even what is
    there always goes.
    """
    kept = list(hints)
    if cells(line_of(kept)) > width:
        kept = shortened(hints)
    while len(kept) > always and cells(line_of(kept)) > width:
        others = kept[:-always]
        going = [at for at, hint in enumerate(others) if not hint.stays]
        wordy = [at for at, hint in enumerate(others) if _in_least(hint) != hint]
        if not going and not wordy:
            break
        idle = [at for at in going if not others[at].action]
        at = (idle or going[-1:] or wordy)[0]
        if _in_least(kept[at]) != kept[at]:
            kept[at] = _in_least(kept[at])
        else:
            del kept[at]
    return tuple(kept)


def _in_least(hint: Hint) -> Hint:
    return replace(hint, words=hint.least or hint.words)


def action_at(hints: Sequence[Hint], cell: int) -> str:
    """Return the action of the hint at a cell of the line, counted from 0; "" where none is.

    The blank on either side of a hint belongs to it: a sign of one cell is hard to hit.
    """
    start = 0
    for hint in hints:
        end = start + cells(hint.words)
        if start - 1 <= cell <= end:
            return hint.action
        start = end + cells(GAP)
    return ""
