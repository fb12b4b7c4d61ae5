"""Metadata kept for the fields of queries answer as they do when they are read from articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.kept_metadata import FILE_NAME, keep_metadata, kept_metadata
from index.opening import Index, open_index

Write = Callable[[Mapping[str, str]], Path]

ARTICLES = {
    "dam.md": (
        "---\ntitle: The Marn dam holds\nauthor: Ilse Brandt\ndate: 2019-11-04\n---\nWater.\n"
    ),
    "fire.md": "---\ntitle: Marn mill on fire, dam safe\ndate: 2020-03\n---\nSacks were lost.\n",
    "plain.txt": "nobody counted the barges that lay along the quay all day.\n",
}
QUERIES = (
    "title:dam",
    'title:"marn dam"',
    'title:"marn mill"',
    'title:"dam holds the"',
    "title:da*",
    "title:damm~",
    "title:/h.lds/",
    'title:"marn d*"',
    "author:brandt",
    "outlet:gazette",
    "date:2019",
    "date:2020-01..2020-06",
    "-title:dam",
)


@pytest.fixture
def folder(write_articles: Write) -> Path:
    return write_articles(ARTICLES)


def opened(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    return index


def answers(index: Index) -> dict[str, list[str]]:
    found = {}
    for query in QUERIES:
        result = index.search(f"{query} OR qxzkvjq" if query[0] != "-" else f"the {query}")
        assert not result.unknown
        found[query] = sorted(hit.article for hit in result.hits)
    return found


def test_kept_metadata_answer_as_what_was_read_does(folder: Path) -> None:
    path = open_corpus(folder).cache_folder / FILE_NAME
    path.mkdir()  # nothing can be kept
    first = opened(folder)
    first.learn("title:a")
    expected = answers(first)
    assert expected["title:dam"] == ["dam.md", "fire.md"]
    assert expected['title:"marn dam"'] == ["dam.md"]
    assert expected["title:damm~"] == ["dam.md", "fire.md"]
    assert expected["date:2019"] == ["dam.md"]
    path.rmdir()
    opened(folder).learn("title:a")

    later = opened(folder)

    assert kept_metadata(open_corpus(folder)) is not None
    assert answers(later) == expected  # without having learnt anything


def test_metadata_are_unknown_until_all_articles_were_looked_at(folder: Path) -> None:
    assert opened(folder).search("title:dam").unknown == len(ARTICLES)
    assert keep_metadata(open_corpus(folder), {}) is None


def test_kept_metadata_are_not_used_once_an_article_changed(folder: Path) -> None:
    opened(folder).learn("title:a")
    (folder / "dam.md").write_text("---\ntitle: The weir of Marn\n---\nWater.\n")

    index = opened(folder)

    assert kept_metadata(open_corpus(folder)) is None
    index.learn("title:a")
    assert [hit.article for hit in index.search("title:weir").hits] == ["dam.md"]
    assert kept_metadata(open_corpus(folder)) is not None


def test_kept_metadata_are_not_used_with_other_settings(folder: Path) -> None:
    opened(folder).learn("title:a")
    settings = "schema: postil-corpus/1\nmetadata:\n- {files: '*.txt', outlet: Gazette}\n"
    (folder / "postil.yaml").write_text(settings)

    assert kept_metadata(open_corpus(folder)) is None


@pytest.mark.parametrize("at", [0, 12, 60, -1])
def test_damaged_metadata_are_read_from_the_articles(folder: Path, at: int) -> None:
    first = opened(folder)
    first.learn("title:a")
    expected = answers(first)
    path = open_corpus(folder).cache_folder / FILE_NAME
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1
    path.write_bytes(damaged)

    assert kept_metadata(open_corpus(folder)) is None
    again = opened(folder)
    again.learn("title:a")

    assert answers(again) == expected
    assert kept_metadata(open_corpus(folder)) is not None


def test_metadata_cut_off_are_kept_anew(folder: Path) -> None:
    opened(folder).learn("title:a")
    path = open_corpus(folder).cache_folder / FILE_NAME
    whole = path.read_bytes()

    for damaged in (b"", whole[:3], whole[:-1]):
        path.write_bytes(damaged)
        assert kept_metadata(open_corpus(folder)) is None

    opened(folder).learn("title:a")
    assert path.read_bytes() == whole
