"""In which documents of a segment the words of a query stand, and how often.

Everything is looked up when it is asked for first and kept for one search: which documents there
are is enough where nothing has to be ranked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import repeat
from operator import add, itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from index.beginnings import MANY_POSTINGS
from index.pairs import PAIRS
from index.placing import following, pair_at, runs_of, sequence_positions, words_of_slot
from index.planning import is_one_word
from index.positions import Wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from index.planning import Leaf, Slot
    from index.planning import Sequence as SlotSequence
    from index.postings import Postings

LEAD_WEIGHT: Final = 2
"""How many times a word counts more when it stands in the first line."""
MANY_WORDS: Final = 200
"""Words of a pattern above which they are united without counting them."""
_MUCH_FEWER: Final = 8
"""How many times more documents a word has, for a few of them to be looked up one by one."""

_Frequencies = dict[int, float]
_Number = TypeVar("_Number", int, float)


def picked(values: Sequence[_Number], documents: Sequence[int]) -> Sequence[_Number]:
    """Give what some documents have of the values of all."""
    if len(documents) == len(values):
        return values
    # One document more than are asked for: of a single one there would be no tuple.
    return itemgetter(*documents, 0)(values)[:-1] if documents else ()


@dataclass(slots=True)
class Counted:
    """Ascending documents with how often (weighted) something stands in each."""

    documents: Sequence[int]
    frequencies: Sequence[float]
    _by_document: _Frequencies | None = None

    def of(self, documents: Sequence[int]) -> Sequence[float]:
        """Give the frequencies in some ascending documents, 0 where it stands in none."""
        if len(documents) == len(self.documents) and documents == self.documents:
            return self.frequencies
        if len(documents) * _MUCH_FEWER < len(self.documents):
            return [self._looked_up(document) for document in documents]
        if self._by_document is None:
            self._by_document = dict(zip(self.documents, self.frequencies, strict=True))
        return list(map(self._by_document.get, documents, repeat(0.0)))

    def _looked_up(self, document: int) -> float:
        at = bisect_left(self.documents, document)
        there = at < len(self.documents) and self.documents[at] == document
        return self.frequencies[at] if there else 0.0


@dataclass(slots=True)
class SegmentWords:
    """What one segment has for the leaves of a search."""

    packed: Postings
    # By identity, which is fast to tell; the leaf is kept so that no other gets its identity.
    _documents: dict[int, tuple[Leaf, Collection[int]]] = field(default_factory=dict)
    _counted: dict[int, tuple[Leaf, Counted]] = field(default_factory=dict)
    _positions: dict[int, tuple[SlotSequence, Sequence[int]]] = field(default_factory=dict)

    def positions(self, slots: SlotSequence) -> Sequence[int]:
        """Give the ascending positions in the texts where these words begin to follow each other.

        Not to be changed. Those of a single word, which may be very many, are not kept.
        """
        if is_one_word(slots):
            return following(slots, self.packed, "body")
        known = self._positions.get(id(slots))
        if known is None:
            known = slots, sequence_positions(slots, self.packed, "body")
            self._positions[id(slots)] = known
        return known[1]

    def documents(self, leaf: Leaf) -> Collection[int]:
        """Give the documents that a leaf has, each once; not to be changed."""
        known = self._documents.get(id(leaf))
        if known is None:
            known = self._documents[id(leaf)] = leaf, self._documents_of(leaf)
        return known[1]

    def counted(self, leaf: Leaf) -> Counted:
        """Count how often a leaf stands in each of its documents."""
        known = self._counted.get(id(leaf))
        if known is None:
            known = self._counted[id(leaf)] = leaf, self._count(leaf)
        return known[1]

    def frequencies(self, leaf: Leaf, documents: Sequence[int]) -> Sequence[float]:
        """Give how often (weighted) a leaf stands in some ascending documents; 0 for in none."""
        word = _plain_word(leaf)
        if word is not None and id(leaf) not in self._counted:
            place = self.packed.find("body", word)
            if place is None:
                return [0.0] * len(documents)
            if len(documents) * _MUCH_FEWER < self.packed.document_frequency("body", place):
                return _looked_up(word, documents, self.packed)
            return picked(_in_all(word, self.packed), documents)
        return self.counted(leaf).of(documents)

    def weighted(self, leaf: Leaf) -> tuple[Sequence[int], Iterable[float], bool]:
        """Give the ascending documents of a leaf with how often (weighted) it stands in each.

        Says whether these are whole numbers.
        """
        word = _plain_word(leaf)
        if word is None or id(leaf) in self._counted:
            counted = self.counted(leaf)
            return counted.documents, counted.frequencies, False
        body, lead = self.packed.find("body", word), self.packed.find("lead", word)
        if body is None:
            return (), (), True
        documents, frequencies = self.packed.postings("body", body)
        if lead is None:
            return documents, frequencies, True
        in_lead = [0] * self.packed.documents
        for document, frequency in zip(*self.packed.postings("lead", lead), strict=True):
            in_lead[document] = LEAD_WEIGHT * frequency
        return documents, map(add, frequencies, picked(in_lead, documents)), True

    def _count(self, leaf: Leaf) -> Counted:
        if len(leaf.sequences) == 1 and len(leaf.sequences[0]) == 1:
            slot = leaf.sequences[0][0]
            if slot.prefix and len(slot.alternatives) == 1 and _has_many(slot, self.packed):
                return _united_prefix(slot, self.documents(leaf), self.packed)
        return _counted(leaf, self)

    def _documents_of(self, leaf: Leaf) -> Collection[int]:
        if not all(map(is_one_word, leaf.sequences)):
            return self.counted(leaf).documents
        if len(leaf.sequences) == 1:
            (slot,) = leaf.sequences[0]
            if slot.prefix and len(slot.alternatives) == 1:
                return _beginning_with("body", slot.word, self.packed)
        words = set().union(*(_words_of(slots[0], self.packed) for slots in leaf.sequences))
        runs = list(runs_of(words))
        if len(words) == 1:
            return self.packed.documents_with("body", runs[0])
        found: set[int] = set()
        for run in runs:
            found.update(self.packed.documents_with("body", run))
        return found


def _beginning_with(name: str, prefix: str, packed: Postings) -> Collection[int]:
    """Give the documents of every word that starts so, each once."""
    kept = packed.beginning_with(name, prefix)
    return (
        set(packed.documents_with(name, packed.starting_with(name, prefix)))
        if kept is None
        else kept
    )


def _plain_word(leaf: Leaf) -> str | None:
    """Give the one whole word that a leaf is; None for all else."""
    (first, *others), *ways = leaf.sequences
    return first.word if first.is_unweighted and not others and not ways else None


def _words_of(slot: Slot, packed: Postings) -> set[int]:
    if len(slot.alternatives) > MANY_WORDS:
        known = (packed.find("body", alternative.word) for alternative in slot.alternatives)
        return {place for place in known if place is not None}
    return words_of_slot(slot, packed, "body")


def _counted(leaf: Leaf, words: SegmentWords) -> Counted:
    found: _Frequencies = {}
    for slots in leaf.sequences:
        if is_one_word(slots):
            one = _slot_frequencies(slots[0], words.packed)
        else:
            one = _sequence_frequencies(slots, words)
        if not found:
            found = one
        else:
            for document, frequency in one.items():
                found[document] = found.get(document, 0.0) + frequency
    documents = sorted(found)
    return Counted(documents, list(map(found.__getitem__, documents)), found)


def _in_all(word: str, packed: Postings) -> list[float]:
    """Count one whole word in every document."""
    found = [0.0] * packed.documents
    body, lead = packed.find("body", word), packed.find("lead", word)
    if body is not None:
        for document, frequency in zip(*packed.postings("body", body), strict=True):
            found[document] = frequency
    if lead is not None:
        for document, frequency in zip(*packed.postings("lead", lead), strict=True):
            found[document] += LEAD_WEIGHT * frequency
    return found


def _looked_up(word: str, documents: Sequence[int], packed: Postings) -> Sequence[float]:
    """Count one whole word in a few documents."""
    found = [0.0] * len(documents)
    for name, weight in (("body", 1.0), ("lead", LEAD_WEIGHT)):
        place = packed.find(name, word)
        having, frequencies = packed.postings(name, place) if place is not None else ((), ())
        for number, document in enumerate(documents):
            at = bisect_left(having, document)
            if at < len(having) and having[at] == document:
                found[number] += weight * frequencies[at]
    return found


def _slot_frequencies(slot: Slot, packed: Postings) -> _Frequencies:
    if len(slot.alternatives) > MANY_WORDS:
        return _united_frequencies(slot, packed)
    if slot.prefix:
        found = _prefix_frequencies(slot, packed)
        others = tuple(
            other for other in slot.alternatives[1:] if not other.word.startswith(slot.word)
        )
    else:
        found = {}
        others = slot.alternatives
    for alternative in others:
        for name, weight in (("body", 1.0), ("lead", LEAD_WEIGHT)):
            place = packed.find(name, alternative.word)
            if place is None:
                break
            _add(found, *packed.postings(name, place), weight * alternative.weight)
    return found


def _united_frequencies(slot: Slot, packed: Postings) -> _Frequencies:
    """Unite the documents of many words, neighbours in the list of words at once."""
    found: _Frequencies = {}
    for name, weight in (("body", 1.0), ("lead", LEAD_WEIGHT)):
        known = (packed.find(name, alternative.word) for alternative in slot.alternatives)
        documents: set[int] = set()
        for run in runs_of({place for place in known if place is not None}):
            documents.update(packed.documents_with(name, run))
        for document in documents:
            found[document] = found.get(document, 0.0) + weight
    return found


def _add(
    found: _Frequencies, documents: Sequence[int], frequencies: Sequence[int], weight: float
) -> None:
    if not found and weight == 1.0:
        found.update(zip(documents, frequencies, strict=True))
        return
    _add_all(found, documents, map(weight.__mul__, frequencies))


def _add_all(found: _Frequencies, documents: Sequence[int], frequencies: Iterable[float]) -> None:
    """Add frequencies of documents that may be there several times."""
    get = found.get
    for document, frequency in zip(documents, frequencies, strict=True):
        found[document] = get(document, 0.0) + frequency


def _prefix_frequencies(slot: Slot, packed: Postings) -> _Frequencies:
    """Unite the documents of every word that starts so."""
    places = packed.starting_with("body", slot.word)
    found: _Frequencies = {}
    if _has_many(slot, packed):
        found = dict.fromkeys(_beginning_with("body", slot.word, packed), 1.0)
    else:
        _add_all(found, *packed.counted_with("body", places))
    for document in _beginning_with("lead", slot.word, packed):
        found[document] = found.get(document, 0.0) + LEAD_WEIGHT
    return found


def _has_many(slot: Slot, packed: Postings) -> bool:
    """Say whether the words that start so are too many to be counted."""
    return packed.count_postings("body", packed.starting_with("body", slot.word)) > MANY_POSTINGS


def _united_prefix(slot: Slot, documents: Collection[int], packed: Postings) -> Counted:
    """Count 1 for the documents of every word that starts so, and more for those of first lines."""
    ascending = sorted(documents)
    lead = set(_beginning_with("lead", slot.word, packed))
    weights = (1.0, 1.0 + LEAD_WEIGHT)
    return Counted(ascending, list(map(weights.__getitem__, map(lead.__contains__, ascending))))


def _sequence_frequencies(slots: SlotSequence, words: SegmentWords) -> _Frequencies:
    """Count the places where these words follow each other."""
    packed = words.packed
    are_plain = not any(slot.other_form for slot in slots)
    pair = pair_at(slots, 0, packed) if are_plain and len(slots) == 2 else None
    found: _Frequencies
    if pair is None:
        found = {**packed.document_blocks.count(words.positions(slots))}
    else:
        found = {
            document: frequency
            for place in pair
            for document, frequency in zip(*packed.postings(PAIRS, place), strict=True)
        }
    if found:
        in_lead = following(slots, packed, "lead")
        if not are_plain:
            in_lead = sorted(Wanted(in_lead).among(words.positions(slots)))
        for document, frequency in packed.document_blocks.count(in_lead).items():
            found[document] = found.get(document, 0.0) + LEAD_WEIGHT * frequency
    return found


def count_places(leaf: Leaf, packed: Postings) -> dict[int, int]:
    """Count how often each document has a leaf, whole words and sequences as they stand."""
    found: Counter[int] = Counter()
    for slots in leaf.sequences:
        if not is_one_word(slots):
            positions = sequence_positions(slots, packed, "body")
            found.update(packed.document_blocks.count(positions))
            continue
        for place in words_of_slot(slots[0], packed, "body"):
            documents, frequencies = packed.postings("body", place)
            found.update(dict(zip(documents, frequencies, strict=True)))
    return found
