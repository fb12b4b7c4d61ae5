"""Numbers in a query and in the articles, however either writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from corpus.tokens import words
from index.opening import open_index
from index.problems import QueryError
from index.query.numerals import forms_of, numbers_in, read_number
from index.query.parsing import parse_query
from index.query.tree import Field, Figures

Write = Callable[[Mapping[str, str]], Path]

FORMS = {
    1_500_000_000: ("one and a half billion", "1.5 billion", "a billion and a half", "150 crore"),
    1_500_000: ("1½ million", "one and a half million", "15 lakh", "a million and a half"),
    500_000: ("half a million", "half-million", "½ million", "0.5 million", "5 lakh", "five lakh"),
    750_000: ("three quarters of a million", "0.75 million"),
    250_000: ("a quarter of a million", "quarter of a million", "2.5 lakh"),
    2_500: ("two and a half thousand", "2½ thousand", "2 and a half thousand", "2.5 thousand"),
    15_000_000: ("1.5 crore", "15 million"),
    1_600_000: ("one point six million", "1.6 million", "1,600,000", "16 lakh"),
    1_600: ("1'600", "1’600", "1\u202f600", "1\u00a0600", "sixteen hundred"),
    24: ("two dozen", "twenty-four"),
    12: ("a dozen", "twelve"),
    6: ("half a dozen", "six"),
}


@pytest.mark.parametrize(
    ("value", "text"), [(value, text) for value, texts in FORMS.items() for text in texts]
)
def test_a_number_is_one_however_it_is_written(value: int, text: str) -> None:
    assert read_number(words(text), grouped=True) == value
    assert tuple(words(text)) in forms_of(value)


@pytest.mark.parametrize("text", ["half", "a quarter", "one", "a", "1 600", "007"])
def test_what_is_no_number_by_itself(text: str) -> None:
    assert read_number(words(text)) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between one hundred and two hundred", [100, 200]),
        ("one hundred six hundred", [100, 600]),
        ("between one thousand and two thousand", [1000, 2000]),
        ("two million and six hundred thousand", [2_600_000]),
        ("one hundred and two thousand", [102_000]),
        ("three point five", [3.5]),
        ("at one point six men", [6]),
        ("two hundred and zero", [200, 0]),
    ],
)
def test_numbers_beside_each_other_are_told_apart(text: str, values: list[float]) -> None:
    assert [value for _, _, value in numbers_in(words(text))] == values


@pytest.mark.parametrize("value", [9_999_999, 1_000_000_001, 1_500_000_000_001, 1_600, 3.25])
def test_a_form_is_read_as_the_number_that_it_writes(value: float) -> None:
    assert {read_number(form, grouped=True) for form in forms_of(value)} == {value}


def test_every_form_of_a_number_finds_all_articles_with_any_of_them(write_articles: Write) -> None:
    texts = FORMS[1_500_000_000]
    articles = {f"{at}.txt": f"The dam cost {text} crowns.\n" for at, text in enumerate(texts)}
    index = open_index(open_corpus(write_articles(articles)))
    index.update()

    for text in (*texts, f'"{texts[0]} crowns"', 'number:"1.5 billion"'):
        index.learn(text)
        assert {hit.article for hit in index.search(text).hits} == set(articles), text


@pytest.mark.parametrize(
    ("query", "low", "high"),
    [
        ('number:"one and a half billion"', 1_500_000_000, 1_500_000_000),
        ('number:"tens of thousands"', 20_000, inf),
        ('number:"a hundred-odd"', 100, 100),
        ('number:"between 2,500 and 4,000"', 2_500, 4_000),
        ('number:"at least sixteen hundred"', 1_600, inf),
        ("number:1'600", 1_600, 1_600),
        ("number:1\u202f600..2\u00a0400", 1_600, 2_400),
        ("number: > 5", 5, inf),
        ("number:1.234.567", 1_234_567, 1_234_567),
        ('number:"2..4 million"', 2_000_000, 4_000_000),
        ("number:900..1.5k", 900, 1_500),
        ('number:"1 million".."half a billion"', 1_000_000, 500_000_000),
        ('number:>="1.5 million"', 1_500_000, inf),
        ('number:"1.5 million"..', 1_500_000, inf),
    ],
)
def test_figures_are_read_as_articles_say_them(query: str, low: float, high: float) -> None:
    node = parse_query(query)

    assert isinstance(node, Field)
    assert isinstance(node.value, Figures)
    assert (node.value.low, node.value.high) == (low, high)


@pytest.mark.parametrize("value", ["007", '"5 May"', "half", '"1600 fighters"', "10-15", '"a lot"'])
def test_what_is_no_number_is_said(value: str) -> None:
    with pytest.raises(QueryError, match="this is no number"):
        parse_query(f"number:{value}")


def test_groups_of_digits_between_common_spaces_are_words_of_their_own() -> None:
    assert parse_query("1 600") != parse_query("1\u202f600")


def test_a_number_is_found_in_any_language_and_in_digits_of_any_script(
    write_articles: Write,
) -> None:
    texts = (
        "Погибли 1 600 человек.",
        "Погибли 1\u00a0600 человек.",
        "Bylo tam 1\u2009600 lidí.",
        "قُتل ١٦٠٠ مقاتل",
        "قُتل ١٬٦٠٠ مقاتل",
        "१६०० लोग",
    )
    articles = {f"{at}.txt": f"{text}\n" for at, text in enumerate(texts)}
    index = open_index(open_corpus(write_articles(articles)))
    index.update()

    for query in ("number:1600", "number:١٦٠٠", "sixteen hundred"):
        index.learn(query)
        hits = index.search(query).hits
        assert {hit.article for hit in hits} == set(articles), query
