"""Which documents of a segment a query finds, and how well: set algebra and BM25F over arrays.

The score is BM25 (Robertson and Walker) with the inverse document frequency of Lucene,
`log(1 + (N - n + 1/2) / (n + 1/2))`, which is never negative; a word counts more in the first line
of a text if that may be a title. Sequences of words are found by
intersecting positions.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING, Final, Protocol

from index.placing import near_places, places_of, sequence_positions
from index.query import And, Field, Near, Node, Not, Or, Same, Words
from index.snapshot import K1

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from index.planning import Leaf, Plan, Slot
    from index.postings import Postings
    from index.snapshot import OpenSegment, Snapshot

LEAD_WEIGHT: Final = 2.0
"""How many times a word counts more when it stands in the first line."""
MANY_POSTINGS: Final = 10_000
"""Postings above which the words of a prefix or a pattern are united without counting them."""
MANY_WORDS: Final = 200
"""Words of a pattern above which they are united without counting them."""

Frequencies = dict[int, float]
"""Document numbers with how often (weighted) something stands in them."""


class Together(Protocol):
    """Tells in which of some documents of a segment a `Same` holds."""

    def __call__(self, node: Same, segment: OpenSegment, documents: set[int]) -> set[int]:
        """Give those of the documents in which it holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one segment has for a plan: all documents, and each leaf's frequencies."""

    segment: OpenSegment
    documents: set[int]
    leaves: dict[Words, Frequencies] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One plan asked of one segment; each node of the tree is looked up once."""

    plan: Plan
    segment: OpenSegment
    snapshot: Snapshot
    together: Together
    leaves: dict[Words, Frequencies] = field(default_factory=dict)

    def found(self) -> Found:
        """Find the documents that the query finds."""
        for words, leaf in self.plan.leaves.items():
            self.leaves[words] = leaf_frequencies(leaf, self.segment.packed)
        documents = self.documents_of(self.plan.node)
        documents.difference_update(self.segment.deleted)
        return Found(self.segment, documents, self.leaves)

    def documents_of(self, node: Node) -> set[int]:
        """Give the documents in which a node of the tree holds, deleted ones among them."""
        match node:
            case Words():
                return set(self.leaves[node])
            case Field():
                return self.snapshot.documents_of(self.segment, self.plan.articles[node])
            case Near():
                return self._near(node)
            case Same():
                return self.together(node, self.segment, self._candidates(node))
            case Or():
                return set().union(*map(self.documents_of, node.nodes))
            case And():
                return self._all_of(node)
            case Not():
                raise AssertionError("the parser leaves no Not alone")

    def _all_of(self, node: And) -> set[int]:
        wanted = [one for one in node.nodes if not isinstance(one, Not)]
        found = _common([self._candidates(one) for one in wanted])
        for one in node.nodes:
            if isinstance(one, Not):
                found -= self.documents_of(one.node)
        # What has to read texts comes last, when few documents are left.
        for one in wanted:
            if isinstance(one, Same):
                found = self.together(one, self.segment, found)
        return found

    def _candidates(self, node: Node) -> set[int]:
        """Give the documents where a node may hold; of words that must be together, all of them."""
        match node:
            case Same():
                return self._without_denials(node.node)
            case _:
                return self.documents_of(node)

    def _without_denials(self, node: Node) -> set[int]:
        match node:
            case And():
                return _common(
                    [self._without_denials(one) for one in node.nodes if not isinstance(one, Not)]
                )
            case Or():
                return set().union(*map(self._without_denials, node.nodes))
            case _:
                return self.documents_of(node)

    def _near(self, node: Near) -> set[int]:
        packed = self.segment.packed
        if self.documents_of(node.left).isdisjoint(self.documents_of(node.right)):
            return set()
        places = near_places(
            places_of(node.left, self.plan, packed),
            places_of(node.right, self.plan, packed),
            node.distance,
        )
        return set(packed.count_by_document(first for first, _ in places))


def _common(found: list[set[int]]) -> set[int]:
    first, *others = sorted(found, key=len)
    return first.intersection(*others)


def leaf_frequencies(leaf: Leaf, packed: Postings) -> Frequencies:
    """Count in which documents of a segment the words of a leaf stand, and how often."""
    found: Frequencies = {}
    for slots in leaf.sequences:
        if len(slots) == 1:
            one = _slot_frequencies(slots[0], packed)
        else:
            one = _sequence_frequencies(slots, packed)
        if not found:
            found = one
        else:
            for document, frequency in one.items():
                found[document] = found.get(document, 0.0) + frequency
    return found


def _slot_frequencies(slot: Slot, packed: Postings) -> Frequencies:
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


def _united_frequencies(slot: Slot, packed: Postings) -> Frequencies:
    """Unite the documents of many words, neighbours in the list of words at once."""
    found: Frequencies = {}
    for name, weight in (("body", 1.0), ("lead", LEAD_WEIGHT)):
        known = (packed.find(name, alternative.word) for alternative in slot.alternatives)
        documents: set[int] = set()
        for run in _runs(sorted(place for place in known if place is not None)):
            documents |= packed.documents_of(name, run)
        for document in documents:
            found[document] = found.get(document, 0.0) + weight
    return found


def _runs(places: list[int]) -> Iterator[range]:
    """Part ascending numbers into ranges without gaps."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield range(places[start], places[at - 1] + 1)
            start = at


def _add(found: Frequencies, documents: array[int], frequencies: array[int], weight: float) -> None:
    if not found and weight == 1.0:
        found.update(zip(documents, frequencies, strict=True))
        return
    get = found.get
    for document, frequency in zip(documents, frequencies, strict=True):
        found[document] = get(document, 0.0) + frequency * weight


def _prefix_frequencies(slot: Slot, packed: Postings) -> Frequencies:
    """Unite the documents of every word that starts so."""
    places = packed.starting_with("body", slot.word)
    found: Frequencies = {}
    postings = sum(packed.document_frequency("body", place) for place in places)
    if postings > MANY_POSTINGS:
        found = dict.fromkeys(packed.documents_of("body", places), 1.0)
    else:
        for place in places:
            _add(found, *packed.postings("body", place), 1.0)
    lead = packed.starting_with("lead", slot.word)
    for document in packed.documents_of("lead", lead):
        found[document] = found.get(document, 0.0) + LEAD_WEIGHT
    return found


def _sequence_frequencies(slots: Sequence[Slot], packed: Postings) -> Frequencies:
    """Count the places where these words follow each other."""
    body = packed.count_by_document(sequence_positions(slots, packed, "body"))
    found: Frequencies = dict(body)
    if found:
        in_lead = packed.count_by_document(sequence_positions(slots, packed, "lead"))
        for document, frequency in in_lead.items():
            found[document] = found.get(document, 0.0) + LEAD_WEIGHT * frequency
    return found


def count_places(leaf: Leaf, packed: Postings) -> dict[int, int]:
    """Count how often each document has a leaf, whole words and sequences as they stand."""
    found: Counter[int] = Counter()
    for slots in leaf.sequences:
        if len(slots) > 1:
            found.update(packed.count_by_document(sequence_positions(slots, packed, "body")))
            continue
        known = (packed.find("body", other.word) for other in slots[0].alternatives)
        places = {place for place in known if place is not None}
        if slots[0].prefix:
            places.update(packed.starting_with("body", slots[0].word))
        for place in places:
            documents, frequencies = packed.postings("body", place)
            found.update(dict(zip(documents, frequencies, strict=True)))
    return found


def score_documents(plan: Plan, found: list[Found], snapshot: Snapshot) -> list[dict[int, float]]:
    """Give the score of each document that was found, a dictionary for each segment."""
    weights = {
        words: _inverse_frequency(plan.leaves[words], words, found, snapshot)
        for words in plan.wanted()
    }
    scores: list[dict[int, float]] = []
    for part in found:
        norms = snapshot.length_norms(part.segment)
        documents = part.documents
        total: dict[int, float] = {}
        for words, weight in weights.items():
            factor = weight * (K1 + 1)
            frequencies = part.leaves[words]
            if total:
                get = total.get
                for document in documents.intersection(frequencies):
                    frequency = frequencies[document]
                    gain = factor * frequency / (frequency + norms[document])
                    total[document] = get(document, 0.0) + gain
            else:
                total = {
                    document: factor * frequency / (frequency + norms[document])
                    for document, frequency in frequencies.items()
                    if document in documents
                }
        for document in documents.difference(total):
            total[document] = 0.0
        scores.append(total)
    return scores


def _inverse_frequency(leaf: Leaf, words: Words, found: list[Found], snapshot: Snapshot) -> float:
    """Weigh a word by how few articles have it, a sequence by all of its words."""
    first, *others = leaf.sequences
    if others or len(first) == 1:
        having = sum(len(part.leaves[words]) for part in found)
        having += sum(min(_outside(slot, snapshot) for slot in slots) for slots in leaf.sequences)
        return _rarity(having, snapshot.articles)
    return sum(
        _rarity(
            max(snapshot.lexicon.document_frequency(other.word) for other in slot.alternatives)
            + _outside(slot, snapshot),
            snapshot.articles,
        )
        for slot in first
        if slot.alternatives
    )


def _outside(slot: Slot, snapshot: Snapshot) -> int:
    return snapshot.outside.having(slot) if snapshot.outside is not None else 0


def _rarity(having: int, articles: int) -> float:
    # Deleted documents are still counted in `having`, so it may exceed the number of articles.
    return log(1 + (max(articles - having, 0) + 0.5) / (having + 0.5))
