"""A comparison as it is shown: signs, words, and which place answers which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.test_texts import REPORT, compare
from tui.comparing.compared_view import (
    ComparedView,
    counterpart,
    layers_of,
    said_of,
    starts_of,
    summary_of,
)
from tui.comparing.signs import sign_of
from tui.layout.layers import StyledSpan

OTHER = REPORT.replace("1,600", "over 1,500").replace("The company", "Insurers said the company")


def test_figures_weigh_more_than_words_and_are_said_side_by_side() -> None:
    found = compare(REPORT, OTHER)

    left, right = layers_of(found)
    assert [span.style for span in left.spans] == ["difference", "difference-figure"]
    assert "difference" in [span.style for span in right.spans]
    assert said_of(found.differences[0]) == "1,600 people | over 1,500 people"
    assert said_of(found.differences[1]) == "in other words"
    assert summary_of(found) == "2 sentences the same · 2 in other words"


def test_a_jump_leads_to_the_figure_that_differs() -> None:
    found = compare(REPORT, OTHER)

    assert starts_of(found, 0)[0] == REPORT.index("1,600")
    assert starts_of(found, 1)[0] == OTHER.index("1,500")


@given(
    st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), max_size=8),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.booleans(),
)
def test_what_answers_a_place_never_goes_back(
    steps: list[tuple[int, int]], one: int, two: int, back: bool
) -> None:
    anchors, here, there = [], 0, 0
    for left, right in steps:
        here, there = here + left, there + right
        anchors.append((here, there))
    ends = here + 10, there + 10
    length = ends[1] if back else ends[0]
    first, second = sorted((min(one, length), min(two, length)))

    places = [counterpart(anchors, at, ends, back=back) for at in (first, second)]

    assert 0 <= places[0] <= places[1] <= (ends[0] if back else ends[1])
    for pair in anchors:
        own, answer = (pair[1], pair[0]) if back else pair
        assert counterpart(anchors, own, ends, back=back) == answer


def test_a_passage_has_its_sign_where_it_begins_and_a_bar_below() -> None:
    passage = StyledSpan(10, 90, "only-here")
    figure = StyledSpan(40, 45, "difference-figure")

    assert sign_of([passage], 0) == "+"
    assert sign_of([passage], 30) == "▏"
    assert sign_of([passage, figure], 30) == "≠"


def test_figures_that_stand_alone_are_said_together() -> None:
    one = "The ferry Halcyon ran aground off Marn with 300 people and 20 cars aboard on its way."
    other = "The ferry Halcyon ran aground off Marn with all people and cars aboard on May 18."

    (each,) = compare(one, other).differences
    assert said_of(each) == "300 people, 20 cars | May 18"


def test_differences_are_gone_through_in_the_order_of_each_text() -> None:
    found = compare(REPORT, OTHER)
    view = ComparedView.of(found)
    first, second = view.starts[0]

    assert view.step(0, 0, -1, 1) == 0
    assert view.step(0, first, 0, 1) == 1
    assert view.step(0, first, -1, 1) == 0
    assert view.step(0, second, 1, 1) is None
    assert view.step(0, len(REPORT), -1, -1) == 1
    assert view.step(0, second, 1, -1) == 0
    assert view.step(0, first, 0, -1) is None
    assert view.step(0, 0, -1, 9) == 1
    assert view.step(1, len(OTHER), -1, -9) == 0
