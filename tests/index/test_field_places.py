"""What fields of a query name is shown and gone through, as words of it are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.opening import open_corpus
from index.field_places import MarkedSpan
from index.fields import ReaderFacts
from index.opening import Index, open_index
from index.results import Hit


class Annotated:
    """A reader who annotated "governor" in the first article."""

    def facts(self) -> Mapping[tuple[str, str | None], ReaderFacts]:
        return {("001_dam.txt", None): ReaderFacts(("office",), ("who is it?",), annotated=True)}

    def unread(self) -> tuple[()]:
        return ()

    starred = unread

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        start = article.text.find("governor")
        if article.name == "001_dam.txt":
            yield MarkedSpan(start, start + 8, ("office",), "who is it?")


def learnt(folder: Path, query: str) -> Index:
    index = open_index(open_corpus(folder), Annotated(), Annotated())
    index.update()
    index.learn(query)
    return index


def matched(hits: Iterable[Hit]) -> list[tuple[str, list[str]]]:
    return [
        (
            hit.article,
            [
                snippet.text[match.start - snippet.start : match.end - snippet.start]
                for snippet in hit.snippets
                for match in snippet.matches
            ],
        )
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("number:>1000", {"001_dam.txt": ["1,600"], "002_flood.txt": ["2,400"]}),
        ("flood number:>1000", {"002_flood.txt": ["Flood", "2,400", "flood"]}),
        ("place:iran", {"004_notes.md": ["Iran"]}),
        ("tag:office", {"001_dam.txt": ["governor"]}),
        ("note:who", {"001_dam.txt": ["governor"]}),
        ("has:annotation", {"001_dam.txt": ["governor"]}),
        ("flood -number:2400", {"004_notes.md": ["flood"]}),
    ],
)
def test_what_a_field_names_stands_in_the_snippets(
    valley: Path, query: str, expected: dict[str, list[str]]
) -> None:
    index = learnt(valley, query)

    assert dict(matched(index.search(query).hits)) == expected


def test_who_speaks_stands_in_the_snippets(valley: Path) -> None:
    text = "Ilse Brandt went home.\n\n“The dam holds,” Ilse Brandt said on Sunday in Velgharad.\n"
    (valley / "005_said.txt").write_text(text, encoding="utf-8")
    index = learnt(valley, "speaker:brandt")

    (hit,) = index.search("speaker:brandt").hits
    (snippet,) = hit.snippets
    assert [match.start for match in snippet.matches] == [text.index("Ilse Brandt said")]


def test_what_an_article_has_stands_in_the_snippets(valley: Path) -> None:
    text = "Home\n\n“The dam holds,” Ilse Brandt said on 3 May 2021. It cost $1,250.\n"
    (valley / "005_said.txt").write_text(text, encoding="utf-8")
    asked = ("has:quote", "has:date", "has:number")
    index = learnt(valley, " OR ".join(asked))

    shown = [dict(matched(index.search(query).hits)).get("005_said.txt") for query in asked]

    assert shown == [["The dam holds,"], ["3 May 2021"], ["$1,250"]]


def test_matches_of_an_article_are_also_what_fields_name(valley: Path) -> None:
    query = "people number:>1000"
    index = learnt(valley, query)
    corpus = open_corpus(valley)
    article = corpus.read(corpus.files[0])

    found = index.matches(query, article.text, article=article)

    assert [match.cut(article.text) for match in found] == ["1,600", "people"]
    assert [one.cut(article.text) for one in index.matches(query, article.text)] == ["people"]


def test_hits_are_counted_beyond_the_snippets(valley: Path) -> None:
    text = "\n\n".join(f"A dam, number {number}, and much else of it.\n" * 8 for number in range(9))
    (valley / "006_dams.txt").write_text(text, encoding="utf-8")
    index = learnt(valley, "dam")

    places = {hit.article: hit.places for hit in index.search("dam").hits}

    assert places == {"001_dam.txt": 2, "sub/003_market.txt": 1, "006_dams.txt": 72}
