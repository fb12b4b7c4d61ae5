"""Motions and selections: whole characters, words, sentences and paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from tui.layout import motions, selection
from tui.layout.selection import Selection
from tui.safe_text import safe

TEXT = "The dam burst. Over 1,600 people fled!\n\nNobody’s house in Old-Town stood."
SENTENCES = (Span(0, 14), Span(15, 38), Span(40, 73))
PARAGRAPHS = (Span(0, 38), Span(40, 73))
SAFE_TEXTS = st.text(max_size=80).map(safe)


def words_from(text: str) -> list[str]:
    found, place = [], 0
    while True:
        word = motions.word_at(text, place)
        found.append(word.cut(text) if word else "")
        after = motions.next_word(text, place)
        if after <= place or motions.word_at(text, after) is None:
            return found
        place = after


def test_words_keep_their_apostrophes_hyphens_and_separators() -> None:
    assert words_from("Nobody’s ‘old-town’ lost 1,600 (U.S.) men.") == [
        *("Nobody’s", "‘", "old-town", "’", "lost", "1,600", "(", "U.S", ".)", "men", ".")
    ]


def test_word_motions_go_forward_and_come_back() -> None:
    assert motions.next_word(TEXT, 0) == 4
    assert motions.word_end(TEXT, 4) == 6
    assert motions.word_end(TEXT, 6) == 12
    assert motions.previous_word(TEXT, 6) == 4
    assert motions.previous_word(TEXT, 4) == 0


@given(SAFE_TEXTS.filter(bool), st.data())
def test_characters_are_left_whole_in_both_directions(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    after = motions.next_character(text, offset)
    assert offset <= after < len(text)
    before = motions.previous_character(text, offset)
    assert 0 <= before <= offset
    assert before < offset or offset == 0


@given(SAFE_TEXTS.filter(bool))
def test_stepping_by_characters_meets_every_cluster_once(text: str) -> None:
    forward, place = [0], 0
    while (after := motions.next_character(text, place)) > place:
        forward.append(after)
        place = after
    # The last step may stop inside a cluster that ends the text; from there all starts come back.
    backward, place = [place], place
    while (before := motions.previous_character(text, place)) < place:
        backward.append(before)
        place = before
    assert set(forward[:-1]) <= set(backward)


def test_a_combined_character_is_one_step_and_one_selection() -> None:
    text = "e\u0301te"
    assert motions.next_character(text, 0) == 2
    assert motions.previous_character(text, 2) == 0
    assert Selection(0, 0).span(text) == Span(0, 2)


def test_units_are_found_from_inside_and_between() -> None:
    assert motions.unit_at(SENTENCES, 20) == SENTENCES[1]
    assert motions.unit_at(SENTENCES, 14) == SENTENCES[0]
    assert motions.next_unit(SENTENCES, 0) == 15
    assert motions.next_unit(SENTENCES, 40) is None
    assert motions.previous_unit(SENTENCES, 15) == 0
    assert motions.previous_unit(SENTENCES, 0) is None
    assert motions.unit_at((), 3) is None


def test_a_selection_grows_by_word_sentence_and_paragraph_and_no_further() -> None:
    span, seen = Span(22, 23), []
    for _ in range(4):
        span = selection.grown(span, TEXT, SENTENCES, PARAGRAPHS)
        seen.append(span.cut(TEXT))
    assert seen == ["1,600", "Over 1,600 people fled!", TEXT[:38], TEXT[:38]]


def test_a_selection_over_two_sentences_grows_to_both() -> None:
    grown = selection.grown(Span(8, 24), TEXT, SENTENCES, PARAGRAPHS)
    assert grown.cut(TEXT) == "burst. Over 1,600"
    assert selection.grown(grown, TEXT, SENTENCES, PARAGRAPHS) == Span(0, 38)


@given(st.integers(0, 72), st.integers(0, 72))
def test_a_selection_holds_both_its_ends(anchor: int, cursor: int) -> None:
    span = Selection(anchor, cursor).span(TEXT)
    assert span.covers(anchor)
    assert span.covers(cursor)
    assert Selection(anchor, cursor).swapped().span(TEXT) == span


def test_the_selection_of_a_span_is_that_span() -> None:
    assert selection.of_span(Span(4, 7), TEXT).span(TEXT) == Span(4, 7)
