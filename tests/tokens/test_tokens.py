"""What a word is: the examples of the module, and what must hold for every text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.chosen_words import locate_chosen
from corpus.tokens import Token, locate_words, normal_form, tokenize, words

# Texts in which the hard characters are as common as the easy ones.
PIECES = st.sampled_from(
    [
        *"aBcsSzÉßøıŁ019.,'’‘`-–_ \n\t\u00a0\u2009\u202f\u00ad\u200d\u0301\u0327½²Ⅷ東は한नि٣٤ßʼﬁǅ",
        "1,600",
        "don’t",
        "U.S.",
        "’s",
        "n't",
        "\u2028",
        "\U0001d7d8",
        "\U0001f600",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,600 and 1600", ["1600", "and", "1600"]),
        ("12,34,567 people", ["1234567", "people"]),
        ("1,60 or 1,6000", ["1", "60", "or", "1", "6000"]),
        ("1.5 and 1,600.50", ["1.5", "and", "1600.50"]),
        ("on 18.06.2021", ["on", "18", "06", "2021"]),
        ("2017,2018,2019", ["2017", "2018", "2019"]),
        ("over\u00a01,600\u2009men\u3000now", ["over", "1600", "men", "now"]),
        ("１２ and ٣٤٥", ["12", "and", "345"]),
        ("GMT18 m²", ["gmt", "18", "m", "2"]),
        ("don't DON’T don`t", ["don't"] * 3),
        ("Ostrava's Ostrava’s James's", ["ostrava", "ostrava", "james"]),
        ("the miners' O'Hara Sana‘a", ["the", "miners", "ohara", "sanaa"]),
        ("counter-terrorism counter‑terrorism counter–terrorism", ["counter", "terrorism"] * 3),
        ("co\u00adoperate snake_case", ["cooperate", "snake", "case"]),
        ("U.S. U.S.-led a.m. end.A", ["us", "us", "led", "am", "end", "a"]),
        ("Café CAFE\u0301 Łódź Straße ﬁne", ["cafe", "cafe", "lodz", "strasse", "fine"]),
        ("ʿAbd al-Raḥmān", ["abd", "al", "rahman"]),
        ("東京へ ไทย 한국", ["東", "京", "へ", "ไ", "ท", "ย", "한국"]),
        ("“quoted” «words»…", ["quoted", "words"]),
        ("' ’s -- … \u0301", ["s"]),
        ("", []),
    ],
)
def test_words_of(text: str, expected: list[str]) -> None:
    assert [token.word for token in tokenize(text)] == expected


def test_a_possessive_ending_lies_outside_the_span() -> None:
    text = "in Ostrava’s mines"

    assert [text[token.start : token.end] for token in tokenize(text)] == ["in", "Ostrava", "mines"]


def test_the_dots_of_an_acronym_lie_inside_the_span() -> None:
    assert list(tokenize("the U.N. says")) == [
        Token(0, 3, "the"),
        Token(4, 8, "un"),
        Token(9, 13, "says"),
    ]


@given(TEXTS)
@example("ﾞ")
@example("ﷺ")
def test_spans_are_ordered_disjoint_inside_and_words_not_empty(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        assert token.word
        assert not any(char.isspace() for char in token.word)
        end = token.end


@given(TEXTS, TEXTS, st.sampled_from(" \n\u00a0\u2003"))
def test_a_space_divides_without_changing_what_stands_beside_it(
    left: str, right: str, space: str
) -> None:
    shift = len(left) + 1
    expected = [
        *tokenize(left),
        *(Token(token.start + shift, token.end + shift, token.word) for token in tokenize(right)),
    ]

    assert list(tokenize(left + space + right)) == expected


@given(TEXTS)
def test_the_fast_ways_give_the_same_words(text: str) -> None:
    tokens = list(tokenize(text))

    assert words(text) == [token.word for token in tokens]
    assert list(locate_words(text)) == [(token.start, token.end, token.word) for token in tokens]


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_a_letter_of_another_script_changes_no_other_word(text: str) -> None:
    """Texts that are only Latin take a faster way; it must give what the general one gives."""
    assert [*words(text), "щ"] == words(text + " щ")


@given(st.from_regex(r"[a-z]+", fullmatch=True))
def test_letter_case_does_not_matter(word: str) -> None:
    assert words(word.upper()) == words(word) == [word]


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_with_groups_is_the_number(number: int) -> None:
    assert words(f"{number:,}") == [str(number)]


@given(TEXTS)
def test_a_word_in_its_normal_form_stays_as_it_is(text: str) -> None:
    for word in words(text):
        if word.isalnum():
            assert normal_form(word) == word


@given(TEXTS, st.data())
@example("18a A.B.a Sana'a's 1,600.5 d.on`t", None)
def test_chosen_words_are_those_of_all_that_were_chosen(
    text: str, data: st.DataObject | None
) -> None:
    located = list(locate_words(text))
    known = st.sampled_from([word for *_, word in located] or ["a"])
    if data is None:
        wanted, beginnings = {"a", "don't", "1600.5"}, ["s", "16", "ab"]
    else:
        wanted = data.draw(st.sets(known, max_size=3))
        beginnings = [word[:2] for word in data.draw(st.lists(known, max_size=2))]
    starts = tuple(beginnings)

    assert locate_chosen(text, frozenset(wanted), starts) == [
        one for one in located if one[2] in wanted or one[2].startswith(starts)
    ]
