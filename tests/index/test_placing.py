"""Where words follow each other, whether one of them is far rarer than the other or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.placing import MUCH_RARER, near_documents, sequence_positions
from index.planning import Slot, plan_query
from index.query import Near, parse_query
from index.scanned_segment import ScannedSegment
from index.widening import Alternative


@given(st.lists(st.sampled_from("ab"), min_size=2, max_size=60), st.booleans())
def test_a_phrase_is_where_its_words_follow_each_other(words: list[str], rarer: bool) -> None:
    text = [*words, *("b" if rarer else "ab") * MUCH_RARER * 60]
    segment = ScannedSegment()
    segment.add(text, 0, {})
    start = segment.starts[0]

    for first, second in (("a", "b"), ("b", "a"), ("a", "a"), ("b", "b")):
        if first not in text or second not in text:
            continue
        slots = [Slot((Alternative(word),)) for word in (first, second)]
        found = sequence_positions(slots, segment, "body")
        assert list(found) == [
            start + at for at in range(len(text) - 1) if (text[at], text[at + 1]) == (first, second)
        ]


@given(
    st.lists(st.lists(st.sampled_from("abc"), max_size=30), min_size=1, max_size=8),
    st.integers(1, 8),
    st.booleans(),
)
def test_words_are_near_where_any_two_of_them_are(
    texts: list[list[str]], distance: int, rarer: bool
) -> None:
    segment = ScannedSegment()
    if rarer:
        texts = [*texts, ["b"] * MUCH_RARER * 240]
    for text in texts:
        segment.add(text, 0, {})
    query = parse_query(f"a NEAR/{distance} b")
    assert query is not None
    plan = plan_query(query, None, widen=False)
    assert isinstance(plan.node, Near)

    found = near_documents(plan.node, plan, segment)

    assert found == {
        number
        for number, text in enumerate(texts)
        for at, word in enumerate(text)
        if word == "a" and "b" in text[max(0, at - distance) : at + distance + 1]
    }
