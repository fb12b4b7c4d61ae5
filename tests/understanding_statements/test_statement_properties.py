"""What holds of the statements of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.statements.quotations import find_quotations
from corpus.understanding.word_set import word_set
from tests.understanding_statements.conftest import statements_of

PIECES = st.lists(
    st.sampled_from(
        [
            *sorted(
                word_set(
                    """
                " “ ” ‘ ’ ' « » „ `` '' Ann Keller said says that told according to citing quoted
                as saying adding and the minister , . ? ! : ; – ( ) he she it they who was is not
                Oslo Reuters on Sunday bridge closed whether Mr. 1,600 's
                """
                )
            ),
            "\n",
            "\n\n",
        ]
    ),
    max_size=60,
)


@given(PIECES)
@settings(deadline=None)
def test_every_part_lies_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for each in statements_of(text):
        assert 0 <= each.start <= each.content.start < each.content.end <= each.end <= len(text)
        assert each.content.cut(text) == each.content.cut(text).strip()
        if each.cue is not None:
            assert each.cue.cut(text).strip()
        if each.speaker is not None:
            assert each.speaker.name
            assert 0 <= each.speaker.start < each.speaker.end <= len(text)


@given(PIECES)
@settings(deadline=None)
def test_statements_come_in_the_order_of_their_contents(pieces: list[str]) -> None:
    statements = statements_of(" ".join(pieces))

    for first, second in pairwise(statements):
        assert first.content.start <= second.content.start


@given(st.one_of(st.text(alphabet="\"“”‘’'«»„` aA.,\n", max_size=80), PIECES.map("".join)))
@settings(deadline=None)
def test_quotations_are_disjoint_and_hold_their_content(text: str) -> None:
    quotations = find_quotations(text, split_paragraphs(text))

    for each in quotations:
        assert each.start < each.content.start <= each.content.end <= each.end <= len(text)
    for first, second in pairwise(quotations):
        assert first.end <= second.start


def test_a_hundred_thousand_marks_are_read() -> None:
    assert statements_of("“" * 100_000) == ()
    assert statements_of('"a ' * 50_000) == ()
