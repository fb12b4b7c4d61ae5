"""Analyses come back from the disk as they were, or are worked out again."""

from __future__ import annotations

import os
import sqlite3
import threading
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis_cache import FILE_NAME, AnalysisCache
from corpus.analysis_codec import decode, decode_lists, encode
from corpus.problem import CorpusError, Problem
from corpus.span import Span
from corpus.summary import Summary
from corpus.understanding.analysis import (
    Analysis,
    Counted,
    Furniture,
    Mention,
    Metadata,
    Quantity,
    Value,
)

SMALL = Analysis(
    Metadata(
        title=Value("Storm", "likely", Span(0, 5)), outlet=Value("Wire", "guess", "file name")
    ),
    furniture=(Furniture(6, 9, "clock"),),
    sentences=(Span(10, 20), Span(21, 30)),
    mentions=(Mention(10, 14, "Lund", "PERSON", "person:lund", "Lund", Span(6, 9), True),),
    quantities=(Quantity(15, 18, "600", "count", 600, bound="over", of=Counted(19, 24, "boats")),),
)
TEXT = "0" * 64


def cache_in(folder: Path, version: str = "1") -> AnalysisCache:
    return AnalysisCache(lambda: folder, version)


@given(st.from_type(Analysis))
def test_an_analysis_comes_back_as_it_was(analysis: Analysis) -> None:
    # The repr also tells 1 from 1.0 and True, and lets not-a-number equal itself.
    assert repr(decode(encode(analysis), Analysis)) == repr(analysis)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        encode(SMALL)[:-4],
        zlib.compress(b"no json"),
        zlib.compress(b"\xff"),
        zlib.compress(b"{}"),
        zlib.compress(b"[[], []]"),
        zlib.compress(b"[1, 2, 3, 4, 5, 6]"),
        zlib.compress(b"[" * 100_000),
    ],
    ids=range(9),
)
def test_other_bytes_are_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        decode(data, Analysis)


def test_what_was_put_is_there_in_the_next_process(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    assert cache.get(TEXT, "key") is None
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") == SMALL
    cache.close()
    again = cache_in(tmp_path)
    assert again.get(TEXT, "key") == SMALL
    assert again.get(TEXT, "other key") is None
    assert again.get("1" * 64, "key") is None
    assert again.problem is None


def test_a_summary_is_kept_beside_the_analysis_and_the_newest_counts(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put(TEXT, "key", SMALL)
    cache.put_summary(TEXT, Summary("first", "text/1", 7, Metadata()))
    cache.put_summary(TEXT, Summary("second", "text/1", 9, SMALL.metadata))
    cache.close()
    again = cache_in(tmp_path)
    assert again.get_summary(TEXT) == Summary("second", "text/1", 9, SMALL.metadata)
    assert again.get_summary("1" * 64) is None
    assert again.get(TEXT, "key") == SMALL


def test_a_new_analysis_takes_the_place_of_the_old(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put(TEXT, "key", Analysis(Metadata()))
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") == SMALL


def test_another_version_of_the_analyser_begins_again(tmp_path: Path) -> None:
    old = cache_in(tmp_path, "1")
    old.put(TEXT, "key", SMALL)
    old.close()
    new = cache_in(tmp_path, "2")
    assert new.get(TEXT, "key") is None
    new.put(TEXT, "key", SMALL)
    assert new.get(TEXT, "key") == SMALL


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE analysis (something TEXT)")
    connection.close()


def damaged(path: Path) -> None:
    cache = cache_in(path.parent)
    for number in range(200):
        cache.put(f"{number:064}", "key", SMALL)
    cache.close()
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)


def emptied(path: Path) -> None:
    cache = cache_in(path.parent)
    cache.put(TEXT, "key", SMALL)
    cache.close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE analysis")
        connection.execute("CREATE TABLE other (x)")
    connection.close()


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_bytes(b"not a database" * 999), foreign, damaged, emptied]
)
def test_a_damaged_or_foreign_file_is_begun_again(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(tmp_path / FILE_NAME)
    cache = cache_in(tmp_path)
    assert cache.get(TEXT, "key") is None
    cache.put(TEXT, "key", SMALL)
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") == SMALL
    assert cache.problem is None


def test_a_damaged_entry_is_written_over(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put(TEXT, "key", SMALL)
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE analysis SET value = 'spoilt'")
    connection.close()
    assert cache.get(TEXT, "key") is None
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") == SMALL


def test_while_another_process_writes_an_entry_is_skipped_and_later_ones_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.analysis_cache._WAIT", 0.0)
    cache = cache_in(tmp_path)
    cache.put(TEXT, "first", SMALL)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put(TEXT, "second", SMALL)
    assert cache.get(TEXT, "first") == SMALL
    assert cache.get(TEXT, "second") is None
    other.execute("ROLLBACK")
    other.close()
    cache.put(TEXT, "second", SMALL)
    assert cache.get(TEXT, "second") == SMALL
    assert cache.problem is None


def test_where_nothing_can_be_kept_it_is_said_once_and_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    cache = cache_in(tmp_path)
    assert cache.problem is None
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") is None
    assert cache.problem is not None
    assert cache.problem.level == "warning"
    assert cache.problem.remedy


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    def refuse() -> Path:
        raise CorpusError(Problem("somewhere", "it is a link", "remove it"))

    cache = AnalysisCache(refuse, "1")
    cache.put(TEXT, "key", SMALL)
    assert cache.get(TEXT, "key") is None
    assert cache.problem == Problem("somewhere", "it is a link", "remove it", level="warning")


def test_a_full_disk_is_a_warning(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put(TEXT, "key", SMALL)
    assert cache._connection is not None
    (pages,) = cache._connection.execute("PRAGMA page_count").fetchone()
    cache._connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own full disk
    for number in range(500):
        cache.put(f"{number:064}", "key", SMALL)
    assert cache.problem is not None
    assert "full" in cache.problem.reason
    assert cache.get(TEXT, "key") is None


def test_threads_share_one_cache(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    wrong: list[int] = []

    def work(begin: int) -> None:
        for number in range(begin, begin + 40):
            cache.put(f"{number % 50:064}", "key", SMALL)
            if cache.get(f"{number % 50:064}", "key") != SMALL:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(begin,)) for begin in range(0, 80, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert cache.problem is None


def test_two_caches_on_one_file_see_each_others_entries(tmp_path: Path) -> None:
    one, two = cache_in(tmp_path), cache_in(tmp_path)
    one.put(TEXT, "one", SMALL)
    two.put(TEXT, "two", SMALL)
    assert one.get(TEXT, "two") == two.get(TEXT, "one") == SMALL


def test_a_forked_process_uses_a_connection_of_its_own(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put(TEXT, "before", SMALL)
    child = os.fork()
    if child == 0:
        cache.put(TEXT, "child", SMALL)
        os._exit(0 if cache.get(TEXT, "before") == SMALL else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert cache.get(TEXT, "child") == SMALL


def test_an_entry_is_given_as_the_lists_that_it_is_kept_as(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.put_entry("", "spans", Span(3, 5))
    assert cache.get_lists("", "spans") == [3, 5]
    assert cache.get_lists("", "others") is None


@pytest.mark.parametrize("data", [b"no zlib", encode(SMALL)[:-4], zlib.compress(b"{}")])
def test_what_is_no_entry_gives_no_lists(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no |cut off|Expecting"):
        decode_lists(data)
