"""The index is a Whoosh index: Whoosh's own queries find in it what ours find."""

from __future__ import annotations

import importlib
import random
from collections import Counter
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from corpus.tokens import words
from index.folder import INDEX_NAME
from index.inverted import Inverted, documents_by_position
from index.opening import Index, open_index
from index.packed import PackedSegment
from index.packing import write_segment

VOCABULARY = ["dam", "flood", "valley", "of", "the", "water", "gate", "1600", "Tormen", "rain"]


@pytest.fixture
def rainy(tmp_path: Path) -> Path:
    """Write 80 articles of random words, some of them changed or removed after the first build."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    draw = random.Random(3)

    def text() -> str:
        return "\n".join(" ".join(draw.choices(VOCABULARY, k=9)) for _ in range(draw.randint(1, 9)))

    for number in range(80):
        (folder / f"{number:02}.txt").write_text(text(), encoding="utf-8")
    open_index(open_corpus(folder)).update()
    for number in range(0, 80, 7):
        (folder / f"{number:02}.txt").write_text(text() + "\nchanged", encoding="utf-8")
    for number in range(5, 80, 20):
        (folder / f"{number:02}.txt").unlink()
    open_index(open_corpus(folder)).update()
    return folder


def found_by_whoosh(folder: Path, query: object) -> set[str]:
    from index.whoosh_import import whoosh_index
    from index.writing import DurableStorage, article_schema

    storage = DurableStorage(str(open_corpus(folder).cache_folder / "index"))
    opened = whoosh_index.FileIndex(storage, article_schema(), INDEX_NAME)
    with opened.searcher() as searcher:
        return {hit["article"] for hit in searcher.search(query, limit=None)}


def found_by_us(index: Index, query: str) -> set[str]:
    return {hit.article for hit in index.search(query, limit=1000, widen=False).hits}


def test_whoosh_finds_the_same_words_phrases_and_prefixes(rainy: Path) -> None:
    query = importlib.import_module("whoosh.query")
    index = open_index(open_corpus(rainy))
    term = {word: query.Term("body", words(word)[0]) for word in VOCABULARY}

    for word in VOCABULARY:
        assert found_by_us(index, word) == found_by_whoosh(rainy, term[word]) != set()
    for one in VOCABULARY:
        for other in VOCABULARY:
            phrase = query.Phrase("body", words(f"{one} {other}"))
            assert found_by_us(index, f'"{one} {other}"') == found_by_whoosh(rainy, phrase)
            both = query.And([term[one], term[other]])
            assert found_by_us(index, f"{one} {other}") == found_by_whoosh(rainy, both)
            # Not Whoosh's AndNot: it forgets to skip ahead at its first document.
            without = found_by_whoosh(rainy, term[one]) - found_by_whoosh(rainy, term[other])
            assert found_by_us(index, f"{one} -{other}") == without
    either = query.Or([term["rain"], query.Term("body", "changed")])
    assert found_by_us(index, "rain OR changed") == found_by_whoosh(rainy, either)
    assert found_by_us(index, "w*") == found_by_whoosh(rainy, query.Prefix("body", "w"))


def test_a_segment_gives_back_what_was_put_in(tmp_path: Path) -> None:
    draw = random.Random(5)
    texts = [draw.choices(VOCABULARY, k=draw.randint(0, 600)) for _ in range(40)]
    inverted = Inverted()
    for number, text in enumerate(texts):
        inverted.add(text, min(5, len(text)), {"number": number})
    write_segment(tmp_path / "one.words", inverted)
    one = PackedSegment(tmp_path / "one.words")
    check_segment(one, texts)

    merged = Inverted()
    merged.add(["first"], 1, {"number": -1})
    kept = [number for number in range(40) if number % 3]
    assert merged.add_segment(one, [number for number in range(40) if not number % 3]) == len(kept)
    write_segment(tmp_path / "two.words", merged)
    check_segment(
        PackedSegment(tmp_path / "two.words"), [["first"], *(texts[number] for number in kept)]
    )


def check_segment(segment: PackedSegment, texts: list[list[str]]) -> None:
    assert segment.documents == len(texts)
    assert list(segment.lengths) == [len(text) for text in texts]
    for name, size in (("body", 10**9), ("lead", 5)):
        counts = [Counter(text[:size]) for text in texts]
        assert segment.words(name) == sorted({word for count in counts for word in count})
        owners = documents_by_position(segment.starts, segment.lengths)
        for place, word in enumerate(segment.words(name)):
            having = {n: count[word] for n, count in enumerate(counts) if count[word]}
            documents, frequencies = segment.postings(name, place)
            assert dict(zip(documents, frequencies, strict=True)) == having
            assert segment.document_frequency(name, place) == len(having)
            assert list(segment.documents_with(name, range(place, place + 1))) == list(having)
            places = [
                (document := owners[position], position - segment.starts[document])
                for position in segment.positions(name, range(place, place + 1))
            ]
            assert places == [
                (n, at)
                for n, text in enumerate(texts)
                for at, here in enumerate(text[:size])
                if here == word
            ]
