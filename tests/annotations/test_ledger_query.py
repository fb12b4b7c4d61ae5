"""What is typed above the ledger, and what it leaves."""

from __future__ import annotations

import pytest
from annotation_desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement import agreements, kappa
from annotations.ledger import LedgerRow, ledger
from annotations.ledger_query import GROUPS, LedgerQuery, grouped, ordered
from annotations.linked import Links
from annotations.model import Annotation, Claim, Link
from annotations.store import AnnotationStore
from corpus.span import Span

ROWS = [
    LedgerRow(
        "a.txt",
        None,
        Annotation("a-1", "The weir", Span(0, 8), tags=("dam/north",)),
        "ok",
        Span(0, 8),
    ),
    LedgerRow("a.txt", None, Annotation("a-2", note="Who counted?", by="Ilse"), "ok", None),
    LedgerRow(
        "b.txt",
        None,
        Annotation(
            "a-3",
            claim=Claim(speaker="Joren Vask", measure="strength"),
            tags=("dam", "crew"),
            links=(Link("a-1", "contradicts"), Link("a-2", "supports", "the same list")),
        ),
        "changed",
        None,
    ),
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", "1 2 3"),
        ("weir", "1"),
        ("COUNTED", "2"),
        ("tag:dam", "1 3"),
        ("tag:dam/north", "1"),
        ("tag:north", "1"),
        ("tag:nor", ""),
        ("tag:da", ""),
        ("speaker:vask", "3"),
        ('speaker:"joren vask"', "3"),
        ("state:changed", "3"),
        ("-state:changed", "1 2"),
        ("has:claim", "3"),
        ("has:note -has:claim", "2"),
        ("kind:highlight", "1"),
        ("links:contradicts", "1 3"),
        ("links:supports", "2 3"),
        ("to:a-1", "3"),
        ("by:ilse", "2"),
        ("article:b", "3"),
        ("id:a-2", "2"),
        ("measure:strength tag:crew", "3"),
        ("nothing:here", ""),
        ('"who counted"', "2"),
        ('"who counted', "2"),
        (":", ""),
    ],
)
def test_what_a_query_asks_for(query: str, ids: str) -> None:
    found = LedgerQuery.of(query).chosen(ROWS)
    assert [row.annotation.id for row in found] == [f"a-{number}" for number in ids.split()]


def test_words_of_the_title_find_what_stands_in_the_article() -> None:
    titles = {"a.txt": "The Flood in Marn", "b.txt": "Two boats"}.get
    for query, ids in (
        ("flood", "1 2"),
        ("article:boats", "3"),
        ("flood -weir", "2"),
        ("a.t", "1 2"),
    ):
        found = LedgerQuery.of(query).chosen(ROWS, lambda row: titles(row.article, ""))
        assert [row.annotation.id for row in found] == [f"a-{number}" for number in ids.split()]


@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_is_wrong(query: str) -> None:
    found = LedgerQuery.of(query).chosen(ROWS)
    assert [row for row in ROWS if row in found] == found


@pytest.mark.parametrize("by", GROUPS)
def test_every_row_is_kept_by_sorting_and_grouping(by: str) -> None:
    assert sorted(map(id, ordered(ROWS, by))) == sorted(map(id, ROWS))
    groups = grouped(ROWS, by)
    assert {row.annotation.id for _, rows in groups for row in rows} == {"a-1", "a-2", "a-3"}
    assert all(name for name, _ in groups[:-1])


def test_rows_with_several_tags_stand_under_each() -> None:
    groups = grouped(ROWS, "tag")
    assert [(name, len(rows)) for name, rows in groups] == [
        *(("crew", 1), ("dam", 1), ("dam/north", 1)),
        ("", 1),
    ]


def test_links_are_seen_from_both_ends() -> None:
    links = Links(ROWS)
    assert [(end.words, end.other, end.stored_here) for end in links.of("a-3")] == [
        ("contradicts", "a-1", True),
        ("supports", "a-2", True),
    ]
    assert [(end.words, end.other, end.stored_here) for end in links.of("a-1")] == [
        ("contradicts", "a-3", False)
    ]
    (back,) = links.of("a-2")
    assert (back.words, back.link.why) == ("supported by", "the same list")
    assert back.row is ROWS[2]


@pytest.mark.parametrize(
    ("table", "expected"),
    [((20, 5, 10, 15), 0.4), ((5, 0, 0, 5), 1.0), ((0, 5, 5, 0), -1.0)],
)
def test_kappa_is_that_of_the_textbook(table: tuple[int, ...], expected: float) -> None:
    assert kappa(*table) == pytest.approx(expected)


@pytest.mark.parametrize("table", [(0, 0, 0, 0), (5, 0, 0, 0), (0, 0, 0, 5)])
def test_kappa_is_not_defined_where_chance_gives_all(table: tuple[int, ...]) -> None:
    assert kappa(*table) is None


def test_two_readers_are_compared_word_by_word(desk: Desk) -> None:
    corpus = desk.corpus
    for name, words, tags in (
        ("ilse", "The weir at Osmanli", ["dam"]),
        ("joren", "weir at Osmanli gave", ["dam"]),
        ("ilse", "1,600", []),
        ("petar", "Tuesday", []),
    ):
        AnnotationStore(corpus, by=name).create(desk.article, desk.span(words), tags=tags)
    rows = list(ledger(corpus, desk.store()))
    articles, (spans, dam) = agreements(rows, corpus, "ilse", "joren")
    assert articles == ("a.txt",)
    assert (spans.both, spans.first, spans.second) == (3, 2, 1)
    assert (dam.what, dam.both, dam.first, dam.second) == ("tag:dam", 3, 1, 1)
    assert spans.both + spans.first + spans.second + spans.neither == 30
    assert agreements(rows, corpus, "ilse", "nobody")[0] == ()
