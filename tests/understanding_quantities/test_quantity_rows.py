"""Rows of figures, in digits and in words, and chains of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.quantities.finding import find_quantities
from corpus.understanding.quantities.number_words import TENS, UNITS


def values(text: str) -> list[object]:
    return [q.value for q in find_quantities(text, (), (), None)]


@pytest.mark.parametrize("words", [UNITS, TENS])
@given(data=st.data(), join=st.sampled_from((" ", ", ", "; ", "-")))
def test_each_word_of_a_row_is_a_count(
    words: dict[str, int], data: st.DataObject, join: str
) -> None:
    row = data.draw(st.lists(st.sampled_from(sorted(words)), min_size=15, max_size=450))
    found = find_quantities(join.join(row), (), (), None)

    single = [q for q in found if q.text in words]
    assert [q.value for q in single] == [words[q.text] for q in single]
    # The first two and the last few are read with what stands around them: maybe as ranges.
    assert len(single) >= len(row) - 6


def test_compounds_are_no_row() -> None:
    assert values("twenty one, " * 15 + "twenty one") == [21] * 16


@pytest.mark.parametrize("text", ["1-2-3-4-5-6", "0-306-40615-2-77-1 ", "12–13–14–15–16–17–18"])
def test_a_long_chain_of_hyphens_counts_nothing(text: str) -> None:
    assert values(f"It is {text}.") == []


def test_two_dates_are_no_chain() -> None:
    found = find_quantities("from 10-1-2018-10-7-2018 on", (), (), None)

    assert [(q.text, q.kind) for q in found] == [("10-1-2018", "date"), ("10-7-2018", "date")]


def test_a_short_chain_is_read_as_before() -> None:
    assert [(q.min, q.max) for q in find_quantities("10-15 boats", (), (), None)] == [(10, 15)]


def test_a_fraction_of_one_character_stands_alone() -> None:
    assert [(q.text, q.kind, q.value) for q in find_quantities("½ of it", (), (), None)] == [
        ("½", "fraction", 0.5)
    ]


@pytest.mark.parametrize("text", ["the head of 20th Century Films", "saw Saturday Night Waves"])
def test_a_name_that_begins_like_a_date_is_none(text: str) -> None:
    quantities = find_quantities(f"Yet she {text} said so there.", (), (), "2019-11-17")

    assert "date" not in [q.kind for q in quantities]
