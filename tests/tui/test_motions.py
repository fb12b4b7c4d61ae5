"""Motions and selections: whole characters, words, sentences and paragraphs."""

from __future__ import annotations

from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import Placed
from annotations.model import Annotation
from corpus.article import Article, ArticleFile
from corpus.span import Span
from corpus.understanding.analysis import Analysis, Mention, Metadata, Quantity
from corpus.understanding.statements.quotations import find_quotations
from tests.tui.conftest import FERRY
from tui.article.document import Document
from tui.article.reading import BY_ROWS, BY_TEXT, JUMPS, Reading, nothing_there
from tui.layout import motions, selection
from tui.layout.pairs import matching, quotations_around
from tui.layout.selection import Selection
from tui.layout.wrap import Layout
from tui.safe_text import safe

TEXT = "The dam burst. Over 1,600 people fled!\n\nNobody’s house in Old-Town stood."
SENTENCES = (Span(0, 14), Span(15, 38), Span(40, 73))
PARAGRAPHS = (Span(0, 38), Span(40, 73))
# Letters with marks, emoji of several parts, flags, Hangul in letters, signs and line ends.
PIECES = st.sampled_from(
    [
        *("a", "e\u0301", "!", ". ", " ", "\n", "\n\n", "“", "”", "(", ")", "Wort", "1,600"),
        *(
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f1e9\U0001f1ea",
            "ক্ষি",
            "하",
            "\u1112\u1161",
        ),
        *("!\u0301", "z" + 7 * "\u0323", "水", "1\ufe0f\u20e3", "\u200d", "ำ", "https://a.example"),
    ]
)
SAFE_TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join)
).map(safe)  # fmt: skip


def clusters(text: str) -> list[int]:
    """Return where the grapheme clusters of a text begin."""
    return [found.start() for found in regex.finditer(r"\X", text)]


def words_from(text: str) -> list[str]:
    found, place = [], 0
    while True:
        word = motions.word_at(text, place)
        found.append(word.cut(text) if word else "")
        after = motions.next_word(text, place)
        if after <= place or motions.word_at(text, after) is None:
            return found
        place = after


def document_of(text: str) -> Document:
    """Return the document of an article of which only the text is known."""
    return Document.of(Article(ArticleFile("a.txt", "", 0, 0), text, "text/1", ""))


def reading_of(text: str, cursor: int) -> Reading:
    """Return what a motion starts from, in an article of which only the text is known."""
    return Reading(document_of(text), Layout(text, 20), cursor, 3)


def test_left_is_left_on_the_screen_in_paragraphs_that_go_from_right_to_left() -> None:
    text = "ab\n\nאבג abc דה"
    left, right = BY_TEXT["reader.character_left"], BY_TEXT["reader.character_right"]
    assert (left(reading_of(text, 1), 1), right(reading_of(text, 0), 1)) == (0, 1)
    assert (left(reading_of(text, 4), 2), right(reading_of(text, 6), 2)) == (6, 4)
    # Words of the other direction do not turn the paragraph round.
    assert (left(reading_of(text, 8), 1), right(reading_of(text, 9), 1)) == (9, 8)


def test_the_next_character_is_the_one_that_is_read_next_in_either_direction() -> None:
    text = "left to right\n\nמימין לשמאל\n"
    for word, keys in (("left", "lef"), ("מימין", "מימ")):
        start = text.index(word)
        place = BY_TEXT["reader.character_next"](reading_of(text, start), 2)
        assert text[start : place + 1] == keys
        assert BY_TEXT["reader.character_previous"](reading_of(text, place), 2) == start


def test_words_keep_their_apostrophes_hyphens_and_separators() -> None:
    assert words_from("Nobody’s ‘old-town’ lost 1,600 (U.S.) men.") == [
        *("Nobody’s", "‘", "old-town", "’", "lost", "1,600", "(", "U.S", ".)", "men", ".")
    ]


def test_a_word_keeps_its_combining_marks() -> None:
    assert words_from("cafe\u0301s no\u0308tig.") == ["cafe\u0301s", "no\u0308tig", "."]


def test_a_word_longer_than_what_is_looked_at_first_is_one() -> None:
    text = "a " + 3000 * "x" + " b"
    assert motions.word_at(text, 1500) == Span(2, 3002)
    assert motions.previous_word(text, 3003) == 2
    assert motions.next_word(text, 2) == 3003


def test_word_motions_go_forward_and_come_back() -> None:
    assert motions.next_word(TEXT, 0) == 4
    assert motions.word_end(TEXT, 4) == 6
    assert motions.word_end(TEXT, 6) == 12
    assert motions.previous_word(TEXT, 6) == 4
    assert motions.previous_word(TEXT, 4) == 0


@given(SAFE_TEXTS.filter(bool), st.data())
def test_the_cluster_of_every_character_is_found(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    starts = clusters(text)
    assert motions.cluster_start(text, offset) == max(s for s in starts if s <= offset)
    assert motions.last_offset(text) == starts[-1]


def test_a_cluster_of_a_thousand_marks_is_one_step() -> None:
    text = "水水" + 1000 * "\u0301" + "水"
    assert motions.next_character(text, 1) == 1002
    assert motions.previous_character(text, 1002) == 1
    assert motions.cluster_start(text, 700) == 1


@given(SAFE_TEXTS.filter(bool))
def test_stepping_by_characters_meets_every_cluster_once(text: str) -> None:
    forward, place = [0], 0
    while (after := motions.next_character(text, place)) > place:
        forward.append(after)
        place = after
    backward = [place]
    while (before := motions.previous_character(text, place)) < place:
        backward.append(before)
        place = before
    assert forward == backward[::-1] == clusters(text)


@given(SAFE_TEXTS.filter(bool))
def test_going_by_words_comes_back_over_the_same_words(text: str) -> None:
    forward, place = [], motions.next_word(text, 0)
    while (word := motions.word_at(text, place)) and word.start == place and place not in forward:
        forward.append(place)
        place = motions.next_word(text, place)
    backward, place = [], len(text)
    while (before := motions.previous_word(text, place)) < place:
        if motions.word_at(text, before) is None:
            break
        backward.append(before)
        place = before
    assert set(forward) <= set(backward)


@given(SAFE_TEXTS.filter(bool), st.data())
def test_no_motion_leaves_the_text(text: str, data: st.DataObject) -> None:
    motion = data.draw(st.sampled_from(sorted(BY_ROWS | BY_TEXT | JUMPS)))
    cursor = data.draw(st.sampled_from(clusters(text)))
    count = data.draw(st.sampled_from([1, 2, 7, 99_999]))
    reading = reading_of(text, cursor)
    if motion in JUMPS:
        place = JUMPS[motion](reading, data.draw(st.sampled_from([None, count])))
    else:
        place = (BY_ROWS | BY_TEXT)[motion](reading, count)
    assert place is None or 0 <= place <= len(text)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(1, 8), st.data())
def test_as_many_units_back_as_forward_lead_home(
    sizes: list[int], count: int, data: st.DataObject
) -> None:
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    units = tuple(Span(start, start + size) for start, size in zip(starts, sizes, strict=True))
    home = data.draw(st.sampled_from(starts))
    place, steps = home, 0
    while steps < count and (after := motions.next_unit(units, place)) is not None:
        place, steps = after, steps + 1
    for _ in range(steps):
        before = motions.previous_unit(units, place)
        assert before is not None
        place = before
    assert place == home


def test_paragraphs_and_sentences_are_seen_before_they_are_known() -> None:
    reading = reading_of(FERRY, 0)
    ferry = BY_TEXT["reader.paragraph_next"](reading, 1)
    assert FERRY[ferry:].startswith("The ferry")
    nobody = BY_TEXT["reader.sentence_next"](reading, 2)
    assert FERRY[nobody:].startswith("“Nobody")
    again = reading_of(FERRY, nobody)
    assert BY_TEXT["reader.paragraph_previous"](again, 1) == ferry


def test_a_percentage_is_that_of_the_rows() -> None:
    reading = reading_of(200 * "row\n", 0)
    percent = JUMPS["reader.percent"]
    assert percent(reading, 50) == 400
    assert percent(reading, 100) == percent(reading, 250) == 199 * 4


def test_brackets_and_quotation_marks_lead_to_each_other() -> None:
    text = "He (a man [of Marn]) said: “It (the ferry) sank.” Then he left."
    quotations = quotations_around(text, (Span(0, len(text)),), 0)
    there = {text.index(sign): text.rindex(sign) for sign in ("(a", "[", "“")}
    assert set(there)
    assert matching(text, quotations, 0) == text.index(")")
    assert matching(text, quotations, text.index(")")) == text.index("(")
    assert matching(text, quotations, text.index("[")) == text.index("]")
    assert matching(text, quotations, text.index("“")) == text.index("”")
    assert matching(text, quotations, text.index("”")) == text.index("“")
    assert matching(text, quotations, text.index("Then")) is None
    assert matching("a (b", (), 0) is None


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
        span = selection.grown(span, TEXT, (), SENTENCES, PARAGRAPHS)
        seen.append(span.cut(TEXT))
    assert seen == ["1,600", "Over 1,600 people fled!", TEXT[:38], TEXT[:38]]


def test_a_selection_over_two_sentences_grows_to_both() -> None:
    grown = selection.grown(Span(8, 24), TEXT, (), SENTENCES, PARAGRAPHS)
    assert grown.cut(TEXT) == "burst. Over 1,600"
    assert selection.grown(grown, TEXT, (), SENTENCES, PARAGRAPHS) == Span(0, 38)


def test_a_selection_grows_to_what_is_quoted_then_takes_its_marks() -> None:
    text = "He said: “The dam burst. All fled.” Then he left."
    sentences = (Span(0, 24), Span(25, 35), Span(36, 49))
    quotations = find_quotations(text, (Span(0, len(text)),))
    span, seen = Span(14, 15), []
    for _ in range(5):
        span = selection.grown(span, text, quotations, sentences, (Span(0, len(text)),))
        seen.append(span.cut(text))
    quoted = "The dam burst. All fled."
    assert seen == ["dam", quoted[:14], quoted, f"“{quoted}”", text[:35]]


@given(SAFE_TEXTS.filter(bool), st.data())
def test_growing_never_loses_anything_and_comes_to_an_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=5))})
    units = tuple(Span(*pair) for pair in pairwise(cuts))
    quotations = find_quotations(text, (Span(0, len(text)),))
    for _ in range(8):
        grown = selection.grown(span, text, quotations, units, units)
        assert grown.start <= span.start
        assert span.end <= grown.end
        if grown == span:
            return
        span = grown
    raise AssertionError("it grows and grows")


@given(SAFE_TEXTS.filter(bool), st.data())
def test_a_selection_of_a_span_holds_whole_clusters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    selected = selection.of_span(span, text).span(text)
    assert selected.start <= span.start < span.end <= selected.end
    assert {selected.start, selected.end} <= {*clusters(text), len(text)}


@given(st.integers(0, 72), st.integers(0, 72))
def test_a_selection_holds_both_its_ends(anchor: int, cursor: int) -> None:
    span = Selection(anchor, cursor).span(TEXT)
    assert span.covers(anchor)
    assert span.covers(cursor)
    assert Selection(anchor, cursor).swapped().span(TEXT) == span


def test_the_selection_of_a_span_is_that_span() -> None:
    assert selection.of_span(Span(4, 7), TEXT).span(TEXT) == Span(4, 7)


def test_where_there_is_no_annotation_to_go_to_those_without_a_place_are_told() -> None:
    read = reading_of(TEXT, 0).document
    assert nothing_there(read, "number", 1).startswith("Still reading the article")
    document = read.with_analysis(Analysis(Metadata()))
    here = Placed(Annotation("a-1", quote="dam", at=Span(4, 7)), "ok", Span(4, 7))
    lost = Placed(Annotation("a-2", quote="mill", at=Span(4, 8)), "lost", None)
    unclear = Placed(Annotation("a-3", quote="weir", at=Span(4, 8)), "ambiguous", None)
    whole = Placed(Annotation("a-4", note="All of it."), "ok", None)

    def told(*placed: Placed) -> str:
        return nothing_there(document.with_annotations(placed, ()), "annotation", 1)

    assert told(whole) == "No annotation in this article"
    assert told(here, whole) == "No annotation after this"
    assert told(lost, whole).startswith("No annotation in this article has a place: 1 lost, {")
    assert told(here, lost, unclear).startswith("No annotation after this: 2 ambiguous or lost, {")
    assert nothing_there(document, "number", -1) == "No number in this article"
    assert "{reader.find}" in nothing_there(document, "match", 1)


def test_jumps_pass_over_what_stands_in_furniture() -> None:
    text = "Read more: 3 boats lost off Marn\n\nA boat had 12 men of Marn aboard.\n"
    boats, men = text.index("3"), text.index("12")
    place, other = text.index("Marn"), text.rindex("Marn")
    analysis = Analysis(
        Metadata(),
        mentions=tuple(
            Mention(at, at + 4, "Marn", "PLACE", "place:marn", "Marn", in_furniture=at == place)
            for at in (place, other)
        ),
        quantities=tuple(
            Quantity(at, end, text[at:end], "count", in_furniture=at == boats)
            for at, end in ((boats, boats + 1), (men, men + 2))
        ),
    )
    document = document_of(text).with_analysis(analysis)
    assert document.jump("number", 0, 1) == men
    assert document.jump("entity", 0, 1) == other
    assert document.jump("entity", other, -1) is None
