"""What a corpus tells of an article is worked out once, and again when something bears on it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus.analysis_cache import FILE_NAME
from corpus.article import Article
from corpus.opening import Corpus, open_corpus
from corpus.problem import CorpusError
from corpus.recent import Recent

TEXT = """Storm closes the harbour

Harbour officials said on Sunday that more than 1,600 boats were moved. Mayor Ida Lund of Nyhavn
thanked the crews.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2019-11-10_storm.txt").write_text(TEXT)
    return tmp_path


def first(corpus: Corpus) -> Article:
    return corpus.read(corpus.files[0])


def rows(corpus: Corpus) -> list[tuple[str, str]]:
    connection = sqlite3.connect(corpus.cache_folder / FILE_NAME)
    found = connection.execute("SELECT text, key FROM analysis").fetchall()
    connection.close()
    return found


def test_an_analysis_is_kept_and_the_same_after_opening_again(folder: Path) -> None:
    corpus = open_corpus(folder)
    article = first(corpus)
    analysis = corpus.analyse(article)
    assert analysis.sentences
    assert corpus.analyse(article) == analysis
    again = open_corpus(folder)
    assert again.analyse(first(again)) == analysis
    assert len(rows(corpus)) == 1
    assert corpus.cache_problem is None


def test_the_cache_holds_no_names_and_no_paths(folder: Path) -> None:
    corpus = open_corpus(folder)
    corpus.analyse(first(corpus))
    corpus.close()
    assert b"storm.txt" not in (corpus.cache_folder / FILE_NAME).read_bytes()
    ((text, key),) = rows(corpus)
    assert len(text) == len(key) == 64


def test_a_summary_is_what_reading_tells_and_needs_no_reading_again(folder: Path) -> None:
    corpus = open_corpus(folder)
    article = first(corpus)
    summary = corpus.summary(article.file)
    assert (summary.reader, summary.characters) == (article.reader, len(article.text))
    assert summary.metadata == corpus.metadata(article)
    corpus.close()
    again = open_corpus(folder)
    (folder / "2019-11-10_storm.txt").unlink()  # whoever read it now would fail
    assert again.summary(again.files[0]) == summary


def test_a_summary_follows_the_text_and_the_settings(folder: Path) -> None:
    corpus = open_corpus(folder)
    corpus.summary(corpus.files[0])
    (folder / "2019-11-10_storm.txt").write_text(TEXT + "More.\n")
    changed = corpus.rescanned()
    assert changed.summary(changed.files[0]).characters == len(TEXT) + 6
    (folder / "postil.yaml").write_text('metadata: [{files: "*", outlet: Harbour Wire}]')
    told = corpus.rescanned()
    outlet = told.summary(told.files[0]).metadata.outlet
    assert outlet is not None
    assert outlet.value == "Harbour Wire"
    (folder / "2019-11-10_storm.txt").unlink()
    (folder / "postil.yaml").unlink()
    with pytest.raises(CorpusError, match="not there any more"):
        told.rescanned().summary(changed.files[0])


def test_furniture_is_the_same_before_and_after_the_analysis(folder: Path) -> None:
    (folder / "2019-11-10_storm.txt").write_text(f"Share\nTweet\n\n{TEXT}\nLeave a comment\n")
    corpus = open_corpus(folder)
    article = first(corpus)
    before = corpus.furniture(article)
    assert before
    assert corpus.analyse(article).furniture == before == corpus.furniture(article)


def test_metadata_is_the_same_object_while_nothing_changes(folder: Path) -> None:
    corpus = open_corpus(folder)
    metadata = corpus.metadata(first(corpus))
    assert corpus.metadata(first(corpus)) is metadata
    assert corpus.rescanned().metadata(first(corpus)) is metadata


def test_a_rule_in_postil_yaml_is_in_force_after_the_next_scan(folder: Path) -> None:
    corpus = open_corpus(folder)
    corpus.analyse(first(corpus))
    rule = '{files: "*", outlet: Harbour Wire, date: "{yyyy}-{mm}-{dd}"}'
    (folder / "postil.yaml").write_text(f"metadata: [{rule}]")
    told = corpus.rescanned()
    for metadata in (told.metadata(first(told)), told.analyse(first(told)).metadata):
        assert metadata.outlet is not None
        assert (metadata.outlet.value, metadata.outlet.evidence) == ("Harbour Wire", "postil.yaml")
        assert metadata.published is not None
        assert (metadata.published.value, metadata.published.evidence) == (
            "2019-11-10",
            "file name",
        )


def test_two_articles_of_one_text_have_their_own_metadata(folder: Path) -> None:
    (folder / "2020-01-02_storm.txt").write_text(TEXT)
    (folder / "postil.yaml").write_text('metadata: [{files: "*", date: "{yyyy}-{mm}-{dd}"}]')
    corpus = open_corpus(folder)
    dates = [corpus.analyse(corpus.read(file)).metadata.published for file in corpus.files]
    assert [date and date.value for date in dates] == ["2019-11-10", "2020-01-02"]


def test_a_changed_text_is_analysed_anew(folder: Path) -> None:
    corpus = open_corpus(folder)
    before = corpus.analyse(first(corpus))
    (folder / "2019-11-10_storm.txt").write_text(TEXT + "\nIt was calm again on Monday.\n")
    corpus = corpus.rescanned()
    assert len(corpus.analyse(first(corpus)).sentences) == len(before.sentences) + 1


def test_without_a_cache_an_article_is_analysed_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = open_corpus(folder)
    expected = kept.analyse(first(kept))
    blocked = tmp_path_factory.mktemp("blocked") / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    corpus = open_corpus(folder)
    assert corpus.cache_problem is None
    assert corpus.analyse(first(corpus)) == expected
    assert corpus.analyse(first(corpus)) == expected
    assert corpus.cache_problem is not None
    assert corpus.cache_problem.level == "warning"


def test_what_was_used_last_is_remembered() -> None:
    recent: Recent[int, str] = Recent(2)
    for number in (1, 2, 1, 3):
        if recent.get(number) is None:
            recent.put(number, str(number))
    assert [recent.get(number) for number in (1, 2, 3)] == ["1", None, "3"]
    assert len(recent) == 2
