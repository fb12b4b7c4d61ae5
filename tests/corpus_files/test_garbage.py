"""Many objects that stay: no search for garbage goes through them, at once or later."""

from __future__ import annotations

import gc

import pytest

from corpus.garbage import MANY, many_objects


@pytest.mark.parametrize(("made", "kept_out"), [(2 * MANY, True), (MANY // 2, False)])
def test_many_objects_are_kept_out_of_the_search_and_few_are_not(
    made: int, *, kept_out: bool
) -> None:
    gc.collect()
    before = gc.get_freeze_count()
    with many_objects():
        assert not gc.isenabled()
        stay = [[number] for number in range(made)]
    assert gc.isenabled()
    assert (gc.get_freeze_count() - before >= len(stay)) is kept_out


def test_where_nothing_is_searched_for_nothing_is_kept_out() -> None:
    before = gc.get_freeze_count()
    gc.disable()
    try:
        with many_objects():
            stay = [[number] for number in range(2 * MANY)]
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert gc.get_freeze_count() - before < len(stay)
