"""What was found in another order, and counted by outlet, year and tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.fields import ReaderFacts
from index.known_files import FileKey
from index.opening import Index, open_index

PAGE = "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\n---\n\n{text}\n"
ARTICLES = {
    "a.md": ("One", "Wire", "2019-03-02", "The dam held."),
    "b.md": ("Two", "Courier", "2021-05-01", "The dam, the dam and again the dam. A dam."),
    "c.md": ("Three", "Wire", "2020-01-01", "A dam and a dam."),
    "d.md": ("Four", "Monitor", "2020-01-02", "Nothing of it."),
    "e.md": ("Five", "Monitor", "2023-01-02", "A dan in judo."),
}


class Tagger:
    """A reader who tagged one article."""

    def facts(self) -> Mapping[FileKey, ReaderFacts]:
        return {("c.md", None): ReaderFacts(tags=("checked",))}

    def unread(self) -> Iterable[FileKey]:
        return ()

    def starred(self) -> Iterable[FileKey]:
        return ()


@pytest.fixture(params=[True, False], ids=["indexed", "scanned"])
def index(tmp_path: Path, request: pytest.FixtureRequest) -> Index:
    """An index, or a folder that has none yet."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, (title, outlet, date, text) in ARTICLES.items():
        page = PAGE.format(title=title, outlet=outlet, date=date, text=text)
        (folder / name).write_text(page, encoding="utf-8")
    index = open_index(open_corpus(folder), Tagger())
    if request.param:
        index.update()
    return index


def test_each_order(index: Index) -> None:
    by_date = index.search_all("dam", order="date")
    assert by_date.unknown == 3
    index.learn_metadata("dam~")
    found = {
        order: [hit.article for hit in index.search_all("dam", order=order).hits]
        for order in ("date", "outlet", "hits")
    }
    assert found["date"] == ["b.md", "c.md", "a.md"]
    assert found["outlet"][0] == "b.md"
    assert sorted(found["outlet"][1:]) == ["a.md", "c.md"]
    assert found["hits"] == ["b.md", "c.md", "a.md"]
    assert index.search_all("dam", order="date").unknown == 0


def test_an_order_holds_for_the_first_articles(index: Index) -> None:
    index.learn_metadata("dam~")
    found = index.search_all("dam", limit=1, order="date")
    assert [hit.article for hit in found.hits] == ["b.md"]
    assert found.total == 3


def test_exact_hits_come_first_in_every_order(index: Index) -> None:
    index.learn_metadata("dam~")
    found = index.search_all("dam~", order="date")
    assert [hit.article for hit in found.hits] == ["b.md", "c.md", "a.md", "e.md"]
    assert [hit.exact for hit in found.hits] == [True, True, True, False]


def test_facets_count_and_narrow(index: Index) -> None:
    facets = index.facets("dam")
    counted = {(one.facet, one.value): one.articles for one in facets}
    assert counted == {
        ("outlet", "Wire"): 2,
        ("outlet", "Courier"): 1,
        ("year", "2019"): 1,
        ("year", "2020"): 1,
        ("year", "2021"): 1,
        ("tag", "checked"): 1,
    }
    for one in facets:
        assert index.search_all(f"dam {one.query}").total == one.articles
