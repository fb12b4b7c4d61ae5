"""The analysis of an article as a whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.corpus_file import CorpusFile
from corpus.understanding.analysing import analyse
from corpus.understanding.metadata.reading import read_metadata

ArticleOf = Callable[..., Article]

REPORT = (
    "08:05 GMT04 March 2022\n"
    "Listen Live\n"
    "    Get short URL\n"
    "\n"
    "Barges break loose at Velm\n"
    "\n"
    "May 4, 2021\n"
    "\n"
    "More than 1,600 sailors of the Velm Coast Guard were called out on Sunday, Commander Odrun"
    " Hask said. He praised them.\n"
    "\n"
    "“Nobody was hurt,” Hask said.\n"
)


def test_everything_found_lies_where_it_says(article_of: ArticleOf) -> None:
    article = article_of(REPORT)

    analysis = analyse(article, CorpusFile())

    assert analysis.metadata.title is not None
    assert analysis.metadata.title.value == "Barges break loose at Velm"
    assert [item.kind for item in analysis.furniture] == ["clock", "navigation", "share bar"]
    assert len(analysis.paragraphs) == 7
    assert [span.cut(article.text) for span in analysis.sentences][-2:] == [
        "He praised them.",
        "“Nobody was hurt,” Hask said.",
    ]
    assert any(mention.text == "Odrun Hask" for mention in analysis.mentions)
    assert any(quantity.value == 1600 for quantity in analysis.quantities)
    for found in (*analysis.mentions, *analysis.quantities):
        assert found.cut(article.text) == found.text


def test_metadata_is_the_same_alone_and_in_the_analysis(article_of: ArticleOf) -> None:
    article = article_of(REPORT)
    settings = CorpusFile()

    assert analyse(article, settings).metadata == read_metadata(article, settings)


def test_what_stands_in_furniture_is_marked_so(article_of: ArticleOf) -> None:
    analysis = analyse(article_of(REPORT), CorpusFile())

    clock = analysis.furniture[0]
    inside = [quantity for quantity in analysis.quantities if clock.overlaps(quantity)]
    assert inside
    assert all(quantity.in_furniture for quantity in inside)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0", "x", "\ufeff", "…"])
def test_almost_nothing_is_analysed_without_error(article_of: ArticleOf, text: str) -> None:
    analysis = analyse(article_of(text), CorpusFile())

    assert len(analysis.paragraphs) == bool(text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "." * 300_000 + "x",
        ". " * 150_000 + "x",
        "Mr. " * 50_000,
        "(" + "A" * 300_000,
        '."' * 100_000,
        "a" + " " * 300_000 + "b",
        "Velm Harbour Master Denies\n" * 20_000,
        "a: b\n" * 20_000,
        "Aa.\n\n" * 20_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    # With a step that costs the square of the length each of these takes minutes.
    from corpus.understanding.furniture.finding import find_furniture
    from corpus.understanding.paragraphs import split_paragraphs
    from corpus.understanding.sentences import split_sentences

    paragraphs = split_paragraphs(text)
    split_sentences(text, paragraphs)
    find_furniture(text)

    assert paragraphs


def test_metadata_alone_loads_no_gazetteer() -> None:
    code = "import sys, corpus.understanding.metadata\nprint(*sorted(sys.modules), sep='\\n')"
    root = Path(__file__).resolve().parents[2]
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = result.stdout.split()

    assert "corpus.understanding.metadata" in loaded
    assert not [name for name in loaded if "gazetteers" in name or "pycountry" in name]
