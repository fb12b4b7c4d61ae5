"""Where a query matches in a text, in offsets of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.tokens import locate_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.widening import Leaf, Plan, Slot


@dataclass(frozen=True, slots=True)
class Found(Span):
    """A place of one leaf of the query, which is told by its number."""

    leaf: int
    exact: bool


def find_places(plan: Plan, text: str) -> list[Found]:
    """Find every place of every wanted word or sequence of the query; ordered, may overlap."""
    located = list(locate_words(text))
    leaves = [plan.leaves[words] for words in plan.wanted()]
    single: dict[str, tuple[int, bool]] = {}
    prefixes: list[tuple[str, int]] = []
    sequences: list[tuple[int, Leaf]] = []
    for number, leaf in enumerate(leaves):
        if len(leaf.slots) > 1:
            sequences.append((number, leaf))
            continue
        slot = leaf.slots[0]
        for alternative in slot.alternatives:
            if alternative.exact or alternative.word not in single:
                single[alternative.word] = (number, alternative.exact)
        if slot.prefix:
            prefixes.append((slot.word, number))
    found = [Found(start, end, *single[word]) for start, end, word in located if word in single]
    for prefix, number in prefixes:
        found.extend(
            Found(start, end, number, True)
            for start, end, word in located
            if word.startswith(prefix) and word not in single
        )
    for number, leaf in sequences:
        found.extend(_find_sequence(number, leaf.slots, located))
    found.sort(key=lambda place: (place.start, -place.end))
    return found


def _find_sequence(
    number: int, slots: Sequence[Slot], located: Sequence[tuple[int, int, str]]
) -> list[Found]:
    found: list[Found] = []
    asked = [
        ({alternative.word: alternative.exact for alternative in slot.alternatives}, slot)
        for slot in slots
    ]
    first, first_slot = asked[0]
    for at in range(len(located) - len(slots) + 1):
        word = located[at][2]
        if word not in first and not (first_slot.prefix and word.startswith(first_slot.word)):
            continue
        exact = True
        for (alternatives, slot), (_, _, here) in zip(
            asked, located[at : at + len(slots)], strict=True
        ):
            if here in alternatives:
                exact = exact and alternatives[here]
            elif not (slot.prefix and here.startswith(slot.word)):
                break
        else:
            found.append(Found(located[at][0], located[at + len(slots) - 1][1], number, exact))
    return found


def without_overlaps(places: Sequence[Found]) -> list[Found]:
    """Keep, of places that overlap, the one that starts first, of those the longest."""
    kept: list[Found] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
