"""Where words follow each other, whether one of them is far rarer than the other or not."""

from __future__ import annotations

import random
from bisect import bisect_right
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.counting import SegmentWords
from index.inverted import Inverted
from index.nearness import near_documents
from index.packed import PackedSegment
from index.packing import write_segment
from index.placing import near_places, places_of, sequence_positions
from index.planning import Leaf, Slot, plan_query
from index.positions import MUCH_RARER
from index.query.parsing import parse_query
from index.query.tree import Near, Words
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
    st.sampled_from(["a", "b"]),
)
def test_words_are_near_where_any_two_of_them_are(
    texts: list[list[str]], distance: int, rarer: bool, one: str
) -> None:
    segment = ScannedSegment()
    if rarer:
        texts = [*texts, ["b"] * MUCH_RARER * 240]
    for text in texts:
        segment.add(text, 0, {})
    query = parse_query(f"{one} NEAR/{distance} b")
    assert query is not None
    plan = plan_query(query, None, widen=False)
    assert isinstance(plan.node, Near)

    found = near_documents(plan.node, plan, SegmentWords(segment))

    assert {*found} == {
        number
        for number, text in enumerate(texts)
        for at, word in enumerate(text)
        if word == one
        and "b" in (*text[max(0, at - distance) : at], *text[at + 1 : at + distance + 1])
    }


@given(
    st.lists(st.lists(st.sampled_from("abcd"), max_size=30), min_size=1, max_size=8),
    st.integers(1, 4),
    st.sampled_from(["a", '"a b"', '"b b c"', "(a OR d)", '(c OR "b a")']),
    st.sampled_from(["b", '"c d"', '"a * b"', '(d OR "a a b")']),
)
def test_sequences_are_near_where_any_places_of_them_are(
    texts: list[list[str]], distance: int, left: str, right: str
) -> None:
    segment = ScannedSegment()
    for text in texts:
        segment.add(text, 0, {})
    query = parse_query(f"{left} NEAR/{distance} {right}")
    assert query is not None
    plan = plan_query(query, None, widen=False)
    assert isinstance(plan.node, Near)

    one, other = (places_of(side, plan, segment) for side in (plan.node.left, plan.node.right))
    near = near_places(one, other, distance)

    assert {*near_documents(plan.node, plan, SegmentWords(segment))} == {
        max(n for n, start in enumerate(segment.starts) if start <= first) for first, _ in near
    }


def test_pairs_of_frequent_words_are_kept_and_found_as_other_phrases_are(tmp_path: Path) -> None:
    draw = random.Random(3)
    texts = [
        draw.choices(["of", "the", "to", "a", "rain"], [9, 9, 9, 9, 1], k=100) for _ in range(80)
    ]
    inverted, scanned = Inverted(), ScannedSegment()
    for text in texts:
        inverted.add(text, 4, {})
        scanned.add(text, 4, {})
    write_segment(tmp_path / "one.words", inverted)
    packed = PackedSegment(tmp_path / "one.words")
    assert packed.pair("of", "the")
    assert packed.pair("of", "rain") is None

    for phrase in ("of the", "the the", "the rain", "of the to", "rain of the to", "a of of a"):
        slots = [Slot((Alternative(word),)) for word in phrase.split()]
        assert [*sequence_positions(slots, packed, "body")] == [
            *sequence_positions(slots, scanned, "body")
        ]
        leaf = Leaf((tuple(slots),))
        one, other = SegmentWords(packed).counted(leaf), SegmentWords(scanned).counted(leaf)
        assert dict(zip(one.documents, one.frequencies, strict=True)) == dict(
            zip(other.documents, other.frequencies, strict=True)
        )


def test_frequent_words_that_never_follow_each_other_are_no_phrase(tmp_path: Path) -> None:
    inverted = Inverted()
    inverted.add(["of", "and", "the"] * 600, 1, {})
    write_segment(tmp_path / "one.words", inverted)
    packed = PackedSegment(tmp_path / "one.words")
    assert packed.pair("of", "the") == range(0)

    slots = [Slot((Alternative(word),)) for word in ("of", "the")]
    assert not sequence_positions(slots, packed, "body")
    assert not SegmentWords(packed).counted(Leaf((tuple(slots),))).documents


def test_words_that_are_kept_as_bits_are_found_where_they_are_without(tmp_path: Path) -> None:
    draw = random.Random(5)
    weights = {"the": 4000, "mln": 550, "rain": 320, "oil": 90, "other": 36_000}
    words = draw.choices([*weights], [*weights.values()], k=sum(weights.values()))
    inverted, scanned = Inverted(), ScannedSegment()
    for start in range(0, len(words), 130):
        inverted.add(words[start : start + 130], 4, {})
        scanned.add(words[start : start + 130], 4, {})
    write_segment(tmp_path / "one.words", inverted)
    packed = PackedSegment(tmp_path / "one.words")
    packed.read_all()
    assert {word for word in weights if packed.bits(word)} == {"the", "mln", "other"}

    for phrase in ("rain the", "the rain", "rain other mln", "oil mln", "rain * the"):
        node = parse_query(f'"{phrase}"')
        assert isinstance(node, Words)
        (slots,) = plan_query(node, None, widen=False).leaves.popitem()[1].sequences
        assert [*sequence_positions(slots, packed, "body")] == [
            *sequence_positions(slots, scanned, "body")
        ]
    for query in (
        "the NEAR/3 mln",
        "mln NEAR/1 mln",
        "the NEAR/2 rain",
        "oil NEAR/4 the",
        '"the the" NEAR/7 mln',
        '"oil other" NEAR/2 the',
        '"rain the" NEAR/3 other',
    ):
        node = parse_query(query)
        assert node is not None
        plan = plan_query(node, None, widen=False)
        assert isinstance(plan.node, Near)
        one, other = (places_of(side, plan, scanned) for side in (plan.node.left, plan.node.right))
        near = near_places(one, other, plan.node.distance)
        assert {*near_documents(plan.node, plan, SegmentWords(packed))} == {
            bisect_right(scanned.starts, first) - 1 for first, _ in near
        }
