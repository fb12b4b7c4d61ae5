"""What may be typed after the first key of a sequence, laid out as a strip of columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.actions.action import Action
from tui.actions.key_words import shown_keys
from tui.layout.cells import cells, cut, filled

# In cells: below it a name says little.
NARROWEST = 19
_GAP = 2
# What stands before such a sign says the main thing, if it is so many cells long at least: before
# one that begins another thought, or else before a comma.
_SIGNS = re.compile(r"[:;] | \("), re.compile(", ")
_LEAST = 8
# Of all rows of a screen the strip takes at most this share, and where it can the smaller one.
_MOST, _WISHED = 0.6, 0.3


@dataclass(frozen=True, slots=True)
class NextKey:
    """A key that may follow, as keys are named, and safe words on what it does."""

    key: str
    says: str

    @property
    def shown(self) -> str:
        """The key as the help shows it."""
        return shown_keys(self.key)


@dataclass(frozen=True, slots=True)
class Cell:
    """A key and its words in a row of the strip, from a cell of the row on."""

    start: int
    next: NextKey
    key: str
    says: str

    @property
    def end(self) -> int:
        """The cell behind it."""
        return self.start + cells(self.key) + 1 + cells(self.says)


def following(
    typed: tuple[str, ...], bindings: Mapping[tuple[str, ...], Action]
) -> tuple[NextKey, ...]:
    """Return the keys that go on with those typed, in the order of the bindings.

    A key with which several longer sequences go on says how many.
    """
    there: dict[str, list[tuple[tuple[str, ...], Action]]] = {}
    for sequence, action in bindings.items():
        if len(sequence) > len(typed) and sequence[: len(typed)] == typed:
            rest = sequence[len(typed) :]
            there.setdefault(rest[0], []).append((rest, action))
    found = []
    for key, ways in there.items():
        rest, action = ways[0]
        if len(ways) > 1:
            found.append(NextKey(key, f"{len(ways)} more"))
        else:
            after = f" ({shown_keys(' '.join(rest[1:]))})" if len(rest) > 1 else ""
            found.append(NextKey(key, f"{action.label}{after}"))
    return tuple(found)


def strip_rows(keys: Sequence[NextKey], width: int, height: int) -> tuple[tuple[Cell, ...], ...]:
    """Lay keys out for a screen of so many cells and rows, down one column, then the next.

    Where there is no room for all, the last place says so.
    """
    if not keys or width < 1:
        return ()
    most = max(1, int(height * _MOST))
    longest = max(max(2, cells(one.shown)) + 1 + cells(one.says) for one in keys)
    columns = _columns(len(keys), width, longest, most, max(1, int(height * _WISHED)))
    rows = min(most, -(-len(keys) // columns))
    shown: list[NextKey] = list(keys)
    if len(shown) > rows * columns:
        left = len(shown) - rows * columns + 1
        shown[rows * columns - 1 :] = [NextKey("", f"… and {left} more")]
    each = max(1, (width + _GAP) // columns - _GAP)
    return tuple(tuple(_row(shown[row::rows], each)) for row in range(min(rows, len(shown))))


def _columns(count: int, width: int, longest: int, most: int, wished: int) -> int:
    """Return the fewest columns with which the strip is as low as is wished, else as can be.

    There are more of them where each has room for the longest name.
    """
    last = max(1, (width + _GAP) // (NARROWEST + _GAP))
    for rows in (wished, most):
        for columns in range(1, last + 1):
            if -(-count // columns) <= rows:
                return max(columns, min((width + _GAP) // (longest + _GAP), last))
    return last


def _row(keys: Iterable[NextKey], each: int) -> Iterable[Cell]:
    start = 0
    for one in keys:
        key = filled(one.shown, 2, right=True) if one.key else ""
        yield Cell(start, one, key, _in_short(one.says, max(1, each - cells(key) - 1)))
        start += each + _GAP


def _in_short(says: str, width: int) -> str:
    """Return as many words as fit: what stands before a sign such as a comma, else cut."""
    if cells(says) <= width:
        return says
    for signs in _SIGNS:
        heads = [says[: sign.start()] for sign in signs.finditer(says)]
        fitting = [head for head in heads if _LEAST <= cells(head) <= width]
        if fitting:
            return fitting[-1]
    return cut(says, width)


def pieces_of(row: Sequence[Cell]) -> list[tuple[str, bool]]:
    """Return a row of the strip as texts that follow one another, each with whether it is a key."""
    found: list[tuple[str, bool]] = []
    at = 0
    for cell in row:
        found += [(" " * (cell.start - at), False), (cell.key, True), (f" {cell.says}", False)]
        at = cell.end
    return found


def key_at(row: Sequence[Cell], cell: int) -> str:
    """Return the key at a cell of a row, counted from 0; "" where none is."""
    return next((one.next.key for one in row if one.start <= cell < one.end), "")
