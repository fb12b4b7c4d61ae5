"""What waits for the pauses between keys: threads, and the search for garbage."""

from __future__ import annotations

import gc
import re
import weakref
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest

from tui.program.lasting import LastingObjects
from tui.program.pausing import SECONDS_BETWEEN_KEYS, SECONDS_FOR_AN_ANSWER, Pauses


class Ring:
    """An object that holds itself, so that only the search for garbage finds that it is gone."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def by_hand() -> None:
    """Have nothing searched unless it is asked for."""
    gc.collect()
    gc.set_threshold(1_000_000, 1_000, 1_000)


def much_has_come() -> list[Ring]:
    """Make what outlives as many searches of younger objects as one of all objects waits for."""
    made = [Ring() for _ in range(30_000)]
    for _ in range(20):
        gc.collect(1)
    return made


def test_who_waits_goes_on_when_a_key_can_be_held_down_no_more() -> None:
    pauses = Pauses()
    pauses.wait()
    pressed = monotonic()
    pauses.touch()
    assert not pauses.resting
    assert 0 < pauses.seconds_to_wait <= SECONDS_BETWEEN_KEYS
    pauses.wait()
    assert pauses.seconds_to_wait == 0
    assert monotonic() - pressed >= SECONDS_BETWEEN_KEYS


def test_what_nobody_asked_for_goes_on_when_the_answer_is_there() -> None:
    pauses, went_on = Pauses(), Event()

    def go_on() -> None:
        pauses.wait()
        pauses.wait_for_answer()
        went_on.set()

    pauses.ask()
    assert pauses.answering
    assert 0 < pauses.seconds_to_wait <= SECONDS_FOR_AN_ANSWER
    Thread(target=go_on).start()
    assert not went_on.is_set()
    pauses.answered()
    assert went_on.wait(10)
    assert pauses.seconds_to_wait == 0


def test_an_answer_that_takes_long_is_not_waited_for() -> None:
    pauses = Pauses()
    asked = monotonic()
    pauses.ask()
    pauses.wait_for_answer()
    assert not pauses.answering
    assert monotonic() - asked >= SECONDS_FOR_AN_ANSWER


@pytest.mark.usefixtures("by_hand")
def test_garbage_of_paints_is_found_between_them() -> None:
    lasting = LastingObjects()
    rings = [Ring() for _ in range(2_000)]
    one = weakref.ref(rings[0])
    del rings
    assert one() is not None
    lasting.search_new()
    assert one() is None


@pytest.mark.usefixtures("by_hand")
def test_what_outlived_some_searches_is_found_by_a_later_one() -> None:
    lasting = LastingObjects()
    ring = Ring()
    one = weakref.ref(ring)
    kept = [Ring() for _ in range(1_000)]
    lasting.search_new()
    del ring
    for _ in range(20):
        kept += [Ring() for _ in range(1_000)]
        lasting.search_new()
    assert one() is None


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("lasts", [True, False])
def test_what_outlives_a_search_for_all_garbage_is_kept_out_where_it_lasts(*, lasts: bool) -> None:
    lasting, before = LastingObjects(), gc.get_freeze_count()
    made = much_has_come()
    one, kept = weakref.ref(made.pop()), len(made)
    lasting.search_old(lasts=lasts)
    assert one() is None
    assert (gc.get_freeze_count() - before >= kept) is lasts


@pytest.mark.parametrize("package", ["annotations", "corpus", "index", "tui"])
def test_nothing_holds_on_to_what_another_thread_is_making(package: str) -> None:
    # Python's tuple of what a generator gives fails where somebody else refers to it meanwhile.
    modules = (Path(__file__).resolve().parents[2] / package).rglob("*.py")
    calls = re.compile(r"gc\.get_(?:objects|referrers)\(")
    assert not [path for path in modules if calls.search(path.read_text(encoding="utf-8"))]


@pytest.mark.usefixtures("by_hand")
def test_garbage_that_was_kept_out_is_found_where_much_is_kept_out() -> None:
    lasting = LastingObjects()
    lasting.search_all()
    ring = Ring()
    one = weakref.ref(ring)
    lasting.keep("names")
    del ring
    lasting.search_all()
    assert one() is not None
    made = [Ring() for _ in range(2 * gc.get_freeze_count())]
    gc.freeze()
    lasting.search_all()
    assert one() is None
    assert gc.get_freeze_count() >= len(made)


def test_a_rest_becomes_long_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = Pauses()
    pauses.touch()
    assert not pauses.become_long()
    monkeypatch.setattr("tui.program.pausing.SECONDS_OF_A_LONG_REST", -1)
    assert pauses.become_long()
    assert not pauses.become_long()
    pauses.touch()
    assert pauses.become_long()


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_searched_where_that_is_switched_off() -> None:
    ring = Ring()
    one = weakref.ref(ring)
    made = [Ring() for _ in range(2_000)]
    gc.disable()
    try:
        del ring
        LastingObjects().search_new()
        LastingObjects().search_old(lasts=True)
        LastingObjects().search_all()
        assert one() is not None
    finally:
        gc.enable()
    assert len(made) == 2_000
