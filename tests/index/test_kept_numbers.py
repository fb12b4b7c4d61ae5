"""The numbers of all articles are kept sorted, and are those of the articles as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.facts import Findings
from corpus.opening import open_corpus
from index.kept_numbers import FILE_NAME, keep_numbers, kept_numbers
from index.opening import Index, open_index

Write = Callable[[Mapping[str, str]], Path]

ARTICLES = {
    "dam.txt": "The dam held back 1,600 tonnes of water, and 40 men watched it.\n",
    "fire.txt": "Between 2,500 and 4,000 sacks were lost in the fire at the mill.\n",
    "plain.txt": "Nobody counted the barges that lay along the quay.\n",
}


@pytest.fixture
def folder(write_articles: Write) -> Path:
    return write_articles(ARTICLES)


def opened(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    return index


def found(index: Index, query: str) -> dict[str, list[str]]:
    result = index.search(query)
    assert not result.unknown
    return {
        hit.article: [one.text[match.start - one.start : match.end - one.start]]
        for hit in result.hits
        for one in hit.snippets
        for match in one.matches
    }


def test_kept_numbers_answer_in_the_next_process_what_they_did_in_the_first(folder: Path) -> None:
    first = opened(folder)
    first.learn("number:>1")
    expected = {query: first.search(query) for query in ("number:>1000", "number:39..41")}
    assert found(first, "number:>1000") == {
        "dam.txt": ["1,600 tonnes"],
        "fire.txt": ["Between 2,500 and 4,000"],
    }

    second = opened(folder)

    # Without having learnt anything.
    assert {query: second.search(query) for query in expected} == expected
    assert kept_numbers(open_corpus(folder)) is not None


def test_numbers_are_unknown_until_all_articles_were_looked_at(folder: Path) -> None:
    index = opened(folder)

    assert index.search("number:>1000").unknown == len(ARTICLES)
    assert keep_numbers(open_corpus(folder), {}) is None


@pytest.mark.parametrize("text", ["The dam held back 90,000 tonnes.\n", ""])
def test_kept_numbers_of_an_article_that_changed_are_not_used(folder: Path, text: str) -> None:
    opened(folder).learn("number:>1")
    if text:
        (folder / "dam.txt").write_text(text)
    else:
        (folder / "dam.txt").unlink()

    index = opened(folder)

    assert kept_numbers(open_corpus(folder)) is None
    index.learn("number:>1")
    assert ("dam.txt" in found(index, "number:90000")) == bool(text)
    assert kept_numbers(open_corpus(folder)) is not None


def test_kept_numbers_are_not_used_with_other_settings(folder: Path) -> None:
    opened(folder).learn("number:>1")

    (folder / "postil.yaml").write_text(
        "schema: postil-corpus/1\nmetadata:\n- {files: '*.txt', outlet: Gazette}\n"
    )

    assert kept_numbers(open_corpus(folder)) is None


def test_damaged_numbers_are_sorted_anew(folder: Path) -> None:
    index = opened(folder)
    index.learn("number:>1")
    path = open_corpus(folder).cache_folder / FILE_NAME
    whole = path.read_bytes()

    for damaged in (b"", whole[:3], whole[:-1], whole[:40] + b"?" + whole[41:]):
        path.write_bytes(damaged)
        assert kept_numbers(open_corpus(folder)) is None

    again = opened(folder)
    again.learn("number:>1")
    assert found(again, "number:>1000") == found(index, "number:>1000")
    assert path.read_bytes() == whole


def test_where_the_places_of_numbers_are_damaged_the_analysis_gives_them(folder: Path) -> None:
    first = opened(folder)
    first.learn("number:>1")
    path = open_corpus(folder).cache_folder / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))  # the last column has the places

    again = opened(folder)

    assert kept_numbers(open_corpus(folder)) is not None
    assert found(again, "number:>1000") == found(first, "number:>1000")


def test_where_numbers_cannot_be_written_they_are_sorted_in_memory(folder: Path) -> None:
    index = opened(folder)
    path = open_corpus(folder).cache_folder / FILE_NAME
    path.mkdir()

    index.learn("number:>1")

    assert "fire.txt" in found(index, "number:3000")
    assert [other.name for other in path.parent.glob(f"{FILE_NAME}*")] == [FILE_NAME]


def test_articles_of_many_runs_have_their_own_numbers(write_articles: Write) -> None:
    folder = write_articles({f"{number:04}.txt": "A word.\n" for number in range(600)})
    corpus = open_corpus(folder)
    rows = {
        file.key: Findings(
            file.article,
            None,
            corpus.stamp(file),
            (float(at), 7.0),
            (float(at), 8.0),
            (at, 1),
            (at + 1, 2),
        )
        for at, file in enumerate(corpus.files)
    }

    for kept in (keep_numbers(corpus, rows), kept_numbers(corpus)):
        assert kept is not None
        for file in corpus.files[::97]:
            numbers = kept.of(file)
            assert numbers is not None
            row = rows[file.key]
            assert sorted(
                zip(numbers.lows, numbers.highs, numbers.starts, numbers.stops, strict=True)
            ) == sorted(zip(row.lows, row.highs, row.starts, row.stops, strict=True))
