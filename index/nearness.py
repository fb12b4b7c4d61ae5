"""In which documents of a segment words stand near each other.

Where one of them has few places, each is looked up among those of the other; where both together
have not very many, all are put in order; else they are compared as bits (`index/bits.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, islice
from operator import sub
from typing import TYPE_CHECKING, Final

from index.bits import bits_around, bits_of, in_bits, is_dense, near_bits, packed_bits
from index.pairs import is_frequent
from index.placing import near_places, places_of
from index.planning import is_one_word
from index.query.tree import Near, Node, Or, Words

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Sequence as Positions

    from index.counting import SegmentWords
    from index.planning import Plan, Sequence
    from index.postings import Postings

_LOOKING_UP: Final = 11.0
"""How many times longer it takes to look up a place than to turn it into a bit."""
_ORDERING: Final = 2.0
"""How many times longer it takes to put a place in order than to turn it into a bit."""
_TESTING: Final = 1.6
"""The same, to look whether the bit of a place is set."""
_LOOKING_AT_BITS: Final = 4.0
"""The same, to look at the bits around a place."""
_COMPARED: Final = 256
"""Bits that are compared in the time in which a place is turned into one."""
_UNPACKED: Final = 512
"""Bits that are decompressed in that time."""


def near_documents(node: Near, plan: Plan, segment: SegmentWords) -> Collection[int]:
    """Give the documents in which words stand near each other."""
    left, right = _standing(node.left, plan, segment), _standing(node.right, plan, segment)
    packed = segment.packed
    if left is None or right is None:
        near = near_places(
            places_of(node.left, plan, packed), places_of(node.right, plan, packed), node.distance
        )
        return set(packed.document_blocks.count(sorted(first for first, _ in near)))
    found = [_near(one, other, node.distance, packed) for one in left for other in right]
    return found[0] if len(found) == 1 else set().union(*found)


@dataclass(frozen=True)
class _Standing:
    """Where words that follow each other stand: `positions` of the first, ascending."""

    words: Sequence
    segment: SegmentWords

    @property
    def further(self) -> int:
        """How many words further on the last one stands."""
        return len(self.words) - 1

    @property
    def word(self) -> str | None:
        """The one whole word that it is; None for all else."""
        first = self.words[0]
        return first.word if first.is_plain and is_one_word(self.words) else None

    @cached_property
    def count(self) -> int:
        """How many positions there are."""
        if self.word is None:
            return len(self.positions)
        packed = self.segment.packed
        place = packed.find("body", self.word)
        return packed.total_frequency("body", place) if place is not None else 0

    @cached_property
    def positions(self) -> Positions[int]:
        return self.segment.positions(self.words)

    @property
    def turning(self) -> int:
        """How long it takes to have the bits: as many places are turned into bits meanwhile."""
        packed = self.segment.packed
        if self.word is None or not is_frequent(self.count, packed.tokens):
            return self.count
        return 0 if is_dense(self.count, packed.tokens) else packed.starts[-1] // _UNPACKED

    @cached_property
    def kept_bits(self) -> bytes | None:
        """The bits that the segment keeps; None where it does not."""
        return self.segment.packed.bits(self.word) if self.word is not None else None

    @cached_property
    def bits(self) -> int:
        kept = self.kept_bits
        return bits_of(packed_bits(self.positions) if kept is None else kept)


def _standing(node: Node, plan: Plan, segment: SegmentWords) -> list[_Standing] | None:
    """Give words and alternatives of them; None for words that have to be near."""
    match node:
        case Words():
            ways = (_Standing(slots, segment) for slots in plan.leaves[node].sequences)
            return [way for way in ways if way.count]
        case Or():
            parts = [_standing(one, plan, segment) for one in node.nodes]
            known = [part for part in parts if part is not None]
            return list(chain.from_iterable(known)) if len(known) == len(parts) else None
        case _:
            return None


def _near(one: _Standing, other: _Standing, distance: int, packed: Postings) -> Collection[int]:
    """Give the documents in which two are near, found in the way that takes least."""
    fewer, more = sorted((one, other), key=lambda each: each.count)
    looking_up = fewer.count * _LOOKING_UP
    looking_at_bits = fewer.count * _LOOKING_AT_BITS + more.turning
    comparing: float = packed.starts[-1] // _COMPARED + more.turning
    are_kept = fewer.turning < fewer.count
    comparing += packed.documents + fewer.turning if are_kept else fewer.count * _TESTING
    if one.word is not None and other.word is not None:
        ordering = (fewer.count + more.count) * _ORDERING
        if ordering < min(looking_up, looking_at_bits, comparing):
            return _in_order(one.positions, other.positions, distance, packed)
    if looking_at_bits < min(looking_up, comparing) and more.kept_bits is not None:
        return _looked_at(fewer, more.kept_bits, distance, packed)
    if looking_up < comparing:
        return _looked_up(fewer, more, distance, packed)
    if are_kept:
        bits = near_bits(fewer.bits, fewer.further, more.bits, more.further, distance)
        return packed.document_bits.having(bits)
    around = bits_around(more.bits, more.further, fewer.further, distance)
    last = max(around.bit_length(), packed.starts[-1] + packed.lengths[-1])
    near = in_bits(fewer.positions, around.to_bytes((last >> 3) + 1, "little"))
    return packed.document_blocks.count(near).keys()


def _in_order(
    places: Positions[int], others: Positions[int], distance: int, packed: Postings
) -> Collection[int]:
    """Give the documents in which two words are near, both of which have not very many places.

    If any two of their places are near, so are two that follow each other in the order of all.
    """
    # What is left of 4 tells whose a place is; no place is of two words, unless they are the same.
    ordered = sorted([4 * place for place in places] + [4 * place + 1 for place in others])
    near = {4 * apart + side for apart in range(1, distance + 1) for side in (-1, 1)}
    gaps = map(sub, islice(ordered, 1, None), ordered)
    found = [place >> 2 for place in compress(ordered, map(near.__contains__, gaps))]
    return packed.document_blocks.count(found).keys()


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
    return list(packed.document_blocks.count(near))


def _looked_at(fewer: _Standing, bits: bytes, distance: int, packed: Postings) -> Collection[int]:
    """Look for each of some places whether a single word has a bit shortly before or after."""
    side = (1 << distance) - 1
    both = side | side << (distance + fewer.further + 1)
    length = both.bit_length()
    near = [
        place
        for place in fewer.positions
        for low in (place - distance,)
        if int.from_bytes(bits[low >> 3 : (low + length + 7) >> 3], "little") >> (low & 7) & both
    ]
    return packed.document_blocks.count(near).keys()
