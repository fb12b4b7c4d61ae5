"""The words that tell a text from the others, and the articles that are found by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.article import ArticleFile
from corpus.opening import open_corpus
from index.key_terms import file_query, query_of
from index.opening import Index, open_index

Write = Callable[[Mapping[str, str]], Path]


def indexed(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    return index


FILLER = "The council met on Monday and the council said that the road was open again. "


@pytest.fixture
def folder(write_articles: Write) -> Path:
    """Twelve articles on a road, three of them on a weir and its gates."""
    articles = {f"r{number:02}.txt": FILLER * 3 for number in range(9)}
    articles["w1.txt"] = FILLER + "The weir at Marn lost two sluice gates, the warden said. "
    articles["w2.txt"] = FILLER + "No sluice was shut at the weir, the warden of Marn said. "
    articles["w3.txt"] = FILLER + "A hermit saw the road. "
    return write_articles(articles)


def test_key_terms_are_frequent_here_and_rare_elsewhere(folder: Path) -> None:
    text = (folder / "w1.txt").read_text()
    terms = indexed(folder).key_terms(text)
    assert {"weir", "marn", "sluice", "warden"} <= {term.word for term in terms}
    assert not {"the", "council", "road"} & {term.word for term in terms}
    # No other article has it.
    assert "gates" not in {term.word for term in terms}
    assert all(term.articles == 2 for term in terms)
    assert [term.log_likelihood for term in terms] == sorted(
        (term.log_likelihood for term in terms), reverse=True
    )


def test_the_articles_found_are_those_alike(folder: Path) -> None:
    index = indexed(folder)
    terms = index.key_terms((folder / "w1.txt").read_text())
    query = query_of(terms, without=f"-{file_query('w1.txt', ())}")
    assert [hit.article for hit in index.search_all(query).hits] == ["w2.txt"]


def test_a_text_of_common_words_alone_has_no_terms(folder: Path) -> None:
    assert indexed(folder).key_terms(FILLER) == ()
    assert query_of(()) == ""


def test_nothing_is_told_before_anything_is_indexed(folder: Path) -> None:
    assert open_index(open_corpus(folder)).key_terms("weir sluice") == ()


def test_a_file_is_told_from_those_that_have_its_name_in_theirs(write_articles: Write) -> None:
    folder = write_articles(
        {"1.txt": "weir one", "21.txt": "weir two", "a/1.txt": "weir three", 'b".txt': "weir four"}
    )
    files = open_corpus(folder).files
    index = indexed(folder)
    assert file_query("21.txt", files) == 'file:"21.txt"'

    def without(name: str) -> set[str]:
        found = index.search_all(f"weir -{file_query(name, files)}")
        return {hit.article for hit in found.hits}

    assert without("1.txt") == {"21.txt", "a/1.txt", 'b".txt'}
    assert without("a/1.txt") == {"1.txt", "21.txt", 'b".txt'}
    assert without("21.txt") == {"1.txt", "a/1.txt", 'b".txt'}
    assert without('b".txt') == {"1.txt", "21.txt", "a/1.txt"}


def test_a_query_of_one_file_is_short_where_no_other_has_its_name() -> None:
    file = ArticleFile("b/1.txt", "b/1.txt", 1, 1)
    assert file_query("b/1.txt", (file,)) == 'file:"b/1.txt"'
