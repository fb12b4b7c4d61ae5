"""Whatever is typed is a query or an error with a place and a remedy, and can be searched for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.opening import open_corpus
from corpus.span import Span
from index.opening import Index, open_index
from index.problems import QueryError
from index.query.parsing import parse_query
from index.query.tree import And, Field, Near, Node, Not, Or, Same, Words, said

OPERATORS = ["AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/", "NEAR/x", "-", "(", ")", " ", " ", " "]
QUOTES = ['"', "“", "”", "«", "'", "’", "/", "~", "~2", "*", "?", ":", "..", ">", "<="]
NAMES = ["title:", "date:", "number:", "has:", "is:", "same:sentence(", "stem:", "any:", "tag:"]
WORDS = ["a", "dam", "flood", "1,600", "2019-11", "1.6", "thousand", "sixteen", "quote", "Sana’a"]
ODD = [
    "\n",
    "\u00a0",
    "‑",
    "é",
    "\x00",
    "\ud800",
    "[",
    "{9",
    "}",
    "\\",
    "|",
    "+",
    "(?R)",
    "漢",
    "ꙮ",
]
PIECES = st.sampled_from([*OPERATORS, *QUOTES, *NAMES, *WORDS, *ODD])
QUERIES = st.one_of(st.lists(PIECES, max_size=24).map("".join), st.text(max_size=60))


def check_places(node: Node, whole: Span) -> None:
    assert whole.start <= node.start < node.end <= whole.end
    match node:
        case Not() | Same():
            check_places(node.node, Span(node.start, node.end))
        case Near():
            check_places(node.left, Span(node.start, node.end))
            check_places(node.right, Span(node.start, node.end))
        case And() | Or():
            assert len(node.nodes) > 1
            for child in node.nodes:
                check_places(child, Span(node.start, node.end))
        case Field() | Words():
            assert node.end > node.start


@settings(max_examples=10_000, deadline=None)
@given(QUERIES, st.booleans())
def test_every_string_is_a_query_or_an_error_with_a_place(query: str, as_you_type: bool) -> None:
    wrong, node = None, None
    try:
        node = parse_query(query, as_you_type=as_you_type)
    except QueryError as error:
        wrong = error
    if wrong is not None:
        assert 0 <= wrong.place.start <= wrong.place.end <= len(query)
        assert wrong.reason
        assert wrong.remedy
    if node is not None:
        check_places(node, Span(0, len(query)))
        assert said(node)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of two articles that all examples search."""
    folder: Path = tmp_path_factory.mktemp("fuzz") / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Dam gives way\n\nThe dam flooded 1,600 a. A “quote”.", "utf-8")
    (folder / "b.md").write_text("---\ntitle: A flood\ndate: 2019-11\n---\na é 漢 Sana’a", "utf-8")
    index = open_index(open_corpus(folder))
    index.update()
    index.learn("title:a number:1 person:a")
    return index


@settings(
    max_examples=1_000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(QUERIES, st.booleans())
def test_every_query_can_be_searched_for(index: Index, query: str, as_you_type: bool) -> None:
    try:
        result = index.search(query, as_you_type=as_you_type, stemmed=as_you_type)
        found = index.matches(query, "The dam flooded 1,600.\n\nA flood?")
    except QueryError:
        return
    assert len(result.hits) <= 2
    assert all(0 <= match.start < match.end <= 31 for match in found)
