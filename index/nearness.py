"""In which documents of a segment words stand near each other.

Where one of them has few places, each is looked up among those of the other; else the places of
both are compared as bits (`index/bits.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from index.bits import bits_of, near_bits, packed_bits
from index.inverted import count_by_document
from index.placing import near_places, places_of, sequence_positions
from index.query import Near, Node, Or, Words

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Sequence as Positions

    from index.planning import Plan, Sequence
    from index.postings import Postings

_LOOKING_UP: Final = 12
"""How many times longer it takes to look up a place than to turn it into a bit."""
_COMPARED: Final = 128
"""Bits that are compared in the time in which a place is turned into one."""


def near_documents(node: Near, plan: Plan, packed: Postings) -> Collection[int]:
    """Give the documents in which words stand near each other."""
    left, right = _standing(node.left, plan, packed), _standing(node.right, plan, packed)
    if left is None or right is None:
        near = near_places(
            places_of(node.left, plan, packed), places_of(node.right, plan, packed), node.distance
        )
        return set(count_by_document(packed.starts, sorted(first for first, _ in near)))
    found = [_near(one, other, node.distance, packed) for one in left for other in right]
    return found[0] if len(found) == 1 else set().union(*found)


@dataclass(frozen=True)
class _Standing:
    """Where words that follow each other stand: `positions` of the first, ascending."""

    words: Sequence
    packed: Postings

    @property
    def further(self) -> int:
        """How many words further on the last one stands."""
        return len(self.words) - 1

    @property
    def _word(self) -> str | None:
        """The one whole word that it is; None for all else."""
        first, *others = self.words
        return first.word if first.is_plain and not others else None

    @cached_property
    def count(self) -> int:
        """How many positions there are."""
        if self._word is None:
            return len(self.positions)
        place = self.packed.find("body", self._word)
        return self.packed.total_frequency("body", place) if place is not None else 0

    @cached_property
    def positions(self) -> Positions[int]:
        return sequence_positions(self.words, self.packed, "body")

    @cached_property
    def _kept(self) -> bytes | None:
        return self.packed.bits(self._word) if self._word is not None else None

    @property
    def to_turn(self) -> int:
        """How many positions are not there as bits."""
        return self.count if self._kept is None else 0

    @cached_property
    def bits(self) -> int:
        return bits_of(packed_bits(self.positions) if self._kept is None else self._kept)


def _standing(node: Node, plan: Plan, packed: Postings) -> list[_Standing] | None:
    """Give words and alternatives of them; None for words that have to be near."""
    match node:
        case Words():
            return [_Standing(slots, packed) for slots in plan.leaves[node].sequences]
        case Or():
            parts = [_standing(one, plan, packed) for one in node.nodes]
            known = [part for part in parts if part is not None]
            return list(chain.from_iterable(known)) if len(known) == len(parts) else None
        case _:
            return None


def _near(one: _Standing, other: _Standing, distance: int, packed: Postings) -> Positions[int]:
    """Give the documents in which two are near."""
    fewer, more = sorted((one, other), key=lambda each: each.count)
    if not fewer.count:
        return ()
    span = packed.starts[-1] // _COMPARED + packed.documents
    over = fewer.count * _LOOKING_UP - span
    if over <= 0 or over <= fewer.to_turn + more.to_turn:
        return _looked_up(fewer, more, distance, packed)
    bits = near_bits(fewer.bits, fewer.further, more.bits, more.further, distance)
    return packed.document_bits.having(bits)


def _looked_up(fewer: _Standing, more: _Standing, distance: int, packed: Postings) -> list[int]:
    """Look for each of a few places whether others end shortly before or begin shortly after."""
    others, further, length = more.positions, more.further, fewer.further
    most = len(others)
    near: list[int] = []
    for place in fewer.positions:
        at = bisect_left(others, place - further - distance)
        if at < most and others[at] + further < place:
            near.append(place)
            continue
        last = place + length
        at = bisect_right(others, last, at)
        if at < most and others[at] <= last + distance:
            near.append(place)
    return list(count_by_document(packed.starts, near))
