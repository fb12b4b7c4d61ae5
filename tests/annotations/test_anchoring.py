"""An annotation found again: `ok` means the very words at the very place, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import STRATEGIES, Placed, context_of, place
from annotations.model import Annotation
from annotations.pieces import Pieces
from annotations.searching import Anchor, SearchedText
from corpus.span import Span

TEXT = (
    "At noon the mayor said 1,600 people were safe. Nobody asked him how he knew.\n"
    "In the evening the mayor said 1,600 people were safe again.\n"
)


def annotated(text: str, words: str, nth: int = 0) -> Annotation:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    before, after = context_of(text, span)
    return Annotation("a-1", quote=words, at=span, before=before, after=after)


def found(annotation: Annotation, text: str) -> str | None:
    placed = place(annotation, text)
    return None if placed.span is None else placed.span.cut(text)


def test_the_words_at_their_place_are_ok() -> None:
    one = annotated(TEXT, "1,600 people", 1)
    assert place(one, TEXT) == Placed(one, "ok", one.at)


def test_words_that_stand_once_elsewhere_have_moved() -> None:
    one = annotated(TEXT, "Nobody asked him")
    placed = place(one, "A new paragraph.\n\n" + TEXT)
    assert (placed.state, found(one, "A new paragraph.\n\n" + TEXT)) == ("moved", one.quote)


@pytest.mark.parametrize("nth", [0, 1])
def test_of_several_places_the_context_tells_the_right_one(nth: int) -> None:
    one = annotated(TEXT, "1,600 people were safe", nth)
    text = "Corrected.\n" + TEXT
    placed = place(one, text)
    assert one.at is not None
    assert placed.state == "moved"
    assert placed.span == Span(one.at.start + 11, one.at.end + 11)


def test_places_that_look_alike_are_ambiguous_and_listed() -> None:
    line = "The river rose by two metres in the night.\n"
    one = annotated(line * 3, "two metres", 1)
    text = "New.\n" + line * 3
    placed = place(one, text)
    assert (placed.state, placed.span) == ("ambiguous", None)
    assert [span.cut(text) for span in placed.candidates] == ["two metres"] * 3
    assert one.at is not None
    assert abs(placed.candidates[0].start - one.at.start) == 5


def test_words_that_are_gone_are_lost() -> None:
    one = annotated(TEXT, "Nobody asked him")
    assert place(one, "Another text altogether.").state == "lost"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("600 people", "There were 1,600 people."),
        ("1,600", "There were 21,600 of them."),
        ("1,600", "There were 1,600,000 of them."),
        ("12", "It cost 12.5 crowns."),
        ("safe", "They are unsafe, in safety."),
    ],
)
def test_words_inside_longer_words_and_figures_are_not_the_words(words: str, text: str) -> None:
    one = Annotation("a-1", quote=words, at=Span(500, 500 + len(words)), before="x ", after=" y")
    assert place(one, text).state == "lost"


def test_a_quote_that_began_inside_a_word_is_found_inside_a_word() -> None:
    one = annotated("The unsafe weir.", "safe weir")
    assert found(one, "Now: the unsafe weir.") == "safe weir"


def test_a_note_on_the_whole_article_is_ok() -> None:
    one = Annotation("a-1", note="All of it.")
    assert place(one, TEXT) == Placed(one, "ok", None)


def test_further_strategies_can_follow() -> None:
    def first_word(anchor: Anchor, searched: SearchedText) -> Placed | None:
        return Placed(anchor.annotation, "changed", Span(0, searched.text.index(" ")))

    one = annotated(TEXT, "Nobody asked him")
    placed = place(one, "Another text.", (*STRATEGIES[:-1], first_word))
    assert (placed.state, placed.span) == ("changed", Span(0, 7))


@given(
    text=st.text(st.sampled_from("ab 1,\n."), min_size=1, max_size=40),
    other=st.text(st.sampled_from("ab 1,\n."), max_size=60),
    ends=st.tuples(st.integers(0, 39), st.integers(1, 40)),
)
def test_ok_and_moved_always_stand_on_the_very_words(
    text: str, other: str, ends: tuple[int, int]
) -> None:
    start, end = min(ends[0], len(text) - 1), min(ends[1], len(text))
    if start >= end:
        return
    one = annotated_at(text, Span(start, end))
    for now in (text, other, other + text, text[1:]):
        placed = place(one, now)
        at_place = now[start:end] == one.quote
        assert (placed.state == "ok") == at_place
        if placed.state in ("ok", "moved") and placed.span is not None:
            assert Pieces(placed.span.cut(now)).forms == Pieces(one.quote or "").forms


def annotated_at(text: str, span: Span) -> Annotation:
    before, after = context_of(text, span)
    return Annotation("a-1", quote=span.cut(text), at=span, before=before, after=after)


def test_words_that_stand_everywhere_are_ambiguous_without_looking_everywhere() -> None:
    text = "the enemy seemed everywhere here " * 10_000
    searched = SearchedText(text)
    one = Annotation("a-1", quote="e", at=Span(9_000_000, 9_000_001), before="x" * 100_000)
    for _ in range(1_000):
        placed = place(one, searched)
        assert (placed.state, placed.span) == ("ambiguous", None)
        assert all(span.cut(text) == "e" for span in placed.candidates)


def test_all_annotations_of_a_text_share_what_may_be_looked_at() -> None:
    text = "one two " * 4_000 + "three"
    searched = SearchedText(text)
    often = Annotation("a-1", quote="one", at=Span(9_000_000, 9_000_003))
    states = {place(often, searched).state for _ in range(200)}
    assert states == {"ambiguous"}
    assert not searched.may_look_at(1)
    once = Annotation("a-2", quote="three", at=Span(0, 5))
    assert place(once, searched).state == "ambiguous"
    assert place(once, text).state == "moved"
    there = Annotation("a-3", quote="one", at=Span(0, 3))
    assert place(there, searched).state == "ok"


def test_long_words_that_repeat_themselves_are_not_searched_for_without_end() -> None:
    searched = SearchedText("a " * 300_000)
    starts, complete = searched.starts("a " * 100_000)
    assert 0 < len(starts) < 2_000
    assert not complete
    assert searched.starts("b") == ([], False)
