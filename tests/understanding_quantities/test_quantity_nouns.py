"""What is counted."""

from __future__ import annotations

import pytest

from corpus.span import Span
from corpus.understanding.quantities.finding import find_quantities
from corpus.understanding.quantities.lemmas import singular


@pytest.mark.parametrize(
    ("text", "counted", "group"),
    [
        ("540 Harbour Guard sailors and their families left", "Harbour Guard sailors", "sailor"),
        ("48 Brine League rebels, including a boy", "Brine League rebels", "rebel"),
        ("Two young men rowed", "young men", "man"),
        ("1,270 harbour patrols and raids", "harbour patrols", "patrol"),
        ("hundreds of IT workers fled", "IT workers", "worker"),
        ("around 70 dead and more hurt", "dead", "dead"),
        ("Nine people were hurt", "people", "person"),
        ("27 others hid", "others", "other"),
        ("41 United States soldiers landed", "United States soldiers", "soldier"),
        ("1,350 rowers spread all over the bay", "rowers", "rower"),
        ("48 of the 57 member cities", "member cities", "city"),
        ("40 of her relatives", "relatives", "relative"),
        ("a three-judge panel", "judge", "judge"),
        ("the 1,200-strong force landed", "force", "force"),
        ("10,000-plus rowers", "rowers", "rower"),
        ("one sailor drowned", "sailor", "sailor"),
        ("20 more houses burned", "more houses", "house"),
        ("80 percent of her customers", "customers", "customer"),
        ("a third of the boats", "boats", "boat"),
        ("The number of rowers in the bay stood at 3,650.", "rowers", "rower"),
        ("The full number of IT workers is still between 20 and 40.", "IT workers", "worker"),
    ],
)  # fmt: skip
def test_the_counted_noun_is_found(text: str, counted: str, group: str) -> None:
    found = [q.of for q in find_quantities(text, (), (), None) if q.of is not None]
    assert [(of.text, of.group) for of in found][-1] == (counted, group)
    assert all(text[of.start : of.end] == of.text for of in found)


@pytest.mark.parametrize(
    "text",
    ["a bombing that killed 17.", "17 in six boxes", "a high of 3,300 at the quay", "17, men said"],
)
def test_no_noun_is_made_up(text: str) -> None:
    assert find_quantities(text, (), (), None)[0].of is None


def test_a_noun_is_not_taken_from_the_next_sentence() -> None:
    text = "The guard lost 17\nBoats came later."
    sentences = (Span(0, 17), Span(18, len(text)))
    assert find_quantities(text, sentences, (), None)[0].of is None


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("israelis", "israeli"),
        ("taxis", "taxi"),
        ("menus", "menu"),
        ("basis", "basis"),
        ("genius", "genius"),
        ("status", "status"),
    ],
)
def test_the_singular_of_words_in_is_and_us(word: str, base: str) -> None:
    assert singular(word) == base


def test_what_a_headline_goes_on_with_is_not_counted() -> None:
    (figure,) = find_quantities("Ferry with about 240 aboard sinks off Marn", (), (), None)
    assert (figure.text, figure.of) == ("240", None)
