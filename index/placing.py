"""Where in a segment the words of a query stand: positions of sequences, and pairs that are near.

A place is (first, last): the positions of its first and its last word, as `index/inverted.py`
counts them. Positions are many, so that what is done with each of them is done by functions of the
interpreter over whole arrays, not by lines of Python.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import chain, compress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from index.bits import BITS, is_dense
from index.joined_numbers import standing_alone
from index.pairs import PAIRS
from index.planning import ANYTHING
from index.positions import Wanted, shifted
from index.query.tree import Near, Node, Or, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.planning import Plan, Slot
    from index.postings import Postings

_MANY_PLACES: Final = 200
"""Places that are looked up faster in all bits of a frequent word than among its positions."""

Place = tuple[int, int]
P = TypeVar("P", bound="tuple[Any, ...]")


def runs_of(places: Iterable[int]) -> Iterator[range]:
    """Part numbers, each of which is there once, into ascending ranges without gaps."""
    ascending = sorted(places)
    start = 0
    for at in range(1, len(ascending) + 1):
        if at == len(ascending) or ascending[at] != ascending[at - 1] + 1:
            yield range(ascending[start], ascending[at - 1] + 1)
            start = at


def words_of_slot(slot: Slot, packed: Postings, name: str) -> set[int]:
    """Give the places, among the words of a segment, of the words that a slot stands for."""
    known = (packed.find(name, alternative.word) for alternative in slot.alternatives)
    places = {place for place in known if place is not None}
    if slot.prefix:
        places.update(packed.starting_with(name, slot.word))
    return places


def sequence_positions(slots: Sequence[Slot], packed: Postings, name: str) -> Sequence[int]:
    """Give the position of the first word of each place where these words follow each other.

    They ascend. What is another form of a number counts only where it is no part of a longer one.
    """
    found = following(slots, packed, name)
    for at, slot in enumerate(slots):
        if slot.other_form and found:
            words = len(slot.other_form)
            alone = standing_alone(words, shifted(found, at), packed.joined_numbers)
            found = shifted(alone, -at)
    return found


def following(slots: Sequence[Slot], packed: Postings, name: str) -> Sequence[int]:
    """Give the same of all places, what is a part of a longer number, too."""
    pairs = {
        at: pair
        for at in range(len(slots) - 1 if name == "body" else 0)
        if (pair := pair_at(slots, at, packed)) is not None
    }
    in_pairs = {number for at in pairs for number in (at, at + 1)}
    words = {
        at: words_of_slot(slot, packed, name)
        for at, slot in enumerate(slots)
        if slot is not ANYTHING and at not in in_pairs
    }
    counts = {
        at: packed.total_frequency(PAIRS, pair[0]) if pair else 0 for at, pair in pairs.items()
    }
    for at, places in words.items():
        counts[at] = sum(packed.total_frequency(name, place) for place in places)
    known: dict[Slot, list[array[int]]] = {}

    def positions(at: int) -> list[array[int]]:
        if at in pairs:
            return [packed.positions(PAIRS, pairs[at])]
        if slots[at] not in known:
            known[slots[at]] = _slot_positions(words[at], packed, name)
        return known[slots[at]]

    # What is frequent is read only where all that is rarer is there.
    rarest, *others = sorted(counts, key=counts.__getitem__)
    if not counts[rarest]:
        return ()
    found = ascending_positions(positions(rarest))
    for number in others:
        if not found:
            break
        by, slot = number - rarest, slots[number]
        is_word = name == "body" and slot.is_plain and number in words
        # To decompress the bits of others takes longer than to go through their positions.
        bits = (
            packed.bits(slot.word)
            if is_word and len(found) > _MANY_PLACES and is_dense(counts[number], packed.tokens)
            else None
        )
        if bits is not None:
            found = _followed_in(found, by, bits)
        else:
            found = _followed(found, by, positions(number))
    return shifted(found, -rarest)


def pair_at(slots: Sequence[Slot], at: int, packed: Postings) -> range | None:
    """Give the pair that the word at a place of a sequence is with the next, if such are kept."""
    first, second = slots[at], slots[at + 1]
    if first.is_plain and second.is_plain:
        return packed.pair(first.word, second.word)
    return None


def ascending_positions(runs: list[array[int]]) -> Sequence[int]:
    """Give the positions of all words of a slot in order."""
    return runs[0] if len(runs) == 1 else sorted(chain.from_iterable(runs))


def _slot_positions(words: set[int], packed: Postings, name: str) -> list[array[int]]:
    """Give positions, in each array ascending."""
    return [packed.positions(name, range(place, place + 1)) for place in words]


def _followed(places: Sequence[int], by: int, others: list[array[int]]) -> Sequence[int]:
    """Keep the places from which one of others is so many words away."""
    wanted = shifted(places, by)
    looked_for = Wanted(wanted)
    there = set().union(*map(looked_for.among, others))
    return array("I", compress(places, map(there.__contains__, wanted)))


def _followed_in(places: Sequence[int], by: int, bits: bytes) -> Sequence[int]:
    """Keep the places from which a position among bits is so many words away."""
    low, high = bisect_left(places, -by), bisect_left(places, 8 * len(bits) - by)
    return array(
        "I",
        [place for place in places[low:high] if bits[place + by >> 3] & BITS[place + by & 7]],
    )


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
