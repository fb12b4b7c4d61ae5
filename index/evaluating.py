"""Which documents of a segment a query finds, and how well: set algebra and BM25F over arrays.

The score is BM25 (Robertson and Walker) with Whoosh's constants and inverse document frequency,
`log(N / (n + 1)) + 1`; a word counts more in the first line of a text, which is its title more
often than not. Sequences of words are found by intersecting positions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from math import log
from typing import TYPE_CHECKING, Final

from index.query import And, Node, Not, Or, Words
from index.snapshot import K1

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection

    from index.packed import PackedSegment
    from index.snapshot import OpenSegment, Snapshot
    from index.widening import Leaf, Plan, Slot

LEAD_WEIGHT: Final = 2.0
"""How many times a word counts more when it stands in the first line."""
MANY_POSTINGS: Final = 10_000
"""Postings above which the words of a prefix are united without counting them."""

Frequencies = dict[int, float]
"""Document numbers with how often (weighted) something stands in them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one segment has for a plan: all documents, and each wanted leaf's frequencies."""

    segment: OpenSegment
    documents: set[int]
    leaves: dict[Words, Frequencies] = field(default_factory=dict)


def find_documents(plan: Plan, segment: OpenSegment) -> Found:
    """Find the documents of a segment that the query finds."""
    leaves: dict[Words, Frequencies] = {}
    for words, leaf in plan.leaves.items():
        leaves[words] = _leaf_frequencies(leaf, segment.packed)
    documents = _matching(plan.node, leaves)
    documents.difference_update(segment.deleted)
    return Found(segment, documents, leaves)


def _matching(node: Node, leaves: dict[Words, Frequencies]) -> set[int]:
    match node:
        case Words():
            return set(leaves[node])
        case Or():
            return set().union(*(_matching(child, leaves) for child in node.nodes))
        case And():
            wanted = [
                _matching(child, leaves) for child in node.nodes if not isinstance(child, Not)
            ]
            wanted.sort(key=len)
            found = wanted[0].intersection(*wanted[1:])
            for child in node.nodes:
                if isinstance(child, Not):
                    found -= _matching(child.node, leaves)
            return found
        case Not():
            raise AssertionError("the parser leaves no Not alone")


def _leaf_frequencies(leaf: Leaf, packed: PackedSegment) -> Frequencies:
    if len(leaf.slots) > 1:
        return _sequence_frequencies(leaf, packed)
    slot = leaf.slots[0]
    if slot.prefix:
        found = _prefix_frequencies(slot, packed)
        others = slot.alternatives[1:]
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


def _add(found: Frequencies, documents: array[int], frequencies: array[int], weight: float) -> None:
    if not found and weight == 1.0:
        found.update(zip(documents, frequencies, strict=True))
        return
    get = found.get
    for document, frequency in zip(documents, frequencies, strict=True):
        found[document] = get(document, 0.0) + frequency * weight


def _prefix_frequencies(slot: Slot, packed: PackedSegment) -> Frequencies:
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


def _sequence_frequencies(leaf: Leaf, packed: PackedSegment) -> Frequencies:
    """Count the places where the words of a leaf follow each other."""
    found: Frequencies = dict(packed.count_by_document(_sequences(leaf, packed, "body")))
    if found:
        in_lead = packed.count_by_document(_sequences(leaf, packed, "lead"))
        for document, frequency in in_lead.items():
            found[document] += LEAD_WEIGHT * frequency
    return found


def _sequences(leaf: Leaf, packed: PackedSegment, name: str) -> Collection[int]:
    """Give a position in each sequence of the words of a leaf: that of its commonest word."""
    known = {slot: _slot_positions(slot, packed, name) for slot in set(leaf.slots)}
    slots = [known[slot] for slot in leaf.slots]
    by_count = sorted(range(len(slots)), key=lambda number: sum(map(len, slots[number])))
    at = by_count[0]
    places: Collection[int] = list(chain.from_iterable(slots[at]))
    for number in by_count[1:]:
        if not places:
            break
        shifted = {place + number - at for place in places}
        places = set().union(*(shifted.intersection(positions) for positions in slots[number]))
        at = number
    return places


def _slot_positions(slot: Slot, packed: PackedSegment, name: str) -> list[array[int]]:
    places = {packed.find(name, alternative.word) for alternative in slot.alternatives}
    if slot.prefix:
        places.update(packed.starting_with(name, slot.word))
    return [packed.positions(name, place) for place in places if place is not None]


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
        scores.append(total)
    return scores


def _inverse_frequency(leaf: Leaf, words: Words, found: list[Found], snapshot: Snapshot) -> float:
    """Weigh a word by how few articles have it, a sequence by all of its words."""
    if len(leaf.slots) == 1:
        return _rarity(sum(len(part.leaves[words]) for part in found), snapshot.articles)
    return sum(
        _rarity(
            max(snapshot.lexicon.document_frequency(other.word) for other in slot.alternatives),
            snapshot.articles,
        )
        for slot in leaf.slots
    )


def _rarity(having: int, articles: int) -> float:
    # Deleted documents are still counted in `having`, so it may exceed the number of articles.
    return max(log(max(articles, 1) / (having + 1)) + 1, 0.1)
