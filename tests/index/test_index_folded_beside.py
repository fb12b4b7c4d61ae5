"""What is not indexed yet is folded in a process of its own, and found as if it were not."""

from __future__ import annotations

import os
import sys
from itertools import chain, count
from pathlib import Path

import pytest

from corpus.opening import Corpus, open_corpus
from index.folded_text import folded_plain
from index.folding_process import MANY_FILES, FoldingBeside, fold_beside
from index.opening import open_index
from index.scanning import Scan, Stopped

MANY = MANY_FILES + 100


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A corpus of more articles than are folded in this process, one of them in Latin-1."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:04}.txt").write_text(f"Boat {number} left the quay of Oravice.\n")
    (folder / "café.txt").write_text("Das Café am Wehr ist geöffnet.\n", encoding="latin-1")
    return open_corpus(folder)


def followed(corpus: Corpus) -> Scan:
    scan = Scan(corpus)
    scan.follow(corpus, None, corpus.files, {})
    return scan


def never() -> bool:
    return False


def test_files_are_folded_as_in_this_process(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("The U.S. flag, said Sana'a radio.\n")
    (tmp_path / "café\n.txt").write_text("Nobody’s café “here”.\n")
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "long.txt").write_text("Over 1,600 left. " * 50_000)
    (tmp_path / "link.txt").symlink_to(tmp_path / "plain.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    unnamed = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(unnamed).write_text("Words of a file without a readable name.\n")
    paths = [*sorted(map(str, tmp_path.iterdir())), str(tmp_path / "gone.txt")]
    folding = FoldingBeside({(path, None, 0, 0): path for path in paths})
    folded = [(text, name) for text, (name, *_) in chain(*folding)]
    assert folded == [(folded_plain(path), path) for path in paths]


def test_what_is_read_ahead_is_found_as_without(corpus: Corpus) -> None:
    queries = ("boat", "cafe", "boat 17", '"quay of oravice"', "orovice", "boat -left", "absent")
    ahead, plain = open_index(corpus), open_index(corpus)
    ahead.read_ahead()
    assert ahead.unread() == 0
    for query in queries:
        assert ahead.search_all(query) == plain.search_all(query)


def test_what_was_begun_before_the_index_was_opened_is_taken_over(corpus: Corpus) -> None:
    begun = fold_beside(corpus, corpus.files, most=1_000_000)
    assert begun is not None
    ahead, plain = open_index(corpus), open_index(corpus)
    ahead.read_ahead(begun=begun)
    assert ahead.unread() == 0
    assert not any(map(list, begun))
    assert ahead.search_all("boat 17") == plain.search_all("boat 17")


def test_few_files_are_folded_here(corpus: Corpus) -> None:
    assert fold_beside(corpus, corpus.files[:MANY_FILES], most=1_000_000) is None
    assert fold_beside(corpus, corpus.files, most=1_000) is None


def test_a_search_takes_over_what_is_folded_meanwhile(corpus: Corpus) -> None:
    scan, asked = followed(corpus), count()
    scan.fold_beside()
    with pytest.raises(Stopped):
        scan.read(lambda: next(asked) > 0)
    assert not scan.is_ready
    scan.read(never)
    assert scan.is_ready
    assert scan.articles == MANY + 1


def test_files_that_are_gone_meanwhile_are_forgotten(corpus: Corpus) -> None:
    scan, asked = followed(corpus), count()
    scan.fold_beside()
    with pytest.raises(Stopped):
        scan.read(lambda: next(asked) > 0)
    scan.follow(corpus, None, corpus.files[-5:], {})
    scan.read(never)
    assert scan.is_ready
    assert scan.articles == 5


def test_where_no_process_can_begin_they_are_folded_here(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no_python"))
    scan = followed(corpus)
    scan.fold_beside()
    scan.read(never)
    assert scan.is_ready


@pytest.mark.parametrize("written", ["", "[3, 3]\\n ab", "[3"])
def test_where_the_process_is_ended_the_rest_is_folded_here(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: str
) -> None:
    killed = tmp_path / "python"
    killed.write_text(f"#!/bin/sh\nprintf '{written}'\nkill -9 $$\n")
    killed.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(killed))
    scan = followed(corpus)
    scan.fold_beside()
    scan.read(never)
    assert scan.is_ready
