"""What a row of the results shows of an article and of a snippet."""

from __future__ import annotations

from dataclasses import replace

from index.first_places import MOST_PLACES
from index.results import Hit, Match, Snippet
from tui.searching.search_rows import SearchRow, hit_pieces, snippet_pieces

HIT = Hit("a.txt", None, None, None, None, 1.0)


def test_a_hit_says_at_how_many_places_the_query_stands() -> None:
    hit = replace(HIT, places=234)
    assert "".join(text for text, _ in hit_pieces(hit, 60)) == "a.txt  ×234"
    most = replace(hit, places=MOST_PLACES)
    assert "".join(text for text, _ in hit_pieces(most, 60)) == "a.txt  ×1,000+"


def test_paragraphs_are_parted_by_one_blank_in_a_snippet() -> None:
    text = "it ended.\n\n     The dam    broke"
    match = Match(text.index("dam"), text.index("dam") + 3)
    pieces = snippet_pieces(Snippet(0, len(text), text, (match,)), 60)
    assert "".join(shown for shown, _ in pieces) == "    it ended. The dam broke"
    assert ("dam", "match") in pieces


def test_a_snippet_is_shown_around_its_best_match() -> None:
    text = f"The gate of the dam{' and of the mill' * 6} held, and over 600 came."
    matches = tuple(Match(text.index(word), text.index(word) + 3) for word in ("of", "600"))
    row = SearchRow(
        replace(HIT, snippets=(snippet := Snippet(0, len(text), text, matches, 1),)), snippet
    )
    shown = "".join(piece for piece, _ in snippet_pieces(snippet, 40))
    assert "over 600 came" in shown
    assert row.target == matches[1]
