"""Digits and number words that count nothing."""

from __future__ import annotations

import pytest

from corpus.understanding.quantities.finding import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "a B-52H over the bay",
        "a T-72 on the quay",
        "the G7 met",
        "S.B. 9 passed",
        "Article 5 says so",
        "see section 12 below",
        "on page 31",
        "the COVID-19 outbreak",
        "5G masts and a1b2 codes",
        "1tv reported",
        "version 2.4.1 of it",
        "call +44-20-7946-0018 now",
        "call (555) 123-4567 now",
        "ask desk7@harbour.example or #42",
        "see https://harbour.example/2/3/x9",
        "No. 4 seed",
        "Flight 370 vanished",
        "no one rowed",
        "it came in at number 19",
        "told HBC1 so",
        "on Channel 4.",
        "and Jan-Erik Vane",
        "the Sunday Herald",
        "this one is theirs",
        "one another",
        "the Harbour One fund was closed",
        "and the Group of Seven agreed to it",
        "second-guessing the crew",
        "for the first time",
        "a few sailors and several boats",
        "99999999999999999999999",
    ],
)
def test_names_and_pronouns_are_no_quantities(text: str) -> None:
    assert find_quantities(text, (), (), None) == ()


def test_a_number_at_the_start_of_a_sentence_counts() -> None:
    text = "They left. Seven boats sank."
    assert [q.text for q in find_quantities(text, (), (), None)] == ["Seven"]


def test_a_number_word_in_a_headline_counts() -> None:
    text = "Blast Kills Five In Capital\n\nIt was loud."
    assert [q.text for q in find_quantities(text, (), (), None)] == ["Five"]
