"""Layers of styled spans: what shows in a piece of the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.results import Match
from tui.article.match_list import MatchList
from tui.layout.layers import Layer, Run, StyledSpan, runs

SPANS = st.lists(
    st.builds(
        lambda start, length, style: StyledSpan(start, start + length, style),
        st.integers(0, 40),
        st.integers(0, 12),
        st.sampled_from("abc"),
    ),
    max_size=12,
)


@given(st.lists(SPANS, max_size=3), st.integers(0, 30), st.integers(1, 30))
def test_runs_cover_the_piece_and_say_what_holds_at_each_character(
    layers: list[list[StyledSpan]], start: int, length: int
) -> None:
    end = start + length
    found = runs([Layer(spans) for spans in layers], start, end)
    assert found[0].start == start
    assert found[-1].end == end
    assert all(left.end == right.start for left, right in pairwise(found))
    for run in found:
        for offset in range(run.start, run.end):
            expected = [
                span.style
                for spans in layers
                for span in sorted(spans, key=lambda span: (span.start, span.end))
                if span.start <= offset < span.end
            ]
            assert list(run.styles) == expected


@given(SPANS, st.integers(0, 40), st.integers(1, 10))
def test_a_layer_finds_what_touches_a_piece(spans: list[StyledSpan], start: int, size: int) -> None:
    found = Layer(spans).between(start, start + size)
    expected = [s for s in spans if s.end > s.start and s.start < start + size and s.end > start]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_overlapping_layers_add_their_styles_lowest_first() -> None:
    layers = [Layer([StyledSpan(0, 6, "person")]), Layer([StyledSpan(3, 9, "match")])]
    assert runs(layers, 0, 10) == [
        Run(0, 3, ("person",)),
        Run(3, 6, ("person", "match")),
        Run(6, 9, ("match",)),
        Run(9, 10, ()),
    ]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.booleans()), max_size=20))
def test_a_list_of_matches_is_those_matches_in_order(
    found: list[tuple[int, int, bool]],
) -> None:
    matches = [Match(start, start + size, exact) for start, size, exact in found]
    kept = MatchList(matches)
    assert list(kept) == sorted(matches, key=lambda match: match.start)
    assert kept[1:] == tuple(kept)[1:]
    assert len(kept) == len(matches)
    shown = [(span.start, span.end, span.style == "match") for span in kept.layer().spans]
    assert sorted(shown) == sorted((one.start, one.end, one.exact) for one in matches)


def test_matches_that_are_not_wanted_any_more_are_not_gathered() -> None:
    looked = []

    def places() -> Iterator[tuple[int, int]]:
        for number in range(100_000):
            looked.append(number)
            yield number, number + 1

    assert MatchList.found(places(), lambda: True) is None
    assert len(looked) < 2_000
    both = MatchList.found(iter([(1, 3), (5, 6)]), lambda: True)
    assert both == (Match(1, 3), Match(5, 6))
