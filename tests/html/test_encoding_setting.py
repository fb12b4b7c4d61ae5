"""The encoding that the reader set for a file: every reader, the caches and the index heed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.corpus_file_reading import parse_corpus_file
from corpus.opening import open_corpus
from corpus.reasons import reading_problems
from index.opening import open_index

RUSSIAN = "Наводнение в долине: четыреста тридцать домов повреждено"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_file_is_read_in_the_encoding_that_was_set_for_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(RUSSIAN.encode("koi8-r"))
    before = open_corpus(tmp_path)
    guessed = before.read(before.files[0])
    before.summary(before.files[0])
    (tmp_path / "postil.yaml").write_text(f"articles:\n  {name}: {{encoding: KOI8-R}}\n")

    corpus = before.rescanned()
    article = corpus.read(corpus.files[0])

    assert article.text.strip() == RUSSIAN
    assert (article.encoding, article.encoding_guessed) == ("koi8-r", False)
    assert reading_problems(article) == ()
    assert guessed.encoding_guessed
    assert corpus.summary(corpus.files[0]).characters == len(article.text)


def test_bytes_that_the_set_encoding_does_not_have_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("cp1251"))
    (tmp_path / "postil.yaml").write_text("articles:\n  a.txt: {encoding: utf-8}\n")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    assert "\ufffd" in article.text
    assert "could not be read" in reading_problems(article)[0].reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8", "utf-32"])
def test_a_mark_at_the_start_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    data = ("" if encoding in ("utf-16", "utf-32") else "\ufeff") + RUSSIAN
    (tmp_path / "a.txt").write_bytes(data.encode(encoding))
    (tmp_path / "postil.yaml").write_text(f"articles:\n  a.txt: {{encoding: {encoding}}}\n")
    corpus = open_corpus(tmp_path)
    assert corpus.read(corpus.files[0]).text == RUSSIAN


@pytest.mark.parametrize("name", ["klingon", "hex", "idna", "unicode_escape", "[utf-8]", '"\\0"'])
def test_what_is_no_encoding_of_texts_is_refused_with_its_place(name: str) -> None:
    settings, problems = parse_corpus_file(f"articles:\n  a.txt:\n    encoding: {name}\n")
    assert settings.encoding_of("a.txt") is None
    assert [(problem.line, problem.level) for problem in problems] == [(3, "error")]


def test_the_index_reads_again_only_the_file_whose_encoding_was_set(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(RUSSIAN.encode("koi8-r"))
    corpus = open_corpus(tmp_path)
    open_index(corpus).update()
    (tmp_path / "postil.yaml").write_text("articles:\n  a.txt: {encoding: cp1251}\n")

    corpus = corpus.rescanned()
    index = open_index(corpus)

    assert not index.is_current()
    report = index.update()
    assert (report.added, report.changed) == (0, 1)
    assert index.is_current()
    word = corpus.read(corpus.files[0]).text.split()[0]
    assert [hit.article for hit in index.search(word, 10).hits] == ["a.txt"]
