"""Dates of lines and headers in other languages than English."""

from __future__ import annotations

import pytest

from corpus.understanding.line_kinds.dates import parse_date


@pytest.mark.parametrize(
    "words",
    [
        "5. März 2019",
        "Dienstag, 5. März 2019",
        "Dienstag, den 5. März 2019, 14:05 Uhr",
        "5 mars 2019",
        "mardi 5 mars 2019 à 14h05",
        "le 5 mars 2019",
        "5 de marzo de 2019",
        "martes, 5 de marzo de 2019",
        "5 marzo 2019",
        "5 de março de 2019",
        "5 marca 2019",
        "5. března 2019",
        "5 марта 2019 г.",
        "вторник, 5 марта 2019",
        "5 березня 2019 року",
        "5 Μαρτίου 2019",
        "5 Mart 2019 Salı",
        "5 مارس 2019",
        "2019. március 5.",
        "2019年3月5日",
        "2019年3月5日（火）",
        "2019년 3월 5일",
    ],
)
def test_a_date_is_read_in_many_languages(words: str) -> None:
    assert parse_date(words) == "2019-03-05"


def test_the_first_of_a_month_may_have_an_ending() -> None:
    assert parse_date("1er mai 2019") == "2019-05-01"


@pytest.mark.parametrize(
    "words",
    [
        "5 listopada 2019",  # November in Poland, October in Croatia
        "31 juin 2019",
        "5 Brücken 2019",
        "Aktualisiert am 5. März 2019",
        "Die Wahl vom 5. März 2019",
        "2019年13月5日",
        "5 mars 20190",
    ],
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert parse_date(words) is None
