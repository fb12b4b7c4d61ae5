"""Very many things are sorted as Python sorts them, slice by slice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import slice_sorting
from corpus.slice_sorting import SLICE, sorted_in_slices


@given(st.lists(st.tuples(st.integers(0, 4), st.text(max_size=2))), st.booleans())
def test_equal_things_keep_their_order(things: list[tuple[int, str]], backwards: bool) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(slice_sorting, "SLICE", 3)
        found = sorted_in_slices(things, lambda thing: thing[0], backwards=backwards)
    assert found == sorted(things, key=lambda thing: thing[0], reverse=backwards)


def test_it_stops_between_slices() -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    assert len(sorted_in_slices(range(4 * SLICE), int, cancelled=cancelled)) == SLICE
