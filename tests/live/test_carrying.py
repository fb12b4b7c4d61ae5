"""A place in a text is found again in another version of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.folder.carrying import carried

TEXT = "".join(f"Sentence {number} tells of barge {number * 7}.\n" for number in range(60))


def test_a_place_moves_with_the_words_around_it() -> None:
    place = TEXT.index("barge 210")
    after = "A new first line.\n" + TEXT.replace("Sentence 50 tells", "Line 50 says")
    assert after[carried(TEXT, after, place) :].startswith("barge 210")


def test_a_place_between_two_changes_is_found_by_its_words() -> None:
    place = TEXT.index("barge 210")
    after = TEXT.replace("Sentence 2 ", "The second sentence ").replace("barge 399", "a boat")
    assert after[carried(TEXT, after, place) :].startswith("barge 210")


def test_of_a_passage_that_is_gone_the_place_where_it_stood_is_left() -> None:
    start, end = TEXT.index("Sentence 20"), TEXT.index("Sentence 40")
    after = TEXT[:start] + TEXT[end:]
    assert carried(TEXT, after, TEXT.index("Sentence 30")) in (start, start + len("Sentence "))


@given(st.text(), st.text(), st.integers(-5, 400))
def test_the_place_is_always_inside_the_text(before: str, after: str, offset: int) -> None:
    assert 0 <= carried(before, after, offset) <= len(after)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=30), st.integers(0, 160))
def test_what_is_put_in_or_taken_out_elsewhere_shifts_a_place_exactly(
    head: str, tail: str, put_in: str, offset: int
) -> None:
    before, after = head + tail, head + put_in + tail
    offset = min(offset, len(before))
    found = carried(before, after, offset)
    assert before[offset:] == after[found:] or before[:offset] == after[:found]


@given(st.text(), st.integers(0, 50))
def test_a_text_that_did_not_change_keeps_every_place(text: str, offset: int) -> None:
    assert carried(text, text, offset) == min(offset, len(text))
