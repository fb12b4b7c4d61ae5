"""Where words follow each other, whether one of them is far rarer than the other or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.placing import MUCH_RARER, sequence_positions
from index.planning import Slot
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
        assert found == {
            start + at for at in range(len(text) - 1) if (text[at], text[at + 1]) == (first, second)
        }
