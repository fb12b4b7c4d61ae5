"""The best documents are the first of all, though not all are scored to the end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.counting import SegmentWords
from index.evaluating import Evaluation, Found
from index.planning import plan_query
from index.query.parsing import parse_query
from index.ranking import best_documents, score_documents
from index.scanned_segment import ScannedSegment
from index.snapshot import OpenSegment, Snapshot

TEXTS = st.lists(st.lists(st.sampled_from("aaaaabbcd"), max_size=10), min_size=1, max_size=15)


QUERIES = ["a b any: c d", "a", "b a", '"a b"', '"a a" b', "c OR d", "b*", "x~", "a NEAR/2 b"]


@settings(max_examples=80)
@given(
    st.lists(TEXTS, min_size=1, max_size=4),
    st.integers(1, 12),
    st.sampled_from(QUERIES),
    st.booleans(),
)
def test_the_best_are_the_first_of_all(
    segments: list[list[list[str]]], limit: int, query: str, found_all: bool
) -> None:
    opened = []
    for number, texts in enumerate(segments):
        segment = ScannedSegment()
        for text in texts:
            segment.add(text, min(2, len(text)), {})
        opened.append(OpenSegment(str(number), segment, frozenset()))
    snapshot = Snapshot((1,), tuple(opened))
    node = parse_query(query)
    assert node is not None
    plan = plan_query(node, snapshot, widen=True)
    words = [SegmentWords(one.packed) for one in opened]
    found = [
        Found(one, [*range(one.packed.documents)], here)
        if found_all
        else Evaluation(plan, one, here, snapshot, lambda *_: set()).found()
        for one, here in zip(opened, words, strict=True)
    ]

    ranked = [
        (score, number, document)
        for number, one in enumerate(score_documents(plan, found, snapshot))
        for document, score in zip(one.documents, one.scores, strict=True)
    ]
    ranked.sort(key=lambda one: -one[0])
    assert best_documents(plan, found, snapshot, limit) == ranked[:limit]
