"""A folder that is walked in a process of its own is listed as it is in this one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from corpus.opening import Corpus, open_at, open_corpus
from corpus.problem import CorpusError
from corpus.reasons import LIMIT


def listed(corpus: Corpus) -> tuple[object, ...]:
    return corpus.files, corpus.skipped, corpus.complete, corpus.settings


def assert_listed_alike(folder: Path) -> Corpus:
    beside = open_corpus(folder, beside=True)
    assert listed(beside) == listed(open_corpus(folder))
    assert listed(beside.rescanned(beside=True)) == listed(beside)
    return beside


def test_a_hostile_folder_is_listed_alike(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    strange = [
        b"caf\xe9.txt",
        "na\u00efve\u202e.md".encode(),
        b"line\nend\x1b[2J.txt",
        b"deep/er/a.TXT",
    ]
    for name in strange:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("Words.\n")
    (tmp_path / "page.html").write_text("<p>Words.")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>Advertisement.")
    (tmp_path / "deep" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "again.md").symlink_to(tmp_path / "page.html")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 100)
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(LIMIT + 1)
    corpus = assert_listed_alike(tmp_path)
    assert {os.fsencode(file.article) for file in corpus.files} == {*strange, b"page.html"}
    assert {problem.file for problem in corpus.skipped} >= {"pipe.txt", "binary.txt", "huge.txt"}


def test_what_postil_yaml_says_holds(tmp_path: Path) -> None:
    for name in ("kept.txt", "left_out.txt", "other.md"):
        (tmp_path / name).write_text("Words.\n")
    (tmp_path / "postil.yaml").write_text(
        "schema: postil-corpus/1\ninclude: ['*.txt']\nexclude: ['left*']\nwrong: 1\n"
    )
    corpus = assert_listed_alike(tmp_path)
    assert [file.article for file in corpus.files] == ["kept.txt"]
    assert [problem.file for problem in corpus.skipped] == ["postil.yaml"]


def test_many_articles_come_all_and_in_order(tmp_path: Path) -> None:
    for number in range(2_500):
        (tmp_path / f"{number}.txt").write_text("Words.\n")
    assert len(assert_listed_alike(tmp_path).files) == 2_500


def test_one_article_is_a_corpus_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.\n")
    (tmp_path / "b.txt").write_text("Words.\n")
    assert_listed_alike(tmp_path / "a.txt")


def test_where_no_process_can_begin_the_folder_is_walked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Words.\n")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no_python"))
    assert [file.article for file in open_corpus(tmp_path, beside=True).files] == ["a.txt"]


def test_where_the_process_ends_before_its_end_the_folder_is_walked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Words.\n")
    killed = tmp_path / "python"
    killed.write_text('#!/bin/sh\necho \'{"files": [["b.txt", 1, 1]]}\'\nkill -9 $$\n')
    killed.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(killed))
    corpus = open_corpus(tmp_path / "corpus", beside=True)
    assert [file.article for file in corpus.files] == ["a.txt"]


def opened_at(folder: Path, article: str) -> Corpus:
    corpus = open_at(folder, article)
    assert corpus is not None
    return corpus


def test_a_walk_that_was_begun_ahead_is_taken_over(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "left_out.txt"):
        (tmp_path / name).write_text("Words.\n")
    (tmp_path / "postil.yaml").write_text("schema: postil-corpus/1\nexclude: ['left*']\nwrong: 1\n")
    ahead = opened_at(tmp_path, "b.txt")
    ahead.walk_ahead()
    listed_ahead = ahead.rescanned(beside=True)
    assert listed(listed_ahead) == listed(open_corpus(tmp_path))
    # The next one sees the folder as it is by then.
    (tmp_path / "c.txt").write_text("Words.\n")
    for again in (ahead, listed_ahead):
        assert [file.article for file in again.rescanned().files] == ["a.txt", "b.txt", "c.txt"]


def test_where_a_walk_ahead_cannot_begin_the_folder_is_walked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Words.\n")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no_python"))
    corpus = opened_at(tmp_path, "a.txt")
    corpus.walk_ahead()
    assert listed(corpus.rescanned()) == listed(open_corpus(tmp_path))


def test_a_walk_ahead_that_nobody_asks_for_ends_with_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.\n")
    corpus = opened_at(tmp_path, "a.txt")
    corpus.walk_ahead()
    # A process that is left behind would be warned of.
    corpus.close()
    assert listed(corpus.rescanned()) == listed(open_corpus(tmp_path))


def test_a_folder_that_is_gone_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Words.\n")
    corpus = open_corpus(folder)
    (folder / "a.txt").unlink()
    folder.rmdir()
    with pytest.raises(CorpusError):
        corpus.rescanned(beside=True)
