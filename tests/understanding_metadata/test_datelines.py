"""Datelines: where a report was filed, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Article
from corpus.corpus_file import CorpusFile
from corpus.span import Span
from corpus.understanding.analysis import Value
from corpus.understanding.line_kinds.datelines import dateline
from corpus.understanding.metadata.reading import read_metadata

ArticleOf = Callable[..., Article]


@pytest.mark.parametrize(
    ("words", "place", "date", "agency"),
    [
        ("LISBON: Four barges", "LISBON", None, None),
        ("LISBON — Four barges", "LISBON", None, None),
        ("NEW YORK (CW) — Four barges", "NEW YORK", None, "CW"),
        ("LISBON, Portugal (CW) _ Four barges", "LISBON, Portugal", None, "CW"),
        ("Lisbon, Portugal — Four barges", "Lisbon, Portugal", None, None),
        ("Lisbon (Coastal Wire) – Four barges", "Lisbon", None, "Coastal Wire"),
        ("VELM, March 3 (Coastal Wire) - Four", "VELM", "March 3", "Coastal Wire"),
        ("VELM, Osterland, March 3, 2022 - Four", "VELM, Osterland", "March 3, 2022", None),
        ("Velm, 3 March 2022 - Four barges", "Velm", "3 March 2022", None),
        ("LISBON/MADRID, 3 Mar. (CW) -- “Four", "LISBON/MADRID", "3 Mar.", "CW"),
    ],
)
def test_datelines(words: str, place: str, date: str | None, agency: str | None) -> None:
    found = dateline(words)
    assert found is not None
    assert found.place.cut(words) == place
    assert (found.date.cut(words) if found.date else None) == date
    assert (found.agency.cut(words) if found.agency else None) == agency


@pytest.mark.parametrize(
    "words",
    [
        "BREAKING: Four barges are adrift",
        "WATCH — Four barges are adrift",
        "MODERATOR: Four barges are adrift",
        "MAYOR HASK (Unity): Four barges are adrift",
        "US: Four barges",
        "Portugal: The barges of Velm",
        "Odrun Hask (Coastal Wire) - Four barges",
        "Background — Four barges",
        "Odrun Hask, 3 March 2022 - Four barges",
        "Velm, 3 March 2022: Four barges",
        "LISBON - a ferry of that name - sank",
        "Lisbon - The town of ferries",
        "VELM (which is old) has a bridge",
    ],
)
def test_labels_speakers_and_names_are_none(words: str) -> None:
    assert dateline(words) is None


def test_the_place_is_metadata_with_its_evidence(article_of: ArticleOf) -> None:
    text = "Barges adrift\n\nVELM, Osterland, March 3 (Coastal Wire) - Four barges were adrift.\n"
    metadata = read_metadata(article_of(text), CorpusFile())
    start = text.index("VELM")
    assert metadata.dateline == Value("VELM, Osterland", "guess", Span(start, start + 15))
    assert metadata.outlet is not None
    assert (metadata.outlet.value, metadata.outlet.certainty) == ("Coastal Wire", "guess")


def test_a_listed_place_is_likely(article_of: ArticleOf) -> None:
    metadata = read_metadata(
        article_of("Barges adrift\n\nLISBON: Four barges were adrift below the bridge.\n"),
        CorpusFile(),
    )
    assert metadata.dateline is not None
    assert (metadata.dateline.value, metadata.dateline.certainty) == ("LISBON", "likely")


def test_front_matter_and_header_name_the_place_first(article_of: ArticleOf) -> None:
    body = "LISBON: Four barges were adrift below the bridge.\n"
    front = article_of(f"---\ndateline: Velm\n---\nBarges adrift\n\n{body}")
    header = article_of(f"Barges adrift\nSource: Velm Wire\nDateline: Velm\n\n{body}")
    for article, evidence in ((front, "front matter"), (header, None)):
        found = read_metadata(article, CorpusFile()).dateline
        assert found is not None
        assert (found.value, found.certainty) == ("Velm", "certain")
        assert evidence is None or found.evidence == evidence


@pytest.mark.parametrize("line", ["LISBON, Portugal", "LISBON —", "LISBON"])
def test_a_place_on_a_line_of_its_own_above_the_body(article_of: ArticleOf, line: str) -> None:
    text = f"Barges adrift at Velm\n\n{line}\n\nFour barges were adrift below the bridge.\n"
    found = read_metadata(article_of(text), CorpusFile()).dateline
    assert found is not None
    assert (found.value, found.certainty) == (line.removesuffix(" —"), "likely")


def test_capitals_above_the_body_that_no_list_has_are_no_place(article_of: ArticleOf) -> None:
    text = "Barges adrift at Velm\n\nTIDE AND FOG\n\nFour barges were adrift below the bridge.\n"
    assert read_metadata(article_of(text), CorpusFile()).dateline is None
