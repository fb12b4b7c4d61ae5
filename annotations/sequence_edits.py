"""Edits of one sequence: items put in and taken out.

As in `mapping_edits`, each function offers replacements, the best first, and whoever applies one
reads the result again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.mapping_edits import column, remove_in_flow
from annotations.rendering import flow
from annotations.splice import Splice, ending, new_lines
from annotations.tree import Node, comments, line_after, line_start, skip_trivia

if TYPE_CHECKING:
    from annotations.schema import Data

_WORD = re.compile(r"\S+")


def insert(
    text: str, sequence: Node, index: int, value: Data, key: str, *, json: bool = False
) -> Iterator[Splice]:
    """Put a value in before item `index`, or after the last one; `key` is the list's own key."""
    if sequence.flow:
        yield from insert_in_flow(sequence, index, flow(value, key, json=json))
    elif sequence.items:
        margin = " " * dash_column(text, sequence)
        line = f"{margin}- {flow(value, key)}"
        yield from insert_lines(text, sequence, index, [line])


def insert_in_flow(sequence: Node, index: int, words: str) -> Iterator[Splice]:
    """Put the words of one item into brackets, before item `index` or after the last one."""
    if not sequence.items:
        yield Splice(sequence.start + 1, sequence.start + 1, words)
        yield Splice(sequence.end - 1, sequence.end - 1, words)
    elif index < len(sequence.items):
        start = sequence.items[index].start
        yield Splice(start, start, f"{words}, ")
    else:
        end = sequence.items[-1].end
        yield Splice(end, end, f", {words}")


def insert_lines(
    text: str, sequence: Node, index: int, lines: list[str], above: str = ""
) -> Iterator[Splice]:
    """Put the lines of one item, indented as its dashes are, into a block sequence with items.

    Right below the comment `above` if it stands before item `index`; else right after the item
    before, because the comments that follow are those of the item after.
    """
    before = sequence.items[min(index, len(sequence.items)) - 1] if index else None
    after = index < len(sequence.items)
    following = line_start(text, dash(text, sequence, index)) if after else len(text)
    if above:
        start = line_after(text, before.end) if before else 0
        if (below := _below_comment(text, start, following, above)) is not None:
            yield new_lines(text, below, lines)
    if before is not None:
        yield new_lines(text, line_after(text, before.end), lines)
    if after:
        yield new_lines(text, following, lines)


def comment_above(text: str, at: int) -> str:
    """Return the comment on the line above the line that begins at `at`, else nothing."""
    line = text[line_start(text, at - 1) : at].strip() if at else ""
    return line if line.startswith("#") else ""


def _below_comment(text: str, start: int, end: int, comment: str) -> int | None:
    """Find the line below a comment between two items, the last of several; None without it."""
    found = None
    while start < end:
        below = line_after(text, start)
        if text[start:below].strip() == comment:
            found = below
        start = below
    return found


def remove(text: str, sequence: Node, index: int) -> Iterator[Splice]:
    """Take item `index` out; a comment beside it in a block sequence stays on a line of its own."""
    item = sequence.items[index]
    if sequence.flow:
        spans = [(node.start, node.end) for node in sequence.items]
        inside = comments(text, item.leaves(), item.start, item.end)
        yield from remove_in_flow(text, spans, index, inside)
        return
    start, end = lines_of(text, sequence, index)
    kept = comments(text, item.leaves(), dash(text, sequence, index), end)
    margin = " " * dash_column(text, sequence)
    yield Splice(start, end, "".join(margin + comment + ending(text) for comment in kept))


def dash(text: str, sequence: Node, index: int) -> int:
    """Return the offset of the dash of an item of a block sequence."""
    if index:
        return skip_trivia(text, sequence.items[index - 1].end)
    # Before the first dash nothing but an anchor or tag of the sequence can stand.
    at = skip_trivia(text, sequence.start)
    while text[at : at + 1] in ("&", "!"):
        word = _WORD.match(text, at)
        at = skip_trivia(text, word.end() if word else at + 1)
    return at


def dash_column(text: str, sequence: Node) -> int:
    """Return the indentation of a block sequence's dashes."""
    return column(text, dash(text, sequence, 0))


def lines_of(text: str, sequence: Node, index: int) -> tuple[int, int]:
    """Return the whole lines of an item of a block sequence: from its dash to its last leaf."""
    item = sequence.items[index]
    at = dash(text, sequence, index)
    return line_start(text, at), line_after(text, max(item.end, at + 1))
