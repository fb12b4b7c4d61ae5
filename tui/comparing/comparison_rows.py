"""Two passages side by side, with the words in which they differ marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from tui.layout.cells import cells
from tui.safe_text import safe_line

Piece = tuple[str, str]
Word = tuple[str, bool]
"""A word, and whether the other passage has it in that place."""

_BETWEEN = "  │  "


def side_by_side(was: str, now: str, width: int) -> tuple[tuple[Piece, ...], ...]:
    """Return rows of `width` cells: what was at the left, what is now at the right, "" nowhere."""
    left, right = compared(was, now or was)
    if not now:
        right = [("(nowhere)", True)]
    half = max(8, (width - cells(_BETWEEN)) // 2)
    rows: list[tuple[Piece, ...]] = [
        (("was".ljust(half), "faint"), (_BETWEEN, "faint"), ("is now", "faint"))
    ]
    columns = _wrapped(left, half), _wrapped(right, half)
    for one, other in zip_longest(*columns, fillvalue=()):
        gap = " " * max(0, half - sum(cells(text) for text, _ in one))
        rows.append((*one, (gap, ""), (_BETWEEN, "faint"), *other))
    return tuple(rows)


def compared(was: str, now: str) -> tuple[list[Word], list[Word]]:
    """Return the words of both, each with whether it is the same in the other."""
    left, right = was.split(), now.split()
    same_left, same_right = [False] * len(left), [False] * len(right)
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            same_left[block.a + at] = same_right[block.b + at] = True
    return list(zip(left, same_left, strict=True)), list(zip(right, same_right, strict=True))


def _wrapped(words: list[Word], width: int) -> Iterator[tuple[Piece, ...]]:
    row: list[Piece] = []
    used, was_same = 0, True
    for (word, same), (_, next_same) in zip(words, [*words[1:], ("", True)], strict=True):
        shown = safe_line(word)
        if not same:
            # A run of them is marked by brackets, too: a difference is no matter of colour alone.
            shown = f"{'[' if was_same else ''}{shown}{']' if next_same else ''}"
        if row and used + 1 + cells(shown) > width:
            yield tuple(row)
            row, used = [], 0
        if row:
            row.append((" ", "match" if not (same or was_same) else ""))
            used += 1
        row.append((shown, "" if same else "match"))
        used, was_same = used + cells(shown), same
    if row:
        yield tuple(row)
