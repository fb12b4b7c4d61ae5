"""Which documents of a segment a query finds, and how well: set algebra and BM25F over arrays.

The score is BM25 (Robertson and Walker) with the inverse document frequency of Lucene,
`log(1 + (N - n + 1/2) / (n + 1/2))`, which is never negative; a word counts more in the first line
of a text if that may be a title. Sequences of words are found by
intersecting positions.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import repeat
from math import log
from operator import add, mul, truediv
from typing import TYPE_CHECKING, Protocol

from index.placing import near_documents
from index.query import And, Field, Near, Node, Not, Or, Same, Words
from index.snapshot import K1

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.counting import SegmentWords
    from index.planning import Leaf, Plan, Slot
    from index.snapshot import OpenSegment, Snapshot


class Together(Protocol):
    """Tells in which of some documents of a segment a `Same` holds."""

    def __call__(self, node: Same, segment: OpenSegment, documents: set[int]) -> set[int]:
        """Give those of the documents in which it holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one segment has for a plan: the documents that are found, and its words."""

    segment: OpenSegment
    documents: Collection[int]
    words: SegmentWords


@dataclass(frozen=True, slots=True)
class Scored:
    """Ascending documents of one segment with the score of each."""

    documents: Sequence[int]
    scores: Sequence[float]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One plan asked of one segment."""

    plan: Plan
    segment: OpenSegment
    words: SegmentWords
    snapshot: Snapshot
    together: Together

    def found(self) -> Found:
        """Find the documents that the query finds."""
        documents = self.documents_of(self.plan.node)
        if self.segment.deleted:
            documents = set(documents).difference(self.segment.deleted)
        return Found(self.segment, documents, self.words)

    def documents_of(self, node: Node) -> Collection[int]:
        """Give the documents in which a node of the tree holds, each once, deleted ones too.

        They are not to be changed.
        """
        match node:
            case Words():
                return self.words.documents(self.plan.leaves[node])
            case Field():
                return self.snapshot.documents_of(self.segment, self.plan.articles[node])
            case Near():
                left, right = self.documents_of(node.left), self.documents_of(node.right)
                if not _common([left, right]):
                    return ()
                return near_documents(node, self.plan, self.segment.packed)
            case Same():
                return self.together(node, self.segment, set(self._candidates(node)))
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
                found.difference_update(self.documents_of(one.node))
        # What has to read texts comes last, when few documents are left.
        for one in wanted:
            if isinstance(one, Same):
                found = self.together(one, self.segment, found)
        return found

    def _candidates(self, node: Node) -> Collection[int]:
        """Give the documents where a node may hold; of words that must be together, all of them."""
        match node:
            case Same():
                return self._without_denials(node.node)
            case _:
                return self.documents_of(node)

    def _without_denials(self, node: Node) -> Collection[int]:
        match node:
            case And():
                return _common(
                    [self._without_denials(one) for one in node.nodes if not isinstance(one, Not)]
                )
            case Or():
                return set().union(*map(self._without_denials, node.nodes))
            case _:
                return self.documents_of(node)


def _common(found: list[Collection[int]]) -> set[int]:
    first, *others = sorted(found, key=len)
    return set(first).intersection(*others) if first else set()


def score_documents(plan: Plan, found: list[Found], snapshot: Snapshot) -> list[Scored]:
    """Give the score of each document that was found, segment by segment."""
    weights = [
        (plan.leaves[words], _inverse_frequency(plan.leaves[words], found, snapshot))
        for words in plan.wanted()
    ]
    scored: list[Scored] = []
    for part in found:
        documents = _ascending(part.documents)
        norms = snapshot.length_norms(part.segment)
        if len(documents) < len(norms):
            norms = list(map(norms.__getitem__, documents))
        total: list[float] = []
        for leaf, weight in weights if documents else ():
            frequencies = part.words.counted(leaf).of(documents)
            # factor * frequency / (frequency + norm), a document after the other
            above = map(mul, repeat(weight * (K1 + 1)), frequencies)
            gains = map(truediv, above, map(add, frequencies, norms))
            total = list(map(add, total, gains) if total else gains)
        scored.append(Scored(documents, total or [0.0] * len(documents)))
    return scored


def _ascending(documents: Collection[int]) -> Sequence[int]:
    if isinstance(documents, (array, list, tuple)):
        return documents
    return array("I", sorted(documents))


def _inverse_frequency(leaf: Leaf, found: list[Found], snapshot: Snapshot) -> float:
    """Weigh a word by how few articles have it, a sequence by all of its words."""
    first, *others = leaf.sequences
    if others or len(first) == 1:
        having = sum(len(part.words.documents(leaf)) for part in found)
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
