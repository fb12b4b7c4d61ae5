"""The query language: what is understood, and what is refused with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.span import Span
from index.problems import QueryError
from index.query.parsing import MAXIMUM_DEPTH, MAXIMUM_LENGTH, MAXIMUM_WORDS, parse_query
from index.query.tree import And, Node, Not, Or, Words


def shape(node: Node | None) -> object:
    """Write a tree without the places, so that it can be read."""
    match node:
        case Words():
            return " ".join(node.words) + ("*" if node.prefix else "")
        case Not():
            return ("not", shape(node.node))
        case And():
            return ("and", *map(shape, node.nodes))
        case Or():
            return ("or", *map(shape, node.nodes))
        case None:
            return None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dam", "dam"),
        ("dam flood", ("and", "dam", "flood")),
        ('"over 1,600 people"', "over 1600 people"),
        ("“over 1,600” «x y»", ("and", "over 1600", "x y")),
        ("‘over 1600’ 'x y' don't", ("and", "over 1600", "x y", "don't")),
        ("counter-terrorism", "counter terrorism"),
        ("GMT18", "gmt 18"),
        ("dam -flood", ("and", "dam", ("not", "flood"))),
        ('dam -"second wave" NOT x', ("and", "dam", ("not", "second wave"), ("not", "x"))),
        ("dam OR flood wave", ("or", "dam", ("and", "flood", "wave"))),
        ("(dam OR flood) wave", ("and", ("or", "dam", "flood"), "wave")),
        ("dam AND flood", ("and", "dam", "flood")),
        ("dam or and not", ("and", "dam", "or", "and", "not")),
        ("velg*", "velg*"),
        ('"second wave', "second wave"),
        ("(dam flood", ("and", "dam", "flood")),
        ("dam OR", "dam"),
        ("dam -", "dam"),
        ("", None),
        ('"" … () -', None),
    ],
)
def test_a_query_is_understood(query: str, expected: object) -> None:
    assert shape(parse_query(query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dam velg", ("and", "dam", "velg*")),
        ("dam velg ", ("and", "dam", "velg")),
        ('"second wa', "second wa*"),
        ('"second wave"', "second wave"),
        ("dam -fl", ("and", "dam", ("not", "fl"))),
    ],
)
def test_the_word_that_is_being_typed_is_the_start_of_one(query: str, expected: object) -> None:
    assert shape(parse_query(query, as_you_type=True)) == expected


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("-dam", "-dam"),
        ("dam OR -flood", "-flood"),
        ("OR dam", "OR"),
        ("AND dam", "AND"),
        ("dam OR OR flood", "OR"),
        ("dam) flood", ")"),
        ("dam (-flood)", "-flood"),
        ("--dam", "--"),
        ("flood NOT NOT dam", "NOT NOT "),
        ("flood NOT -dam", "NOT -"),
        ("flood NOT OR dam", "OR"),
        ("-(-dam)", "-dam"),
        ("flood -(-dam)", "-dam"),
    ],
)
def test_an_error_says_which_part_of_the_query_is_meant(query: str, meant: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(query)

    error = raised.value
    assert query[error.place.start : error.place.end] == meant
    assert error.problem.column == error.place.start + 1
    assert error.reason
    assert error.remedy


@pytest.mark.parametrize("query", ["--dam", "NOT NOT dam", "-(-dam)", "flood -(-dam NOT gate)"])
def test_what_is_denied_twice_is_refused_for_that_reason(query: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(query)

    assert raised.value.remedy == "say it once, or leave both out"


def test_a_query_of_very_many_words_is_refused_at_the_first_too_many() -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(MAXIMUM_WORDS + 1)]
    assert parse_query(" ".join(words[:-1] * 2)) is not None

    with pytest.raises(QueryError) as raised:
        parse_query(" ".join(words))

    error = raised.value
    assert error.query[error.place.start : error.place.end] == words[-1]


def test_a_query_that_is_too_long_or_too_deep_is_refused() -> None:
    with pytest.raises(QueryError):
        parse_query("a" * (MAXIMUM_LENGTH + 1))
    with pytest.raises(QueryError):
        parse_query("(" * (MAXIMUM_DEPTH + 1) + "a")


PIECES = st.sampled_from(
    ["a", "dam", " ", '"', "“", "”", "'", "’", "(", ")", "-", "OR", "AND", "NOT", " OR ", " NOT "]
)
ODD_PIECES = st.sampled_from(["*", "1,600", "\n", "\u00a0", "‑", "«", "é", "\x00", "\ud800"])


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, ODD_PIECES)).map("".join)), st.booleans())
def test_every_string_is_a_query_or_a_query_error(query: str, as_you_type: bool) -> None:
    node, place = None, Span(0, len(query))
    try:
        node = parse_query(query, as_you_type=as_you_type)
    except QueryError as error:
        place = error.place
    assert 0 <= place.start <= place.end <= len(query)
    if node is not None:
        check_places(node, len(query))


def check_places(node: Node, length: int) -> None:
    assert 0 <= node.start < node.end <= length
    match node:
        case Not():
            check_places(node.node, length)
        case And() | Or():
            assert len(node.nodes) > 1
            for child in node.nodes:
                check_places(child, length)
