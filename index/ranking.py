"""How well documents have the words of a query: BM25 over arrays.

The score is BM25 (Robertson and Walker) with the inverse document frequency of Lucene,
`log(1 + (N - n + 1/2) / (n + 1/2))`, which is never negative; a word counts more in the first line
of a text if that may be a title.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, compress, repeat
from math import inf, log
from operator import add, itemgetter, mul, truediv
from typing import TYPE_CHECKING, Final, NamedTuple

from index.counting import picked
from index.often_enough import often_enough
from index.snapshot import K1

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.evaluating import Found
    from index.planning import Leaf, Plan, Slot
    from index.snapshot import Snapshot

_ROUNDING: Final = 1e-9
"""More than sums of a few scores are off, relative to their size."""


class Weight(NamedTuple):
    """What a leaf of the query counts: a document that had nothing else has less than `most`.

    `others` is what the leaves after it can add.
    """

    leaf: Leaf
    most: float
    others: float


class Best(NamedTuple):
    """A document of the segment with this number, with its score."""

    score: float
    segment: int
    document: int


@dataclass(frozen=True, slots=True)
class Scored:
    """Ascending documents of one segment with the score of each."""

    documents: Sequence[int]
    scores: Sequence[float]


def score_documents(plan: Plan, found: list[Found], snapshot: Snapshot) -> list[Scored]:
    """Give the score of each document that was found, segment by segment."""
    weights = _weights(plan, found, snapshot)
    return [_scored(weights, part, snapshot) for part in found]


def best_documents(plan: Plan, found: list[Found], snapshot: Snapshot, limit: int) -> list[Best]:
    """Give the documents with the highest scores; of equal ones, those that were indexed first.

    What cannot be among them is not scored to the end.
    """
    weights = _weights(plan, found, snapshot)
    best: list[tuple[float, int, int]] = []
    for number, part in enumerate(found):
        least = best[-1][0] if len(best) == limit else -inf
        scored = _scored(weights, part, snapshot, least)
        pairs = zip(scored.scores, scored.documents, strict=True)
        better = compress(pairs, map(least.__lt__, scored.scores))
        new = ((score, number, document) for score, document in better)
        best = nlargest(limit, chain(best, new), key=itemgetter(0))
    return [Best(*one) for one in best]


def _weights(plan: Plan, found: list[Found], snapshot: Snapshot) -> list[Weight]:
    """Give the leaves by what they count, the most first."""
    counted = [
        (plan.leaves[words], (K1 + 1) * _inverse_frequency(plan.leaves[words], found, snapshot))
        for words in plan.wanted()
    ]
    weights: list[Weight] = []
    others = 0.0
    for leaf, most in sorted(counted, key=itemgetter(1)):
        weights.append(Weight(leaf, most, others))
        others += most
    return weights[::-1]


def _scored(weights: list[Weight], part: Found, snapshot: Snapshot, least: float = -inf) -> Scored:
    """Score the documents of a segment, at least those that have more than `least`."""
    documents = _able(weights[0], part, snapshot, least) if weights else None
    if documents is None:
        documents = _ascending(part.documents)
    norms = picked(snapshot.length_norms(part.segment), documents)
    total: list[float] = []
    for leaf, most, others in weights if documents else ():
        frequencies = part.words.frequencies(leaf, documents)
        needed = least - others * (1 + _ROUNDING)
        # most * frequency / (frequency + norm), a document after the other
        gains = map(truediv, map(mul, repeat(most), frequencies), map(add, frequencies, norms))
        total = list(map(add, total, gains) if total else gains)
        if needed > 0 and others:
            able = list(map(needed.__le__, total))
            documents = list(compress(documents, able))
            norms, total = list(compress(norms, able)), list(compress(total, able))
        if not documents:
            break
    return Scored(documents, total or [0.0] * len(documents))


def _able(weight: Weight, part: Found, snapshot: Snapshot, least: float) -> Sequence[int] | None:
    """Give the documents that may have more than `least`; None where all may.

    What the other leaves add may not be enough without the first one.
    """
    needed = least - weight.others * (1 + _ROUNDING)
    if needed <= 0:
        return None
    times = _fewest(needed / weight.most)
    able = often_enough(weight.leaf, part.words, snapshot.rounded_norms(part.segment), times)
    there = part.documents
    if isinstance(there, (array, list, tuple)):
        places = zip(able, map(bisect_left, repeat(there), able), strict=True)
        return [one for one, at in places if at < len(there) and there[at] == one]
    return list(filter(there.__contains__, able))


def _fewest(share: float) -> float:
    """Give how many times a norm a frequency is of which `frequency / (frequency + norm)` is so."""
    share *= 1 - _ROUNDING
    return share / (1 - share) if share < 1 else inf


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
