"""A corpus is opened from a folder or a file, and gives articles their texts."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import threading
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.folder import walk
from corpus.opening import open_corpus
from corpus.problem import CorpusError
from corpus.reasons import reading_problems
from corpus.sniffing import Sniffer


def read(folder: Path, name: str) -> Article:
    corpus = open_corpus(folder)
    file = corpus.find(name)
    assert file is not None
    return corpus.read(file)


def test_a_text_is_the_decoded_file_with_line_ends_as_lf(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"\xef\xbb\xbfOne \xe2\x80\x9ctwo\xe2\x80\x9d\r\nthree\rfour\n"
    )
    article = read(tmp_path, "a.txt")
    assert article.text == "One “two”\nthree\nfour\n"
    assert (article.reader, article.name) == ("text/1", "a.txt")
    assert (article.encoding, article.encoding_guessed) == ("utf-8", False)
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert reading_problems(article) == ()


def test_the_hash_is_the_same_with_other_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntwo\n")
    (tmp_path / "b.txt").write_bytes(b"one\r\ntwo\r\n")
    assert read(tmp_path, "a.txt").sha256 == read(tmp_path, "b.txt").sha256


def test_markdown_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Title\n\n*Words* <b>&amp;</b>\n")
    article = read(tmp_path, "a.md")
    assert (article.reader, article.text) == ("markdown/1", "# Title\n\n*Words* <b>&amp;</b>\n")


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("It wasn’t “closed” – José".encode("cp1252"))
    article = read(tmp_path, "a.txt")
    assert article.text == "It wasn’t “closed” – José"
    (problem,) = reading_problems(article)
    assert (problem.file, problem.level) == ("a.txt", "warning")
    assert "cp1252" in problem.reason


def test_broken_bytes_are_counted_in_the_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Wörter, Wörter, Wört".encode() + b"\xc3")
    (problem,) = reading_problems(read(tmp_path, "a.txt"))
    assert "1 characters could not be read" in problem.reason


def test_an_empty_article_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read(tmp_path, "a.txt").text == ""


def test_a_file_that_changed_since_the_walk_is_read_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    corpus = open_corpus(tmp_path)
    (tmp_path / "a.txt").write_text("newer")
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    article = corpus.read(corpus.files[0])
    assert article.text == "newer"
    assert (article.file.size, article.file.modified) == (5, 1)


def test_a_file_that_vanished_or_became_something_else_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    corpus = open_corpus(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(CorpusError, match="not there any more"):
        corpus.read(corpus.files[0])
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(CorpusError, match="named pipe"):
        corpus.read(corpus.files[0])
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    with pytest.raises(CorpusError, match="binary"):
        corpus.read(corpus.files[0])


def test_a_file_alone_is_a_corpus_that_sees_nothing_else(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "postil.yaml").write_text("exclude: a.txt\nmetadata: [{files: '*', outlet: X}]")
    corpus = open_corpus(tmp_path / "a.txt")
    assert [file.article for file in corpus.files] == ["a.txt"]
    assert corpus.root == tmp_path
    assert corpus.settings.metadata_for("a.txt").outlet == "X"
    assert corpus.find("b.txt") is None
    assert len({corpus.key, open_corpus(tmp_path).key, open_corpus(tmp_path / "b.txt").key}) == 3
    assert [file.article for file in corpus.rescanned().files] == ["a.txt"]


def test_a_corpus_has_one_root_and_key_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "My Articles (2019)"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    monkeypatch.chdir(real)
    opened = [open_corpus(path) for path in (real, str(real) + "/", ".", tmp_path / "link")]
    assert {corpus.root for corpus in opened} == {real}
    assert len({corpus.key for corpus in opened}) == 1
    assert opened[0].key.startswith("my-articles-2019-")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nothing", "no such"),
        ("nothing/below", "no such"),
        ("picture.png", "no reader"),
        ("binary.txt", "binary"),
        ("pipe", "named pipe"),
        ("circle", "circle"),
        ("nul\0", "not a path"),
        ("n" * 5000, "longer than"),
    ],
)
def test_what_is_no_corpus_is_refused_with_reason_and_remedy(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorpusError, match=reason) as caught:
        open_corpus(tmp_path / name)
    assert caught.value.problem.remedy


def test_rescanning_sees_what_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    first = open_corpus(tmp_path)
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "postil.yaml").write_text("metadata: [{files: '*', outlet: X}]")
    second = first.rescanned()
    assert [file.article for file in first.files] == ["a.txt"]
    assert [file.article for file in second.files] == ["b.txt"]
    assert second.settings.metadata_for("b.txt").outlet == "X"
    assert (second.key, second.root) == (first.key, first.root)


def test_no_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words " * 1000)
    corpus = open_corpus(tmp_path)
    corpus.read(corpus.files[0])
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, Article)]
    assert not any(article.text.startswith("words words") for article in kept)


def test_files_that_were_looked_into_are_not_looked_into_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").write_bytes(bytes(256))
    first = open_corpus(tmp_path)
    stamp = (tmp_path / "a.txt").stat()
    # The same size and time of change: only somebody who looks again can tell.
    (tmp_path / "a.txt").write_bytes(b"\0" * 5)
    os.utime(tmp_path / "a.txt", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    again = open_corpus(tmp_path)
    assert again.files == first.files
    assert again.skipped == first.skipped
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    assert open_corpus(tmp_path).files == ()


def test_what_there_was_no_time_to_look_into_counts_as_text_until_it_is_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(256))
    corpus = open_corpus(tmp_path)
    assert corpus.files == ()
    files, _ = walk(tmp_path, corpus.settings)
    sniffer = Sniffer()
    texts, problems = sniffer.sniff(files, patience=-1.0)
    assert (texts, problems) == (tuple(files), [])
    with pytest.raises(CorpusError, match="binary"):
        corpus.read(texts[0])
    assert sniffer.sniff(files)[0] == ()


@pytest.mark.parametrize(
    "memory",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"layout": 1}',
        b'{"layout": 1, "seen": {"a.txt": [1]}}',
        b"[" * 9999,
    ],
    ids=range(7),
)
def test_a_damaged_memory_is_no_memory(tmp_path: Path, memory: bytes) -> None:
    (tmp_path / "a.txt").write_text("words")
    corpus = open_corpus(tmp_path)
    (remembered,) = corpus.cache_folder.glob("*.json")
    assert "a.txt" in json.loads(remembered.read_text())["seen"]
    remembered.write_bytes(memory)
    assert open_corpus(tmp_path).files == corpus.files


def test_without_a_cache_folder_the_corpus_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").write_bytes(bytes(256))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    corpus = open_corpus(tmp_path)
    assert [file.article for file in corpus.files] == ["a.txt"]
    with pytest.raises(CorpusError, match="XDG_CACHE_HOME"):
        _ = corpus.cache_folder


def test_a_corpus_may_be_used_from_several_threads(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:02}.txt").write_text(f"Article {number}.\n")
    corpus = open_corpus(tmp_path)
    texts: list[list[str]] = []

    def read_all() -> None:
        again = corpus.rescanned()
        texts.append([again.read(file).text for file in again.files])

    threads = [threading.Thread(target=read_all) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [[f"Article {number}.\n" for number in range(50)]] * 8


def test_a_corpus_of_one_file_tells_which_and_a_folder_of_one_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    corpus = open_corpus(tmp_path / "a.txt")
    assert corpus.only == corpus.files[0]
    assert corpus.rescanned().only == corpus.files[0]
    assert open_corpus(tmp_path).only is None


def test_one_file_that_changed_among_very_many_is_told_and_looked_into_again(
    tmp_path: Path,
) -> None:
    for number in range(600):
        (tmp_path / f"{number}.txt").write_text("words")
    corpus = open_corpus(tmp_path)
    (remembered,) = corpus.cache_folder.glob("*.json")
    before = remembered.stat().st_mtime_ns
    (tmp_path / "7.txt").write_bytes(bytes(9))

    for again in (corpus.rescanned(), open_corpus(tmp_path)):
        assert [problem.file for problem in again.skipped] == ["7.txt"]
        assert len(again.files) == 599

    assert remembered.stat().st_mtime_ns == before
    for number in range(300):
        (tmp_path / f"{number}.txt").unlink()
    assert len(open_corpus(tmp_path).files) == 300
    assert len(json.loads(remembered.read_text())["seen"]) == 300
