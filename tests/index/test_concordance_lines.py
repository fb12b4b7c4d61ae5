"""Every place of a query as a line: words, phrases, entities, tags, in the order of the corpus."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.opening import open_corpus
from corpus.tokens import words
from index.concordance.counts import Counts, all_documents
from index.concordance.gathering import Concordance, Work
from index.concordance.lines import ConcordanceLine
from index.field_places import MarkedSpan
from index.fields import ReaderFacts
from index.opening import Index, open_index
from index.problems import QueryError

WriteArticles = Callable[[Mapping[str, str]], Path]


def indexed(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    return index


def asked(index: Index, query: str) -> Concordance:
    index.learn(query)
    found = index.concordance(query)
    assert found is not None
    return found


def lines_of(index: Index, query: str) -> list[ConcordanceLine]:
    return list(asked(index, query).lines())


def shown(lines: Iterable[ConcordanceLine]) -> list[tuple[str, str]]:
    return [(line.source.article, line.text) for line in lines]


def test_every_place_of_a_word_is_a_line_in_the_order_of_the_corpus(valley: Path) -> None:
    index = indexed(valley)
    corpus = open_corpus(valley)

    found = lines_of(index, "dam")

    assert shown(found) == [
        ("001_dam.txt", "Dam"),
        ("001_dam.txt", "dam"),
        ("sub/003_market.txt", "dam"),
    ]
    for line in found:
        file = corpus.find(line.source.article)
        assert file is not None
        assert line.cut(corpus.read(file).text) == line.text
    assert found[1].left == ("the", "way", "gives", "velgharad", "at")
    assert found[1].right == ("at", "velgharad", "gave", "way", "on")
    assert found[1].before.endswith("gives way The ")
    assert found[1].after.startswith(" at Velgharad gave way on Sunday. Over 1,600 people")


@pytest.mark.parametrize(
    "query",
    [
        "dam",
        '"the dam"',
        "velg*",
        "dam NEAR/4 velgharad",
        "same:sentence(dam way)",
        "1600",
        "dam -x",
    ],
)
def test_lines_are_where_a_search_marks_its_matches(valley: Path, query: str) -> None:
    index = indexed(valley)
    corpus = open_corpus(valley)
    marked = {
        (hit.article, match.start, match.end)
        for hit in index.search(query, widen=False, relax=False).hits
        for file in [corpus.find(hit.article)]
        if file is not None
        for match in index.matches(query, corpus.read(file).text, widen=False)
    }

    found = {(line.source.article, line.start, line.end) for line in lines_of(index, query)}

    assert found == marked
    assert found


def test_a_phrase_goes_over_line_ends_and_is_one_keyword(write_articles: WriteArticles) -> None:
    index = indexed(write_articles({"a.txt": "The old\ndam and the\u00a0old dam."}))

    found = lines_of(index, '"old dam"')

    assert [line.text for line in found] == ["old dam", "old dam"]
    assert [line.words for line in found] == [("old", "dam")] * 2
    assert [(line.first, line.last) for line in found] == [(1, 2), (5, 6)]


def test_overlapping_places_are_one_line(write_articles: WriteArticles) -> None:
    index = indexed(write_articles({"a.txt": "the old dam broke"}))

    assert [line.text for line in lines_of(index, '"old dam" OR dam OR old*')] == ["old dam"]


def test_lines_of_all_words_of_a_query(write_articles: WriteArticles) -> None:
    index = indexed(write_articles({"a.txt": "dam and wall", "b.txt": "dam alone"}))

    assert [line.text for line in lines_of(index, "dam wall")] == ["dam", "wall"]
    assert [line.text for line in lines_of(index, "dam -wall")] == ["dam"]
    assert lines_of(index, "absent") == []


def test_fields_choose_articles_and_words_are_the_keywords(valley: Path) -> None:
    index = indexed(valley)

    found = asked(index, "dam file:market")

    assert shown(found.lines()) == [("sub/003_market.txt", "dam")]
    assert found.counts.articles == 1
    assert found.counts.of("dam") == 1


def test_a_query_that_names_no_place_in_texts_is_refused(valley: Path) -> None:
    index = indexed(valley)

    with pytest.raises(QueryError, match="names no place"):
        index.concordance("file:market")


def test_mentions_of_an_entity_are_keywords_in_every_spelling(
    write_articles: WriteArticles,
) -> None:
    index = indexed(
        write_articles(
            {
                "a.txt": "The Velgharad Water Board (VWB) met.\n\nMembers of VWB stayed away.",
                "b.txt": "The Velgharad Water Board said no. The market opened.",
            }
        )
    )

    found = lines_of(index, "entity:VWB")

    assert shown(found) == [
        ("a.txt", "Velgharad Water Board"),
        ("a.txt", "VWB"),
        ("a.txt", "VWB"),
        ("b.txt", "Velgharad Water Board"),
    ]
    assert [line.text for line in lines_of(index, "entity:VWB market")] == ["market"]


def test_one_entity_of_several_that_share_a_word(write_articles: WriteArticles) -> None:
    text = "Ilse Brandt met Otto Brandt.\n\nIlse Brandt left and Otto Brandt stayed."
    index = indexed(write_articles({"a.txt": text}))
    index.learn("entity:brandt")

    both = index.concordance("entity:brandt")
    one = index.concordance("entity:brandt", entity="person:otto-brandt")

    assert both is not None
    assert one is not None
    assert len(list(both.lines())) == 4
    assert [line.text for line in one.lines()] == ["Otto Brandt"] * 2


def test_numbers_are_keywords(valley: Path) -> None:
    index = indexed(valley)

    assert {line.text for line in lines_of(index, "number:>1000")} == {"1,600", "2,400"}


def test_passages_with_a_tag_are_keywords(valley: Path) -> None:
    class Marks:
        def marked(self, article: Article) -> Iterable[MarkedSpan]:
            start = article.text.find("governor")
            if start >= 0:
                yield MarkedSpan(start, start + 8, ("office", "people"), "who is it?")

    class Tags:
        def facts(self) -> Mapping[tuple[str, str | None], ReaderFacts]:
            facts = ReaderFacts(("office",), ("who is it?",), annotated=True)
            return {("001_dam.txt", None): facts, ("002_flood.txt", None): facts}

        def unread(self) -> tuple[()]:
            return ()

        starred = unread

    index = open_index(open_corpus(valley), Tags())
    index.update()

    for query in ("tag:office", "note:who"):
        found = index.concordance(query, marks=Marks())
        assert found is not None
        assert shown(found.lines()) == [("001_dam.txt", "governor")]


def test_words_are_counted_as_the_texts_have_them(valley: Path) -> None:
    index = indexed(valley)
    (valley / "002_flood.txt").unlink()
    (valley / "005_more.txt").write_text("dam dam wall", encoding="utf-8")
    again = open_corpus(valley)
    index.follow(again)
    index.update()
    found = asked(index, "dam")
    by_hand: dict[str, int] = {}
    for file in again.files:
        for word in words(again.read(file).text):
            by_hand[word] = by_hand.get(word, 0) + 1

    assert found.counts.every_word() == by_hand
    assert found.counts.tokens == sum(by_hand.values())
    assert all(found.counts.of(word) == count for word, count in by_hand.items())
    assert Counts(found.snapshot, all_documents(found.snapshot)).articles == len(again.files)
    assert sum(source.tokens for source in found.sources()) == found.counts.tokens


def test_outlet_and_date_are_known_where_they_are_asked_for(
    write_articles: WriteArticles,
) -> None:
    page = "---\ntitle: Dam\noutlet: Gazette\ndate: 2019-11-10\n---\n\nThe dam broke.\n"
    index = indexed(write_articles({"a.md": page}))
    found = asked(index, "dam broke")

    without = next(iter(found.lines()))
    known = next(iter(found.lines(metadata=True)))

    assert (without.source.outlet, without.source.date) == ("", "")
    assert (known.source.outlet, known.source.date) == ("Gazette", "2019-11-10")


def test_an_article_that_is_gone_is_told_and_the_rest_goes_on(valley: Path) -> None:
    index = indexed(valley)
    (valley / "001_dam.txt").unlink()
    told: list[str] = []

    found = list(asked(index, "dam").lines(Work(problem=lambda one: told.append(str(one)))))

    assert shown(found) == [("sub/003_market.txt", "dam")]
    assert len(told) == 1


def test_lines_stop_when_they_are_cancelled(valley: Path) -> None:
    index = indexed(valley)

    assert list(asked(index, "dam").lines(Work(cancelled=lambda: True))) == []


def test_an_empty_folder_has_no_concordance(tmp_path: Path) -> None:
    assert open_index(open_corpus(tmp_path)).concordance("dam") is None


def test_articles_that_are_not_indexed_have_their_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"The weir held on day {number}. A mill stood.")
    index = open_index(open_corpus(tmp_path))
    never = index.concordance("weir")
    assert never is not None
    assert [line.source.article for line in never.lines()] == [f"{n}.txt" for n in range(4)]
    assert never.counts.of("mill") == 4
    assert never.uncounted == 0

    index.update()
    (tmp_path / "1.txt").write_text("The weir broke, and a weir was built.")
    (tmp_path / "4.txt").write_text("Another weir.")
    (tmp_path / "5.txt").write_text("A mill alone.")
    index.follow(open_corpus(tmp_path))
    now = index.concordance("weir")
    assert now is not None
    assert [line.source.article[0] for line in now.lines()] == list("011234")
    assert now.counts.of("mill") == 4
    assert index.concordance("weir", cancelled=lambda: True) is None

    monkeypatch.setattr("index.concordance.scanned.MOST_COUNTED", 0)
    many = index.concordance("weir")
    assert many is not None
    assert len(list(many.lines())) == 6
    assert many.uncounted == 1
