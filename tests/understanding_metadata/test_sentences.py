"""Sentences: what ends one, and what only looks as if it did."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.abbreviations import MAY_BE_LAST, TITLES
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [span.cut(text) for span in split_sentences(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Odrun Hask met Lt. Col. J. K. Ames of the U.S. Army and Mr. Tell of Inc. Co.",
        "The bill, H.R. 1, was read at 5 p.m. Monday in Velm, D.C. Circles.",
        "No. 5 of vol. 3 costs $1.2 billion, or 3.5 pct, vs. 4.1 in Jan. 2020.",
        "“Who goes there?” Hask asked.",
        "We waited ... and waited, e.g. in the rain, i.e. outside.",
        "The site, www.velm.example, and Ames.Tell fell silent.",
        "Zing! went bankrupt on St. Anna's day.",
        "The catch at the old port of Velm rose by 0.5\nper cent to 1,600.25 tonnes.",
        "George W. Tell and P. Ansgar spoke.",
        "Retired Maj. Gen. J. B. Ames and Lt. Gov. Hask spoke.",
        "They met at 5 p.m. Velm time.",
        "Fresh! Inc. closed.",
        "It was built c. 1850 and is 6 ft. 2 in. high.",
        "U.S. Officials Say Bridge Is Safe",
        "Ames, of the Univ. of Velm, and Sen. Tell, D-Calif., left.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed.”| She said so twice.",
        '"It is over."| "We have won," he said.',
        "He left at 6 a.m.| Police came.",
        "They live in the U.S.| The rest went home.",
        "It was built by Hask Bros.| In 1931 it burned.",
        "Really?!| Yes.| No!| “Who is it?”| He left.",
        "In 2015.| 20 people stayed.",
        "He waited...| Then it came.",
        "The dam failed (at night.)| It was cold.[1][2]| The end.",
        "Plan B.| He went.",
        "It was plan B.| Hask liked it.",
        "It was World War I.| Ames had come.",
        "So did I.| Hask left.",
        "They live in the U.S.| Officials said so.",
        "It was bought by Hask Inc.| Shares rose.",
        "He works for the F.B.I.| Nobody knew.",
        "It was sold to Ames & Co.| “We left,” he said.",
        "He moved to Velm, Ariz.| The town was small.",
        "It fell on Tuesday.| al-Vara was next.",
        "it was late.| they went home.",
        "A bridge, the paper reported.The council denied it.".replace(".The", ".|The"),
        "桥断了。|没有人受伤。",
    ],
)
def test_sentences_end_at_their_stops(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]

    assert sentences(text.replace("|", "")) == parts


def test_a_headline_without_a_stop_is_a_sentence() -> None:
    assert sentences("Bridge closed at Velm\n\nIt was old. It fell.") == [
        "Bridge closed at Velm",
        "It was old.",
        "It fell.",
    ]


def test_wrapped_lines_stay_in_their_sentence() -> None:
    text = (
        "The mayor of Velm said on Monday that the old bridge over the\n"
        "harbour would stay closed. Divers would look at the piers of\n"
        "the bridge, she said."
    )

    assert [sentence.count("\n") for sentence in sentences(text)] == [1, 1]


PIECES = (
    *("Hask", "left", "U.S.", "Mr.", "“No.”", "...", "?!", "5", "p.m.", "\n", "\n\n", " ", "(x.)"),
    *("3.5", "The", "al-Vara", "said.", "said.The", "…", "\u00a0", "[1]", ".", '"', "J."),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
def test_sentences_are_in_order_disjoint_inside_paragraphs_and_cover_them(text: str) -> None:
    paragraphs = split_paragraphs(text)
    spans = split_sentences(text, paragraphs)

    assert all(one.end <= two.start for one, two in pairwise(spans))
    for span in spans:
        assert span.cut(text) == span.cut(text).strip() != ""
        assert any(whole.start <= span.start and span.end <= whole.end for whole in paragraphs)
    outside = list(text)
    for span in spans:
        outside[span.start : span.end] = " " * (span.end - span.start)
    assert not "".join(outside).strip()


NAMES = st.sampled_from(("Hask", "Ames", "Velm", "Tell"))


@given(st.sampled_from(sorted(TITLES - {"st"})), NAMES, NAMES)
def test_no_sentence_ends_between_a_title_and_its_name(title: str, one: str, two: str) -> None:
    text = f"He met {title.capitalize()}. {one} and {title.capitalize()}. {two} there."

    assert sentences(text) == [text]


ABBREVIATIONS = [*sorted(word.capitalize() for word in MAY_BE_LAST), "U.S", "a.m", "Ph.D", "N.V"]


@given(st.sampled_from(ABBREVIATIONS), NAMES)
def test_an_abbreviation_ends_a_sentence_where_one_begins_behind_it(last: str, name: str) -> None:
    first = f"He spoke of {name} {last}."

    assert sentences(f"{first} The rest went home.") == [first, "The rest went home."]
    assert sentences(f"{first} “No,” he said.") == [first, "“No,” he said."]
    assert sentences(f"He spoke of {name} {last}. and went home.") == [
        f"He spoke of {name} {last}. and went home."
    ]
