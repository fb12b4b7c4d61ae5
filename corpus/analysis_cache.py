"""Analyses kept on disk, so that an unchanged article is never analysed twice.

One SQLite file in the corpus's cache folder, a row an article: the hash of the text, a key for what
else decides the result, and the analysis. Further rows hold what follows from analyses, under the
hash of an article's name and a kind: the summary that is shown in lists, the article's part in what
is known of the corpus. The file belongs to one version of the analyser. Several threads and
processes may use it together.

It is a cache: a file that is damaged, foreign or of another version is deleted and begun again, an
entry that cannot be read is worked out again, and where nothing can be kept (a full disk, a folder
that is not writable) the cache goes on empty-handed and says so in `problem`.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.analysis_codec import SHAPE, decode, decode_lists, encode
from corpus.problem import CorpusError, Problem
from corpus.summary import Summary
from corpus.understanding.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_T = TypeVar("_T")

FILE_NAME = "analysis.sqlite3"

_APPLICATION = 0x706F7374  # SQLite keeps a number that tells whose file it is
_SUMMARY = "summary"  # stands where an analysis has its key
_WAIT = 1.0  # seconds that a write waits for another process before the entry is given up
_TABLE = """
CREATE TABLE IF NOT EXISTS analysis (
    text TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (text, key)
) WITHOUT ROWID
"""


class _AnothersFileError(sqlite3.DatabaseError):
    """The file was made by another application or another version."""


class AnalysisCache:
    """The analyses of one corpus; the file is opened at the first use.

    `folder` returns the cache folder, or raises `CorpusError` where there can be none. `analyser`
    names the version of what is kept.
    """

    def __init__(self, folder: Callable[[], Path], analyser: str) -> None:
        self._folder = folder
        digest = hashlib.sha256(f"{analyser} {SHAPE}".encode()).digest()
        self._version = int.from_bytes(digest[:4], "big") >> 1  # SQLite keeps 31 bits and a sign
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inherited: list[sqlite3.Connection | None] = []
        self._process = os.getpid()
        self._problem: Problem | None = None

    @property
    def problem(self) -> Problem | None:
        """Why nothing is kept any more, as a warning; None while all is well."""
        return self._problem

    def get(self, text_hash: str, key: str) -> Analysis | None:
        """Return the analysis kept for a text under a key, or None."""
        return self._get(text_hash, key, Analysis)

    def put(self, text_hash: str, key: str, analysis: Analysis) -> None:
        """Keep an analysis, in the place of an older one for the same text under the same key."""
        self._put(text_hash, key, analysis)

    def get_summary(self, name_hash: str) -> Summary | None:
        """Return the summary kept for an article, or None."""
        return self._get(name_hash, _SUMMARY, Summary)

    def put_summary(self, name_hash: str, summary: Summary) -> None:
        """Keep a summary, in the place of an older one of the same article."""
        self._put(name_hash, _SUMMARY, summary)

    def get_entry(self, name_hash: str, kind: str, shape: type[_T]) -> _T | None:
        """Return what is kept under a name and a kind, or None."""
        return self._get(name_hash, kind, shape)

    def get_lists(self, name_hash: str, kind: str) -> list[Any] | None:
        """Return what is kept under a name and a kind as the lists that dataclasses became."""
        return self._get_by(name_hash, kind, decode_lists)

    def put_entry(self, name_hash: str, kind: str, entry: object) -> None:
        """Keep a dataclass under a name and a kind, in the place of an older one."""
        self._put(name_hash, kind, entry)

    def _get(self, text_hash: str, key: str, shape: type[_T]) -> _T | None:
        return self._get_by(text_hash, key, lambda data: decode(data, shape))

    def _get_by(self, text_hash: str, key: str, decoded: Callable[[bytes], _T]) -> _T | None:
        query = "SELECT value FROM analysis WHERE text = ? AND key = ?"
        rows = self._run(query, (text_hash, key))
        try:
            return decoded(rows[0][0]) if rows else None
        except ValueError:
            return None  # the next `put` writes over it

    def _put(self, text_hash: str, key: str, entry: object) -> None:
        if self._problem is None:
            values = (text_hash, key, encode(entry))
            self._run("INSERT OR REPLACE INTO analysis VALUES (?, ?, ?)", values)

    def __del__(self) -> None:
        self._close()

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            self._close()

    def _run(self, statement: str, values: tuple[str | bytes, ...]) -> list[tuple[bytes]]:
        with self._lock:
            try:
                self._open()
                if self._connection is not None:
                    return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as wrong:
                self._recover(wrong)
            except UnicodeDecodeError as wrong:
                self._recover(_unreadable(wrong))
        return []

    def _open(self) -> None:
        if self._process != os.getpid():
            # A connection must be neither used nor closed in a process forked after it was opened.
            self._inherited.append(self._connection)
            self._connection, self._process = None, os.getpid()
        if self._connection is None and self._problem is None:
            try:
                self._connection = _connect(self._folder() / FILE_NAME, self._version)
            except CorpusError as wrong:
                self._give_up(wrong.problem)

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None and self._process == os.getpid():
            with suppress(sqlite3.Error):  # closing writes the log back, which may fail as well
                connection.close()

    def _recover(self, wrong: sqlite3.Error) -> None:
        """Begin again after damage, skip one entry while another process writes, else stop."""
        name = getattr(wrong, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return
        self._close()
        try:
            path = self._folder() / FILE_NAME
            if isinstance(wrong, _AnothersFileError) or name.startswith(_DAMAGE):
                for suffix in ("", "-wal", "-shm"):
                    path.with_name(FILE_NAME + suffix).unlink(missing_ok=True)
                return
            reason = f"analyses are not kept: {wrong}"
            from corpus.room import remedy_for_no_room

            remedy = f"{remedy_for_no_room(path)}, or check the permissions of the folder"
            self._give_up(Problem(str(path), reason, remedy))
        except CorpusError as refused:
            self._give_up(refused.problem)
        except OSError as undeletable:
            reason = f"the damaged file cannot be deleted: {undeletable.strerror}"
            self._give_up(Problem(str(path), reason, "delete it"))

    def _give_up(self, problem: Problem) -> None:
        self._problem = Problem(problem.file, problem.reason, problem.remedy, level="warning")


_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_FORMAT", "SQLITE_ERROR", "SQLITE_SCHEMA")


def _connect(path: Path, version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (made_by,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and (application, made_by) != (_APPLICATION, version):
            raise _AnothersFileError("made by another application or version")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as wrong:
        connection.close()
        raise _unreadable(wrong) from wrong
    return connection


def _unreadable(wrong: UnicodeDecodeError) -> sqlite3.Error:
    """Stand for what the module for SQLite says of damage in words that hold the damaged bytes."""
    return _AnothersFileError(f"damaged: {wrong}")
