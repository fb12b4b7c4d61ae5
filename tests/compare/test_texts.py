"""Two texts compared: sentences that answer each other, words and figures that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.compare.alignment import NotWantedError
from corpus.compare.texts import Comparison, compared
from corpus.compare.wording import wordings
from corpus.compare.words import other_words
from corpus.understanding.analysis import Analysis, Furniture, Metadata
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.quantities.finding import find_quantities
from corpus.understanding.sentences import split_sentences

REPORT = """The ferry Halcyon ran aground off Marn on Tuesday with 1,600 people aboard.

Nobody was hurt, the harbour master of Marn said. Rescue boats reached the ship within an hour.

The company will pay for the repairs of the lighthouse.
"""


def known(text: str, furniture: tuple[Furniture, ...] = ()) -> tuple[str, Analysis]:
    paragraphs = split_paragraphs(text)
    sentences = split_sentences(text, paragraphs)
    quantities = find_quantities(text, sentences, furniture, None)
    return text, Analysis(
        Metadata(),
        furniture=furniture,
        paragraphs=paragraphs,
        sentences=sentences,
        quantities=quantities,
    )


def compare(one: str, other: str) -> Comparison:
    return compared(known(one), known(other))


def test_a_text_does_not_differ_from_itself() -> None:
    found = compare(REPORT, REPORT)

    assert found.differences == ()
    assert found.same == 4


def test_case_punctuation_and_line_ends_are_no_difference() -> None:
    other = REPORT.replace("on Tuesday", "On\u00a0Tuesday,").replace("said. ", "said.\n\n")

    assert compare(REPORT, other).differences == ()


def test_a_figure_that_was_corrected_is_marked_in_both_and_laid_side_by_side() -> None:
    other = REPORT.replace("with 1,600 people", "with over 1,500 people")

    found = compare(REPORT, other)

    (each,) = found.differences
    assert each.kind == "changed"
    (words,) = each.words
    assert words.left is not None
    assert words.right is not None
    assert words.left.cut(REPORT) == "1,600"
    assert words.right.cut(other) == "over 1,500"
    (figures,) = each.figures
    assert figures.left is not None
    assert figures.right is not None
    assert (figures.left.value, figures.left.bound) == (1600, None)
    assert (figures.right.value, figures.right.bound) == (1500, "over")
    thing = found.things[0]
    assert thing.differ
    assert [len(thing.left), len(thing.right)] == [1, 1]


def test_a_bound_alone_and_a_sign_alone_are_differences() -> None:
    over = compare(REPORT, REPORT.replace("1,600", "over 1,600"))
    cold = compare("It was 5 degrees in Marn.", "It was -5 degrees in Marn.")
    money = compare("The repair cost $5 in all.", "The repair cost €5 in all.")

    assert len(over.figures) == 1
    assert [len(each.differences) for each in (cold, money)] == [1, 1]


def test_what_one_text_alone_has_is_said_with_the_place_where_it_would_stand() -> None:
    added = "Divers from Oskar were expected on Friday."
    other = REPORT.replace("The company", f"{added}\n\nThe company")

    (each,) = compare(REPORT, other).differences
    (gone,) = compare(other, REPORT).differences

    assert (each.kind, gone.kind) == ("right", "left")
    assert each.right.cut(other) == added
    assert each.left.start == each.left.end == REPORT.index("hour.") + len("hour.")
    assert gone.left.cut(other) == added


def test_a_sentence_that_stands_elsewhere_was_moved() -> None:
    one, two, three, four = (f"{name} went to Marn by boat." for name in ("Ada", "Bo", "Cy", "Di"))
    moved = "The company of Oskar will pay for all the repairs of the lighthouse."
    found = compare(
        " ".join((moved, one, two, three, four)), " ".join((one, two, three, four, moved))
    )

    (each,) = found.differences
    assert (each.kind, each.words) == ("moved", ())


def test_a_sentence_parted_in_two_is_still_one_with_its_words() -> None:
    one = "Nobody was hurt in Marn, and rescue boats reached the grounded ship within an hour."
    other = "Nobody was hurt in Marn. Rescue boats reached the grounded ship within an hour."

    (each,) = compare(one, other).differences

    assert each.kind == "changed"
    assert [words.left and words.left.cut(one) for words in each.words] == ["and"]


def test_reports_in_other_words_are_brought_side_by_side() -> None:
    one = "Heavy rain fell.\n\nThe ferry Halcyon ran aground off Marn, its owner said.\n\nAll well."
    other = "In Marn the owner of a ferry spoke of the Halcyon.\n\nNothing else is known of it."

    found = compare(one, other)

    assert (one.index("The ferry"), 0) in found.anchors


def test_furniture_is_no_part_of_a_text() -> None:
    clock = "Tuesday, 12:01 GMT\n\n"
    found = compared(
        known(clock + REPORT, (Furniture(0, len(clock.strip()), "clock"),)), known(REPORT)
    )

    assert found.differences == ()


def test_a_comparison_that_is_not_wanted_any_more_stops() -> None:
    with pytest.raises(NotWantedError):
        compared(known(REPORT), known(REPORT[::-1]), lambda: False)


WORDS = st.sampled_from(["ferry", "Marn", "1,600", "the", "of", "boat", "Vask", "over", "$5"])
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=12)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_answered_or_alone_and_what_is_not_marked_is_the_same(
    one: list[str], other: list[str]
) -> None:
    left, right = (".\n\n".join(sentences) for sentences in (one, other))
    found = compare(left, right)

    for text, side in ((left, 0), (right, 1)):
        alone = [each for each in found.differences if each.kind == ("left", "right")[side]]
        spans = sorted((s.left, s.right)[side].start for s in alone)
        assert spans == sorted(set(spans))
        assert all(0 <= a.left.start <= a.left.end <= len(left) for a in alone)
        assert all(a.right.end <= len(right) for a in alone)
        sentences = len(list(wordings(text, known(text)[1].sentences)))
        assert found.same + found.alike <= sentences
    for each, later in zip(found.anchors, found.anchors[1:], strict=False):
        assert each[0] < later[0]
        assert each[1] < later[1]


@given(st.lists(WORDS, min_size=1, max_size=30), st.lists(WORDS, min_size=1, max_size=30))
def test_without_the_words_that_differ_two_sentences_are_the_same(
    one: list[str], other: list[str]
) -> None:
    texts = " ".join(one), " ".join(other)
    left, right = (
        next(wordings(text, split_sentences(text, split_paragraphs(text)))) for text in texts
    )

    runs = other_words(left, right)

    rest = []
    for wording, spans in (
        (left, [run.left for run in runs]),
        (right, [run.right for run in runs]),
    ):
        rest.append(
            [
                form
                for form, place in zip(wording.forms, wording.places, strict=True)
                if not any(span is not None and span.covers(place.start) for span in spans)
            ]
        )
    assert rest[0] == rest[1]
