"""Which pieces of an article a search shows, and where in them most of the query stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.matching import find_places
from index.planning import plan_query
from index.query.parsing import parse_query
from index.snippets import choose_snippets

if TYPE_CHECKING:
    from index.results import Snippet

PADDING = " It rained on the hills above for a week and nobody went down to look at the gate" * 4


def snippets(query: str, text: str) -> tuple[Snippet, ...]:
    node = parse_query(query)
    assert node is not None
    return choose_snippets(text, find_places(plan_query(node, None, widen=False), text))


def shown_around(snippet: Snippet) -> str:
    match = snippet.matches[snippet.best]
    return snippet.text[match.start - snippet.start :]


@pytest.mark.parametrize(
    ("query", "text", "place"),
    [
        (
            "third of valley",
            "The end of one of the wars. They took a third of the valley.",
            "third",
        ),
        ("over 600", "They came over the hill when it was over. Over 600 gave up.", "Over 600"),
        ("over 600", "They handed over 5 guns. Of 600 men some came over 600 hills.", "over 600 h"),
    ],
)
def test_a_snippet_is_shown_around_the_words_that_stand_closest_together(
    query: str, text: str, place: str
) -> None:
    (only,) = snippets(query, text)
    assert shown_around(only).startswith(place)


def test_words_that_the_text_hardly_has_are_shown_before_those_it_is_full_of() -> None:
    text = f"The dam broke.{PADDING}. The mill of the town.{PADDING}. The Dzhelva rose.{PADDING}"
    found = snippets("the dzhelva", text)
    assert any("Dzhelva" in one.text for one in found)
    best = next(one for one in found if "Dzhelva" in one.text)
    assert shown_around(best).startswith("The Dzhelva")


def test_a_snippet_of_one_word_is_shown_around_its_first_place() -> None:
    (only,) = snippets("dam", "The dam held. Then the dam broke.")
    assert (only.best, len(only.matches)) == (0, 2)


def test_what_stands_together_late_in_a_text_is_among_its_snippets() -> None:
    text = f"Of{PADDING} of{PADDING} of{PADDING} of{PADDING}. A third of the valley.{PADDING}"
    assert any("third of the valley" in one.text for one in snippets("third of valley", text))
