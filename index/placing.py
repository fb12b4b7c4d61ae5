"""Where in a segment the words of a query stand: positions of sequences, and pairs that are near.

A place is (first, last): the positions of its first and its last word, as `index/packed.py` counts
them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeVar

from index.planning import ANYTHING
from index.query import Near, Node, Or, Words

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterator, Sequence

    from index.planning import Plan, Slot
    from index.postings import Postings

MUCH_RARER: Final = 16
"""How many times more places a word has than another, for those of the rarer to be looked up."""

Place = tuple[int, int]
P = TypeVar("P", bound="tuple[Any, ...]")


def sequence_positions(slots: Sequence[Slot], packed: Postings, name: str) -> set[int]:
    """Give the position of the first word of each place where these words follow each other."""
    known = {
        slot: _slot_positions(slot, packed, name) for slot in set(slots) if slot is not ANYTHING
    }
    found = {at: known[slot] for at, slot in enumerate(slots) if slot is not ANYTHING}
    by_count = sorted(found, key=lambda number: sum(map(len, found[number])))
    at = by_count[0]
    places: Collection[int] = list(chain.from_iterable(found[at]))
    for number in by_count[1:]:
        if not places:
            break
        shifted = {place + number - at for place in places}
        places = set().union(*(_common(shifted, positions) for positions in found[number]))
        at = number
    return {place - at for place in places}


def _common(places: set[int], positions: array[int]) -> set[int]:
    """Give the places that are among ascending positions."""
    if len(places) * MUCH_RARER > len(positions):
        return places.intersection(positions)
    # Looking up a few is faster than going through all.
    at = ((place, bisect_left(positions, place)) for place in places)
    return {place for place, here in at if here < len(positions) and positions[here] == place}


def _slot_positions(slot: Slot, packed: Postings, name: str) -> list[array[int]]:
    places = {packed.find(name, alternative.word) for alternative in slot.alternatives}
    if slot.prefix:
        places.update(packed.starting_with(name, slot.word))
    return [packed.positions(name, place) for place in places if place is not None]


def places_of(node: Node, plan: Plan, packed: Postings) -> list[Place]:
    """Give the places of words, of alternatives of them, or of such that are near."""
    found: set[Place] = set()
    match node:
        case Words():
            for slots in plan.leaves[node].sequences:
                further = len(slots) - 1
                starts = sequence_positions(slots, packed, "body")
                found.update((start, start + further) for start in starts)
        case Or():
            found.update(chain.from_iterable(places_of(one, plan, packed) for one in node.nodes))
        case Near():
            left = places_of(node.left, plan, packed)
            right = places_of(node.right, plan, packed)
            found.update(near_places(left, right, node.distance))
        case _:
            raise AssertionError("the parser lets NEAR join nothing else")
    return list(found)


def near_places(left: Sequence[P], right: Sequence[P], distance: int) -> list[P]:
    """Keep the places of either side that are at most `distance` from one of the other side.

    Neighbours are 1 apart; places that overlap are not near.
    """
    return [*_near(left, right, distance), *_near(right, left, distance)]


def _near(places: Sequence[P], others: Sequence[P], distance: int) -> Iterator[P]:
    firsts = sorted(other[0] for other in others)
    lasts = sorted(other[1] for other in others)
    for place in places:
        first, last = place[0], place[1]
        after = bisect_right(firsts, last)
        if after < len(firsts) and firsts[after] <= last + distance:
            yield place
            continue
        before = bisect_left(lasts, first) - 1
        if before >= 0 and lasts[before] >= first - distance:
            yield place
