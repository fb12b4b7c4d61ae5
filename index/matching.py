"""Where a query matches in a text, in offsets of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpus.chosen_words import locate_chosen
from corpus.span import Span
from corpus.tokens import locate_words
from index.joined_numbers import joined_in, stands_alone
from index.placing import near_places
from index.planning import is_one_word
from index.query.tree import And, Field, Near, Node, Not, Or, Same, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.planning import Plan, Slot


@dataclass(frozen=True, slots=True)
class Found(Span):
    """A place of one leaf of the query, which is told by its number."""

    leaf: int
    exact: bool


class _Place(NamedTuple):
    """A place in numbers of words: the first and the last."""

    first: int
    last: int
    leaf: int
    exact: bool


def find_places(plan: Plan, text: str) -> list[Found]:
    """Find every place of every wanted word or sequence of the query; ordered, may overlap.

    Words that have to be near, or in one sentence, count only where they are.
    """
    if not plan.leaves:
        return []
    searched = SearchedText(plan, text)
    located = searched.located
    found = [
        Found(located[place.first][0], located[place.last][1], place.leaf, place.exact)
        for place in set(searched.places_of(plan.node))
    ]
    return in_order(found)


def in_order(places: Iterable[Found]) -> list[Found]:
    """Return places in the order of the text, of those with one start the longest first."""
    return sorted(places, key=lambda place: (place.start, -place.end, place.leaf, not place.exact))


class SearchedText:
    """One text with the places that the words of a query have in it.

    `located` are its words as (start, end, word): `whole` all of them, else at least those that
    the query may be about.
    """

    def __init__(self, plan: Plan, text: str, *, whole: bool = False) -> None:
        self.text = text
        chosen = None if whole else _chosen_words(plan)
        self.located = locate_chosen(text, *chosen) if chosen else list(locate_words(text))
        self._places = _all_places(plan, self.located)
        self._units: dict[str, list[int]] = {}

    def places_of(self, node: Node) -> list[_Place]:
        """Give the places that a node has, those of what must not be there left out."""
        match node:
            case Words():
                return self._places.get(node, [])
            case Near():
                left, right = self.places_of(node.left), self.places_of(node.right)
                return near_places(left, right, node.distance)
            case Same():
                units = self.units_of(node)
                return [
                    place for place in self.places_of(node.node) if self._unit(node, place) in units
                ]
            case And() | Or():
                return [place for one in node.nodes for place in self.places_of(one)]
            case Not() | Field():
                return []

    def units_of(self, node: Same) -> set[int]:
        """Give the numbers of the sentences, or paragraphs, in which a `Same` holds."""
        return self._holding(node.node, node)

    def _holding(self, node: Node, same: Same) -> set[int]:
        match node:
            case And():
                wanted = [
                    self._holding(one, same) for one in node.nodes if not isinstance(one, Not)
                ]
                found = wanted[0].intersection(*wanted[1:])
                for one in node.nodes:
                    if isinstance(one, Not):
                        found -= self._holding(one.node, same)
                return found
            case Or():
                return set().union(*(self._holding(one, same) for one in node.nodes))
            case _:
                units = {self._unit(same, place) for place in self.places_of(node)}
                units.discard(None)
                return units  # type: ignore[return-value]

    def _unit(self, same: Same, place: _Place) -> int | None:
        """Give the number of the one sentence, or paragraph, in which a place lies whole."""
        starts = self._units.get(same.unit)
        if starts is None:
            starts = self._units[same.unit] = [span.start for span in _parts(self.text, same.unit)]
        first = bisect_right(starts, self.located[place.first][0])
        last = bisect_right(starts, self.located[place.last][0])
        return first if first == last else None


def _chosen_words(plan: Plan) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """Give the words, and beginnings of words, that matter; None where their neighbours do, too."""
    slots: list[Slot] = []
    for sequence in (slots for leaf in plan.leaves.values() for slots in leaf.sequences):
        if not is_one_word(sequence):
            return None
        slots += sequence
    if _has_near(plan.node):
        return None
    words = frozenset(one.word for slot in slots for one in slot.alternatives)
    return words, tuple(sorted({slot.word for slot in slots if slot.prefix}))


def _has_near(node: Node) -> bool:
    match node:
        case Near():
            return True
        case Same() | Not():
            return _has_near(node.node)
        case And() | Or():
            return any(map(_has_near, node.nodes))
        case _:
            return False


def _parts(text: str, unit: str) -> Sequence[Span]:
    from corpus.understanding.paragraphs import split_paragraphs

    paragraphs = split_paragraphs(text)
    if unit == "paragraph":
        return paragraphs
    from corpus.understanding.sentences import split_sentences

    return split_sentences(text, paragraphs)


def _all_places(plan: Plan, located: Sequence[tuple[int, int, str]]) -> dict[Words, list[_Place]]:
    """Find the places of every leaf, in one walk through the text."""
    found: dict[Words, list[_Place]] = {words: [] for words in plan.leaves}
    beginning: dict[str, list[tuple[Words, int, _Sequence, bool]]] = {}
    prefixes: list[tuple[str, Words, int]] = []
    for number, (words, leaf) in enumerate(plan.leaves.items()):
        for slots in leaf.sequences:
            first, further = slots[0], _Sequence(slots)
            for alternative in first.alternatives:
                known = beginning.setdefault(alternative.word, [])
                known.append((words, number, further, alternative.exact))
            if first.prefix:  # of a sequence only the last word may be the start of others
                prefixes.append((first.word, words, number))
    text = _Located(located)
    for at, (_, _, word) in enumerate(located):
        for words, number, further, exact in beginning.get(word, ()):
            if further.is_one_word:
                found[words].append(_Place(at, at, number, exact))
            elif (there := further.after(at, text)) is not None:
                last = at + len(further.slots)
                found[words].append(_Place(at, last, number, exact and there))
        for prefix, words, number in prefixes:
            if word.startswith(prefix):
                found[words].append(_Place(at, at, number, True))
    return found


class _Sequence:
    """A sequence of which the first word is found: `slots` are those after it."""

    def __init__(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots[1:]
        self.is_one_word = is_one_word(slots)
        self._numbers = [
            (by, len(slot.other_form)) for by, slot in enumerate(slots) if slot.other_form
        ]
        self._exact: list[dict[str, bool]] = []

    def after(self, at: int, located: _Located) -> bool | None:
        """Say whether they follow a place as they were asked for; None where they do not."""
        if not self._exact:
            self._exact = [
                {alternative.word: alternative.exact for alternative in slot.alternatives}
                for slot in self.slots
            ]
        there = located.words[at + 1 : at + 1 + len(self.slots)]
        if len(there) < len(self.slots):
            return None
        exact = True
        for slot, alternatives, (_, _, word) in zip(self.slots, self._exact, there, strict=True):
            if word in alternatives:
                exact = exact and alternatives[word]
            elif alternatives and not (slot.prefix and word.startswith(slot.word)):
                return None
        if not all(stands_alone(at + by, size, located.joined) for by, size in self._numbers):
            return None
        return exact


class _Located:
    """The words of a text, and which of them are joined to one number: worked out when asked."""

    def __init__(self, words: Sequence[tuple[int, int, str]]) -> None:
        self.words = words

    @cached_property
    def joined(self) -> frozenset[int]:
        return joined_in(word for _, _, word in self.words)


def without_overlaps(places: Sequence[Found]) -> list[Found]:
    """Keep, of places that overlap, the one that starts first, of those the longest."""
    kept: list[Found] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
