"""The example corpus is what examples/README.md says it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.ledger import ledger
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.problem import CorpusError

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY / "examples" / "tulgara-dam"
MOVED, LOST = "a-g2ws6cz4xn", "a-k6pb4tz2vm"


def test_the_bytes_that_git_must_not_touch_are_there() -> None:
    radio = (CORPUS / "004_radio_tarvos.txt").read_bytes()
    gazette = (CORPUS / "005_gazette.txt").read_bytes()

    assert radio.count(b"\r\n") == radio.count(b"\n") > 20
    assert b"\x93" in gazette
    assert "Andr\xe9".encode("cp1252") in gazette
    with pytest.raises(UnicodeDecodeError):
        gazette.decode("utf-8")
    assert (CORPUS / "010_notes.txt").read_bytes() == b""
    assert b"\x00" in (CORPUS / "011_scan.txt").read_bytes()


def test_the_texts_are_read_as_they_were_written(example: Path) -> None:
    corpus = open_corpus(example)

    def text(article: str) -> str:
        file = corpus.find(article)
        assert file is not None
        return corpus.read(file).text

    assert "“I have hauled for thirty years" in text("005_gazette.txt")
    assert "By André Lemoigne, at the Col des Émouchets" in text("005_gazette.txt")
    assert "\r" not in text("004_radio_tarvos.txt")
    assert "over\u00a01,450\u00a0hectares" in text("003_herald_log.txt")
    assert "2\u2009400" in text("003_herald_log.txt")
    assert text("010_notes.txt") == ""
    mirror = text("012_upland_mirror.html")
    assert mirror.startswith("Ration cards outnumber the people of the valley\n")
    assert "| Lower Jelva | 1,240 | 1,480 | 95 |\n" in mirror
    assert "9,400\u00a0ration cards" in mirror
    for around in ("cookies", "Football", "pilgrimage", "tannery_dog", "rights reserved"):
        assert around not in mirror


def test_the_binary_file_is_reported_and_the_rest_opens(example: Path) -> None:
    corpus = open_corpus(example)

    file = corpus.find("011_scan.txt")
    if file is None:
        assert "011_scan.txt" in [problem.file for problem in corpus.skipped]
    else:
        with pytest.raises(CorpusError):
            corpus.read(file)
    assert len([each for each in corpus.files if each.article != "011_scan.txt"]) == 13


def test_the_readme_beside_the_corpus_is_no_article_of_it(example: Path) -> None:
    assert all("README" not in file.article for file in open_corpus(example).files)


def test_every_annotation_is_ok_but_the_one_moved_and_the_one_lost(example: Path) -> None:
    corpus = open_corpus(example)

    states = {row.annotation.id: row.state for row in ledger(corpus, AnnotationStore(corpus))}

    assert len(states) == 11
    assert states.pop(MOVED) == "moved"
    assert states.pop(LOST) == "lost"
    assert set(states.values()) == {"ok"}


def test_the_annotations_are_of_every_kind_and_linked_across_articles(example: Path) -> None:
    corpus = open_corpus(example)
    rows = list(ledger(corpus, AnnotationStore(corpus)))
    articles = {row.annotation.id: row.article for row in rows}

    assert {row.annotation.kind for row in rows} == {"highlight", "note", "claim"}
    links = [(row.article, articles[link.to]) for row in rows for link in row.annotation.links]
    assert any(origin != target for origin, target in links)


def test_what_the_corpus_file_sets_comes_before_guesses(example: Path) -> None:
    corpus = open_corpus(example)
    published = {}
    for file in corpus.files:
        if file.article == "011_scan.txt":
            continue
        value = corpus.metadata(corpus.read(file)).published
        published[file.article] = None if value is None else value.value

    assert published["003_herald_log.txt"] == "2023-05-23"
    assert published["012_upland_mirror.html"] == "2023-05-29"
    assert published["monitor/2023-05-24_pickers.txt"] == "2023-05-24"
    assert published["monitor/2023-06-15_one_list.txt"] == "2023-06-15"
