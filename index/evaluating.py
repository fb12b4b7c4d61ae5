"""Which documents of a segment a query finds: set algebra over arrays.

How well they have it: `index/ranking.py`. Sequences of words are found by intersecting positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from index.nearness import near_documents
from index.query.tree import And, Field, Near, Node, Not, Or, Same, Words

if TYPE_CHECKING:
    from collections.abc import Collection

    from index.counting import SegmentWords
    from index.planning import Plan
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
                if not self._may_meet(*sorted((left, right), key=len)):
                    return ()
                return near_documents(node, self.plan, self.words)
            case Same():
                return self.together(node, self.segment, set(self._candidates(node)))
            case Or():
                return set().union(*map(self.documents_of, node.nodes))
            case And():
                return self._all_of(node)
            case Not():
                raise AssertionError("the parser leaves no Not alone")

    def _may_meet(self, fewer: Collection[int], more: Collection[int]) -> bool:
        """Say whether any document is among both; it must be where both have more than half."""
        both = len(fewer) + len(more) > self.segment.packed.documents
        return both or not set(fewer).isdisjoint(more)

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
