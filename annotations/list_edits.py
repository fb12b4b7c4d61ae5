"""Edits of the list of annotations: an item put in, an item taken out, wherever the list stands.

The list may be a block, brackets, `[]`, null or missing, the file empty or nothing but comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.mapping_edits import below_key, put, remove_in_flow, whole_lines
from annotations.mapping_edits import column as column_of_key
from annotations.rendering import flow, indented, item_lines, mapping_lines
from annotations.schema import ROOT_KEYS
from annotations.sequence_edits import dash as dash_of
from annotations.sequence_edits import dash_column, insert_in_flow, insert_lines, lines_of
from annotations.splice import Splice, new_lines
from annotations.tree import BREAK, Node, line_after, line_start

if TYPE_CHECKING:
    from annotations.schema import Data

KEY = "annotations"


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation as it is put into a file.

    `data` is its content. One that stood in a file before also has the whole lines it had there,
    `raw`, and the column `margin` of its dash; -1 if it stood in brackets, and `raw` is what stood
    between the commas. `above` is the comment right above it, empty where there was none.
    """

    data: Data
    raw: str = ""
    margin: int = 0
    above: str = ""

    def variants(self, margin: int, offset: int) -> Iterator[list[str]]:
        """Give the lines it may have, the best first.

        `margin` is the column of its dash, `offset` how far from it the keys stand.
        """
        if self.raw and self.margin >= 0:
            yield self._raw_lines(margin)
        for literal in (True, False):
            lines = item_lines(self.data, offset=offset, literal=literal)
            yield indented(lines, margin)

    @property
    def contents(self) -> list[Data]:
        """What it adds to the list."""
        return [self.data]

    def words(self, *, json: bool) -> Iterator[str]:
        """Give what may stand for it between commas, the best first."""
        if self.raw and self.margin < 0:
            yield self.raw
        yield flow(self.data, json=json)

    def _raw_lines(self, margin: int) -> list[str]:
        lines = BREAK.split(self.raw)
        if not lines[-1]:
            lines.pop()
        by = margin - self.margin
        if by >= 0:
            return indented(lines, by)
        return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]


@dataclass(frozen=True, slots=True)
class Items:
    """New annotations, one at least, that are put into a file one below the other."""

    items: tuple[Item, ...]
    above: str = ""

    @property
    def contents(self) -> list[Data]:
        """What they add to the list."""
        return [item.data for item in self.items]

    def variants(self, margin: int, offset: int) -> Iterator[list[str]]:
        """Give the lines they may have, as `Item.variants` gives those of each, the best first."""
        each = (item.variants(margin, offset) for item in self.items)
        for together in zip(*each, strict=False):
            yield [line for lines in together for line in lines]

    def words(self, *, json: bool) -> Iterator[str]:
        """Give what may stand for them between commas, the best first."""
        for together in zip(*(item.words(json=json) for item in self.items), strict=False):
            yield ", ".join(together)


def insert(
    text: str, root: Node | None, index: int, item: Item | Items, header: dict[str, Data]
) -> Iterator[Splice]:
    """Put in an item, or several, before item `index`; `header` comes first where nothing is."""
    if root is None or root.kind == "scalar":
        for lines in item.variants(2, 2):
            head = [*mapping_lines(header), f"{KEY}:", *lines]
            yield new_lines(text, len(text), head)
        return
    pair = root.pair(KEY)
    if pair is None:
        yield from _new_key(text, root, item)
        return
    value = pair[1]
    if value.kind == "sequence" and value.items and value.block:
        column = dash_column(text, value)
        for lines in item.variants(column, _offset(text, value)):
            yield from insert_lines(text, value, index, lines, item.above)
        return
    if value.kind != "mapping" and root.block and not value.items:
        margin = column_of_key(text, root.pairs[0][0].start)
        at = root.index(KEY)
        for lines in item.variants(margin + 2, 2):
            yield from below_key(text, root, at or 0, ["", *lines])
    if value.kind == "sequence":
        for words in item.words(json=is_json(root)):
            yield from insert_in_flow(value, index, words)


def remove(text: str, root: Node, index: int) -> Iterator[Splice]:
    """Take item `index` out, with its comments; those between items stay."""
    pair = root.pair(KEY)
    if pair is None:
        return
    name, sequence = pair
    if sequence.flow:
        spans = [(item.start, item.end) for item in sequence.items]
        yield from remove_in_flow(text, spans, index, [])
        return
    start, end = lines_of(text, sequence, index)
    removed = whole_lines(text, start, end, [])
    if len(sequence.items) == 1:
        colon = text.index(":", name.end) + 1
        yield Splice(colon, end, " []" + text[colon : removed.start])
    yield removed
    yield Splice(start, end, "")


def remove_several(text: str, root: Node, indices: Sequence[int]) -> list[Splice]:
    """Give what takes several items out of a list in block style, in the order of the text.

    Nothing where the list is in brackets.
    """
    pair = root.pair(KEY)
    if pair is None or pair[1].flow:
        return []
    name, sequence = pair
    runs: list[tuple[int, int]] = []
    for start, end in (lines_of(text, sequence, index) for index in indices):
        if runs and runs[-1][1] == start:
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    splices = [whole_lines(text, start, end, []) for start, end in runs]
    if len(indices) == len(sequence.items):
        first, colon = splices[0], text.index(":", name.end) + 1
        splices[0] = Splice(colon, first.end, " []" + text[colon : first.start])
    return splices


def raw_item(text: str, root: Node, index: int) -> tuple[int, int, int]:
    """Return `[start, end)` of an item and the column of its dash.

    In block style that is its whole lines; in brackets its own brackets, and the column is -1.
    """
    sequence = root.at((KEY,))
    if sequence.flow:
        item = sequence.items[index]
        return item.start, item.end, -1
    start, end = lines_of(text, sequence, index)
    return start, end, dash_column(text, sequence)


def is_json(node: Node) -> bool:
    """Whether a mapping is written as JSON is: in brackets, its keys in double quotes."""
    return node.flow and bool(node.pairs) and node.pairs[0][0].style == '"'


def _new_key(text: str, root: Node, item: Item | Items) -> Iterator[Splice]:
    if root.flow:
        yield from put(text, root, KEY, item.contents, ROOT_KEYS, json=is_json(root))
        return
    margin = column_of_key(text, root.pairs[0][0].start)
    # After the last key, or before one if the last ends in a block scalar without a line end.
    places = [line_after(text, root.pairs[-1][1].end)]
    places += [line_start(text, name.start) for name, _ in reversed(root.pairs)]
    for at in places:
        for lines in item.variants(margin + 2, 2):
            yield new_lines(text, at, [" " * margin + f"{KEY}:", *lines])


def _offset(text: str, sequence: Node) -> int:
    """Return how far from the dash the keys of the last item stand."""
    last = len(sequence.items) - 1
    dash = dash_of(text, sequence, last)
    item = sequence.items[last]
    same_line = item.block and not BREAK.search(text, dash, item.start)
    return max(2, item.start - dash) if same_line else 2
