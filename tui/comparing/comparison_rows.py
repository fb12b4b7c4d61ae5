"""Two passages side by side in their surroundings, with the words in which they differ marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from annotations.anchor import CONTEXT, context_of
from corpus.span import Span
from tui.layout.cells import cells
from tui.safe_text import safe_line

Piece = tuple[str, str]
Word = tuple[str, bool]
"""A word, and whether the other passage has it in that place."""

_Shown = tuple[str, bool, str, bool]
"""A word, whether the other passage has it in that place, the style that it is shown in, and
whether it goes on with the word before it.
"""

_BETWEEN = "  │  "


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands before and after them."""

    words: str
    before: str = ""
    after: str = ""

    @classmethod
    def at(cls, text: str, span: Span) -> Passage:
        """Return the words at a span of a text, with as much around them as annotations keep."""
        return cls(span.cut(text), *context_of(text, span))

    @property
    def parts(self) -> tuple[list[str], list[str], list[str]]:
        """The words before, the words themselves, those after; without what the context cuts."""
        left, right = self.before.split(), self.after.split()
        if len(self.before) >= CONTEXT and not self.before[:1].isspace():
            left = left[1:]
        if len(self.after) >= CONTEXT and not self.after[-1:].isspace():
            right = right[:-1]
        return left, self.words.split(), right

    @property
    def is_joined(self) -> tuple[bool, bool]:
        """Whether the words go on from what stands before, and what stands after from them."""
        before, after = self.before[-1:], self.after[:1]
        return bool(before.strip()), bool(after.strip())

    def in_a_row(self) -> str:
        """Return words and surroundings in one line, the words in brackets."""
        left, words, right = map(" ".join, self.parts)
        before, after = ("" if joined else " " for joined in self.is_joined)
        return f"{left}{before}[{words}]{after}{right}".strip()


def side_by_side(was: Passage, now: Sequence[Passage], width: int) -> tuple[tuple[Piece, ...], ...]:
    """Return rows of `width` cells: what was at the left, what is now at the right, in one place.

    What stands around the words is faint; a bound that differs there is marked as in the words.
    """
    left, right = _columns(was, now)
    half = max(8, (width - cells(_BETWEEN)) // 2)
    rows: list[tuple[Piece, ...]] = [
        (("was".ljust(half), "faint"), (_BETWEEN, "faint"), ("is now", "faint"))
    ]
    columns = _wrapped(left, half), _wrapped(right, half)
    for one, other in zip_longest(*columns, fillvalue=()):
        gap = " " * max(0, half - sum(cells(text) for text, _ in one))
        rows.append((*one, (gap, ""), (_BETWEEN, "faint"), *other))
    return tuple(rows)


def compared(left: Sequence[str], right: Sequence[str]) -> tuple[list[Word], list[Word]]:
    """Return the words of both, each with whether it is the same in the other."""
    same_left, same_right = [False] * len(left), [False] * len(right)
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            same_left[block.a + at] = same_right[block.b + at] = True
    return list(zip(left, same_left, strict=True)), list(zip(right, same_right, strict=True))


def _columns(was: Passage, now: Sequence[Passage]) -> tuple[list[_Shown], list[_Shown]]:
    """Return the words of both, each with whether it is the same in the other, and how it looks."""
    columns: tuple[list[_Shown], list[_Shown]] = [], []
    there = now[0] if len(now) == 1 else was
    for part, (one, other) in enumerate(zip(was.parts, there.parts, strict=True)):
        style = "" if part == 1 else "faint"
        both = compared(one, other)
        if part != 1:
            both = _without_edges(both, first=part == 0)
        pairs = zip(columns, (was, there), both, strict=True)
        for column, passage, words in pairs:
            goes_on = part > 0 and passage.is_joined[part - 1]
            for number, (word, same) in enumerate(words):
                joins = goes_on and number == 0
                column.append((word, same, style if same else "match", joins))
    if len(now) == 1:
        return columns
    return columns[0], [(f"(at {len(now)} places)" if now else "(nowhere)", True, "", False)]


def _without_edges(
    both: tuple[list[Word], list[Word]], *, first: bool
) -> tuple[list[Word], list[Word]]:
    """Leave out, far from the words, what one side alone has: only its context reaches so far."""
    if not first:
        left, right = _without_edges((both[0][::-1], both[1][::-1]), first=True)
        return left[::-1], right[::-1]
    ends = [next((n for n, (_, same) in enumerate(one) if same), len(one)) for one in both]
    if all(ends):
        return both
    return both[0][ends[0] :], both[1][ends[1] :]


def _wrapped(words: list[_Shown], width: int) -> Iterator[tuple[Piece, ...]]:
    row: list[Piece] = []
    used, was_same = 0, True
    following = [*words[1:], ("", True, "", False)]
    for (word, same, style, joins), (_, next_same, _, _) in zip(words, following, strict=True):
        shown = safe_line(word)
        if not same:
            # A run of them is marked by brackets, too: a difference is no matter of colour alone.
            shown = f"{'[' if was_same else ''}{shown}{']' if next_same else ''}"
        if row and used + (not joins) + cells(shown) > width:
            yield tuple(row)
            row, used = [], 0
        if row and not joins:
            row.append((" ", "match" if not (same or was_same) else ""))
            used += 1
        row.append((shown, style))
        used, was_same = used + cells(shown), same
    if row:
        yield tuple(row)
