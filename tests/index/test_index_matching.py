"""Where a query or a needle matches in a text, in offsets of that text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from index.in_text import find_in_text
from index.opening import open_index
from index.results import Match


def marked(text: str, matches: tuple[Match, ...]) -> list[str]:
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("dam", "The dam’s gate. A DAM, dams.", ["dam", "DAM"]),
        (
            '"over 1600"',
            "over\u00a01,600 or over\n1600 or 1,600 over",
            ["over\u00a01,600", "over\n1600"],
        ),
        (
            "counter-flood",
            "counter flood, counter–flood, flood",
            ["counter flood", "counter–flood"],
        ),
        ("dam gate", "gate and dam", ["gate", "dam"]),
        ("dam -gate", "gate and dam", ["dam"]),
        ("(dam OR gate) -x", "gate and dam x", ["gate", "dam"]),
        ("ga*", "gate agate gas", ["gate", "gas"]),
        ('"the dam" dam', "the dam", ["the dam"]),
        ("don’t", "Don't!", ["Don't"]),
        ("", "text", []),
    ],
)
def test_a_query_matches_without_an_index(
    valley: Path, query: str, text: str, expected: list[str]
) -> None:
    index = open_index(open_corpus(valley))

    assert marked(text, index.matches(query, text)) == expected


def test_with_an_index_a_match_may_be_widened(valley: Path) -> None:
    index = open_index(open_corpus(valley))
    index.update()
    text = "Velgharad or Velgarad"

    assert index.matches("velgharad", text) == (Match(0, 9, True), Match(13, 21, False))
    assert index.matches("velgharad", text, widen=False) == (Match(0, 9, True),)


@pytest.mark.parametrize(
    ("needle", "text", "expected"),
    [
        ("over 1600", "Over\u00a0\n 1,600 men", ["Over\u00a0\n 1,600"]),
        ("1,600", "1600 and 1,600", ["1600", "1,600"]),
        ("600", "1,600 and 600", ["600", "600"]),
        ("Dam", "dam Dam DAM", ["Dam"]),
        ("dam", "dam Dam DAMS", ["dam", "Dam", "DAM"]),
        ('it\'s "so"', "it’s “so”", ["it’s “so”"]),
        ("a-b", "a‑b a–b a b", ["a‑b", "a–b"]),
        ("cooperate", "co\u00adoperate", ["co\u00adoperate"]),
        (".*", "a.*b", [".*"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("", "text", []),
        (" ", "a b", []),
    ],
)
def test_find_in_text(needle: str, text: str, expected: list[str]) -> None:
    assert marked(text, find_in_text(text, needle)) == expected


@given(st.text(), st.text())
def test_find_in_text_gives_ordered_places_inside_the_text(text: str, needle: str) -> None:
    end = 0
    for match in find_in_text(text, needle):
        assert end <= match.start < match.end <= len(text)
        end = match.end


@given(st.text(alphabet="abcAB1 é\n"), st.text(alphabet="abcAB1é", min_size=1), st.text(max_size=9))
def test_a_needle_is_found_where_it_stands(before: str, needle: str, after: str) -> None:
    text = f"{before}|{needle}|{after}"

    assert len(before) + 1 in [match.start for match in find_in_text(text, needle)] or any(
        match.start <= len(before) < match.end for match in find_in_text(text, needle)
    )
