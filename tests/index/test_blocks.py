"""Positions are of the document whose words they count, however long the documents are."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from index.blocks import DocumentBlocks
from index.inverted import Inverted

LENGTHS = st.lists(st.integers(0, 300), min_size=1, max_size=12)


@given(LENGTHS, st.data())
def test_positions_are_counted_where_they_lie(lengths: list[int], data: st.DataObject) -> None:
    inverted = Inverted()
    for length in lengths:
        inverted.add(["word"] * length, 0, {})
    blocks = DocumentBlocks(inverted.starts, inverted.lengths)
    places = [
        (start + at, number)
        for number, (start, length) in enumerate(zip(inverted.starts, lengths, strict=True))
        for at in range(length)
    ]
    chosen = data.draw(st.sets(st.sampled_from(places), max_size=200)) if places else set()
    for some in (sorted(chosen), places):
        assert blocks.count([position for position, _ in some]) == Counter(
            number for _, number in some
        )
