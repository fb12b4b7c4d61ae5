"""What parts of a query are that stand side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.query.numerals import read_number
from index.query.tree import Field, Near, Node, Not, Or, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINING: Final = frozenset("\u00a0\u2007\u2009\u202f")
"""Spaces that stand between the groups of one number, not between words: 1\u202f600."""


def has_places(node: Node) -> bool:
    """Say whether a node has places in a text: words, and alternatives of them."""
    match node:
        case Words() | Near():
            return True
        case Or():
            return all(map(has_places, node.nodes))
        case _:
            return False


def any_of(nodes: list[Node]) -> Iterator[Node]:
    """Make alternatives of what is to be found in the text; all else stays as it is."""
    found = [node for node in nodes if not isinstance(node, Not | Field)]
    if len(found) == 1:
        yield found[0]
    elif found:
        yield Or(found[0].start, found[-1].end, tuple(found))
    yield from (node for node in nodes if isinstance(node, Not | Field))


def with_numbers(query: str, nodes: list[Node]) -> Iterator[Node]:
    """Put bare words that stand side by side and are one number together: sixteen hundred."""
    at = 0
    while at < len(nodes):
        end = at + 1
        first = nodes[at]
        if _is_bare(first):
            furthest = end
            while furthest < len(nodes) and furthest - at < 10 and _is_bare(nodes[furthest]):
                if query[nodes[furthest - 1].end : nodes[furthest].start].strip():
                    break
                furthest += 1
            for last in range(furthest, at + 1, -1):
                words = [str(word) for node in nodes[at:last] for word in node.words]  # type: ignore[union-attr]
                between = (query[one.end : other.start] for one, other in pairwise(nodes[at:last]))
                if read_number(words, grouped=all(map(_JOINING.issuperset, between))) is not None:
                    end = last
                    first = Words(first.start, nodes[end - 1].end, tuple(words))
                    break
        yield first
        at = end


def _is_bare(node: Node) -> bool:
    return (
        isinstance(node, Words)
        and not node.quoted
        and all(isinstance(word, str) for word in node.words)
    )
