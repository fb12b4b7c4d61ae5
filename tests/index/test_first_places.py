"""Of a long text the places are found fast: those that a result shows, not all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.first_places import MOST_PLACES, first_places
from index.matching import find_places
from index.planning import Plan, plan_query
from index.query.parsing import parse_query

FILLER = "The reservoir rose and fell, the engineers’ gauge said – 12 metres, then 1,600.\n\n"
LONG = FILLER * 4_000


def planned(query: str) -> Plan:
    node = parse_query(query)
    assert node is not None
    return plan_query(node, None, widen=False)


@pytest.mark.parametrize(
    "query",
    ["zebra", "zebra OR okapi", '"zebra okapi"', "zebra NEAR okapi", "u.s.", "1601", "don’t"],
)
def test_a_rare_place_is_found_wherever_it_stands(query: str) -> None:
    for at in (0, len(FILLER) * 2_000, len(LONG)):
        text = f"{LONG[:at]}The zebra okapi of the U.S. counts 1,601 and don’t.{LONG[at:]}"
        plan = planned(query)
        assert first_places(plan, text) == find_places(plan, text) != []


def test_letters_beyond_ascii_are_found_folded() -> None:
    text = LONG + "Der Ångström-Fluß bei Łódź." + LONG
    for query in ("angstrom", "lodz", "fluss"):
        assert first_places(planned(query), text) == find_places(planned(query), text) != []


def test_many_places_are_enough() -> None:
    found = first_places(planned("the"), LONG)

    assert MOST_PLACES <= len(found) < len(find_places(planned("the"), LONG))
    assert found == sorted(found, key=lambda place: place.start)


def test_where_most_of_the_query_stands_is_among_the_places() -> None:
    text = LONG + "The zebra rose.\n\n" + LONG
    found = first_places(planned("the zebra"), text)

    assert text.index("zebra") in [place.start for place in found]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["zebra ", "x" * 70_000, "\n\n", "Zébra", "’s ", "1,6"]), max_size=12)
)
def test_no_place_of_a_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces) + " " + "pad " * 70_000
    plan = planned("zebra")

    assert first_places(plan, text) == find_places(plan, text)
