"""One step on the characters of one item of a sidecar: done, and checked.

What the step leaves must mean what it should, and every comment must still be one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotations.differences import Drop, Insert, Put, Remove, Step, patched
from annotations.mapping_edits import put
from annotations.mapping_edits import remove as remove_in_mapping
from annotations.schema import KEYS, LINK_KEYS
from annotations.sequence_edits import insert
from annotations.sequence_edits import remove as remove_in_sequence
from annotations.tree import Node, TreeError, comments, read_tree
from corpus.problem import CorpusError
from corpus.yaml_text import load_yaml

if TYPE_CHECKING:
    from annotations.schema import Path
    from annotations.splice import Splice

Parts = tuple[Any, Node | None]
"""What a text means, and where everything stands in it."""


def done_on(
    text: str,
    step: Step,
    inside: Path,
    parts: Parts,
    *,
    json: bool,
    order: Sequence[str] | None = None,
) -> tuple[str, Parts] | None:
    """Do one step on the characters of one item and check it; None where it cannot be done.

    `inside` leads from the root of these characters to the annotation's mapping. `parts` are those
    of the text; those of the new one are returned with it.
    """
    value, tree = parts
    if tree is None:
        return None
    whole = _under(step, inside)
    if isinstance(step, Remove) and not has(value, whole):
        return text, parts
    expected = patched(value, whole)
    kept = Counter(comments(text, tree.leaves(), 0, len(text)))
    tried = set()
    for splice in splices_of(text, tree, step, inside, json=json, order=order):
        new = splice.apply(text)
        if splice in tried:
            continue
        tried.add(splice)
        meaning, nodes = found = parts_of(new)
        if (
            nodes is not None
            and meaning == expected
            and kept <= Counter(comments(new, nodes.leaves(), 0, len(new)))
        ):
            return new, found
    return None


def parts_of(text: str) -> Parts:
    """Take a text apart; None twice where it cannot be."""
    try:
        return load_yaml(text, ""), read_tree(text)
    except (CorpusError, TreeError):
        return None, None


def splices_of(
    text: str,
    tree: Node,
    step: Step,
    inside: Path,
    *,
    json: bool,
    order: Sequence[str] | None = None,
) -> Iterator[Splice]:
    """Give the replacements that may do a step below `inside`, the best first."""
    try:
        node = tree.at((*inside, *step.path))
    except KeyError:
        return
    if isinstance(step, Put | Remove) and node.kind == "mapping":
        if isinstance(step, Put):
            if order is None:
                order = LINK_KEYS if step.path[:1] == ("links",) else KEYS.get(step.path, ())
            yield from put(text, node, step.key, step.value, order, json=json)
        else:
            yield from remove_in_mapping(text, node, step.key)
    elif isinstance(step, Insert | Drop) and node.kind == "sequence":
        if isinstance(step, Insert):
            key = str(step.path[-1])
            yield from insert(text, node, step.index, step.value, key, json=json)
        else:
            yield from remove_in_sequence(text, node, step.index)


def _under(step: Step, inside: Path) -> Step:
    return replace(step, path=(*inside, *step.path))


def has(value: Any, step: Step) -> bool:
    """Whether a value has the key that a step removes."""
    for part in step.path:
        value = value[part]
    return isinstance(step, Remove) and isinstance(value, dict) and step.key in value
