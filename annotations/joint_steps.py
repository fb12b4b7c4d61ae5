"""Steps on many items of one text, worked out on one reading of it instead of one an item.

Each item's steps are independent of each other, or it is left to who does one step after the other.
Nothing is proved here but that every comment stays: who applies the replacement reads the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from annotations.differences import Put, Remove, Step, patched
from annotations.item_steps import has, splices_of
from annotations.list_edits import KEY, is_json
from annotations.tree import Node, TreeError, comments, read_tree

if TYPE_CHECKING:
    from annotations.schema import Path
    from annotations.splice import Splice


def joint_steps(
    text: str, items: Sequence[Any], changes: Mapping[int, Sequence[Step]]
) -> Iterator[tuple[int, list[Splice], Any]]:
    """Give for each item that can be changed so its index, its replacements, and what it becomes.

    The replacements stand in the order of the text and do not touch. Nothing is given where the
    text has line ends of several kinds, or cannot be taken apart.
    """
    if "\r" in text:
        return
    try:
        tree = read_tree(text)
    except TreeError:
        return
    if tree is None:
        return
    json = is_json(tree)
    for index, steps in changes.items():
        if _are_independent(steps):
            found = _of_item(text, tree, index, items[index], steps, json=json)
            if found is not None:
                yield index, *found


def keeps_comments(before: str, after: str) -> bool:
    """Whether every comment of a text is one still. Raises `TreeError`."""
    return "#" not in before or _comments(before) <= _comments(after)


def _of_item(
    text: str, tree: Node, index: int, item: Any, steps: Sequence[Step], *, json: bool
) -> tuple[list[Splice], Any] | None:
    inside: Path = (KEY, index)
    splices = []
    for step in steps:
        if isinstance(step, Remove) and not has(item, step):
            continue
        best = next(splices_of(text, tree, step, inside, json=json), None)
        if best is None:
            return None
        splices.append(best)
        item = patched(item, step)
    splices.sort(key=lambda splice: splice.start)
    if any(one.end >= other.start for one, other in pairwise(splices)):
        return None
    return splices, item


def _are_independent(steps: Sequence[Step]) -> bool:
    """Whether no step changes what another one changes, or lies in."""
    places = [
        (*step.path, step.key) if isinstance(step, Put | Remove) else step.path for step in steps
    ]
    return all(
        one[: len(other)] != other and other[: len(one)] != one
        for one, other in combinations(places, 2)
    )


def _comments(text: str) -> Counter[str]:
    tree = read_tree(text)
    return Counter(comments(text, [] if tree is None else tree.leaves(), 0, len(text)))
