"""The catalogue: which files the index knows, in what state, and where in it they are.

It answers "is there anything to update?" without opening the index. It is written after each commit
with the commit's generation; where the two do not agree (the process was killed in between) it is
made again from what the segments store. So it is where it is damaged: its state holds a digest of
all rows.
"""

from __future__ import annotations

import json
import marshal
import sqlite3
import zlib
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from corpus.problem import Problem
from index.folder import remove

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from corpus.article import ArticleFile
    from index.snapshot import Snapshot

FileKey = tuple[str, str | None]
"""An article's path and its part."""

_Row = tuple[bytes, bytes, int, str, str | None, str | None, int | None, str | None, str]

# A time in nanoseconds is text: SQLite's integers end in the year 2262.
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS state (generation INTEGER NOT NULL, digest INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    article BLOB NOT NULL, part BLOB NOT NULL,
    size INTEGER NOT NULL, modified TEXT NOT NULL,
    sha256 TEXT, segment TEXT, document INTEGER, problem TEXT, read_by TEXT NOT NULL,
    PRIMARY KEY (article, part)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was when the index last saw it.

    Either `segment` and `document` say where it is indexed, or `problem` says why it is not.
    `read_by` is what `Corpus.read_by` said: read otherwise, the same file may give another text.
    """

    size: int
    modified: int
    sha256: str | None = None
    segment: str | None = None
    document: int | None = None
    problem: Problem | None = None
    read_by: str = ""

    def is_as(self, file: ArticleFile, read_by: str) -> bool:
        """Say whether the file has the size and the time that it had, and is read as it was."""
        return (self.size, self.modified, self.read_by) == (file.size, file.modified, read_by)


def key_of(file: ArticleFile) -> FileKey:
    """Give the key of an article."""
    return file.article, file.part


def read_catalogue(path: Path, generation: int) -> dict[FileKey, KnownFile] | None:
    """Read what the index of this generation knows; None where the catalogue does not say."""
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path, timeout=5)) as database:
            state = database.execute("SELECT generation, digest FROM state").fetchall()
            if len(state) != 1 or state[0][0] != generation:
                return None
            rows = database.execute("SELECT * FROM files").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    if _digest(rows) != state[0][1]:
        return None
    try:
        return dict(map(_entry, rows))
    except (ValueError, TypeError, AttributeError):
        return None  # rows of other types than were written


def write_catalogue(
    path: Path,
    generation: int,
    changed: Mapping[FileKey, KnownFile],
    removed: Iterable[FileKey] = (),
    *,
    anew: bool = False,
) -> None:
    """Record what a commit changed; `anew` forgets everything else.

    Where that fails, the catalogue is removed: the next update makes it again.
    """
    if anew:
        _remove(path)
    try:
        _write(path, generation, changed, removed)
    except sqlite3.DatabaseError:
        _remove(path)


def _write(
    path: Path,
    generation: int,
    changed: Mapping[FileKey, KnownFile],
    removed: Iterable[FileKey],
) -> None:
    with closing(sqlite3.connect(path, timeout=30)) as database:
        database.executescript(_SCHEMA)
        with database:
            state = database.execute("SELECT digest FROM state").fetchall()
            digest = state[0][0] if state else 0
            if not isinstance(digest, int):
                raise sqlite3.DatabaseError("the digest is no number")
            gone = [(_packed(article), _packed_part(part)) for article, part in removed]
            rows = [_row(key, known) for key, known in changed.items()]
            for names in (*gone, *(row[:2] for row in rows)):
                digest -= _digest(
                    database.execute("SELECT * FROM files WHERE article = ? AND part = ?", names)
                )
                database.execute("DELETE FROM files WHERE article = ? AND part = ?", names)
            database.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            digest += _digest(rows)
            database.execute("DELETE FROM state")
            database.execute("INSERT INTO state VALUES (?, ?)", (generation, digest))


def _digest(rows: Iterable[_Row]) -> int:
    """Sum up checksums of rows, so that rows can be added and taken away.

    `marshal` is the fastest way to bytes; were another Python to write other ones, the catalogue
    would be made again.
    """
    return sum(zlib.crc32(marshal.dumps(row, 2)) for row in rows)


def _row(key: FileKey, known: KnownFile) -> _Row:
    article, part = key
    return (
        _packed(article),
        _packed_part(part),
        known.size,
        str(known.modified),
        known.sha256,
        known.segment,
        known.document,
        None if known.problem is None else json.dumps(asdict(known.problem)),
        known.read_by,
    )


def _entry(row: _Row) -> tuple[FileKey, KnownFile]:
    article, part, size, modified, sha256, segment, document, problem, read_by = row
    return (_unpacked(article), _unpacked(part)[1:] if part else None), KnownFile(
        size,
        int(modified),
        sha256,
        segment,
        document,
        None if problem is None else Problem(**json.loads(problem)),
        read_by,
    )


def catalogue_of(snapshot: Snapshot) -> dict[FileKey, KnownFile]:
    """Make the catalogue from what the segments store (about 20 ms for 10,000 articles)."""
    found: dict[FileKey, KnownFile] = {}
    for segment in snapshot.segments:
        for document in range(segment.packed.documents):
            if document not in segment.deleted:
                stored = segment.packed.stored(document)
                found[stored["article"], stored["part"]] = KnownFile(
                    stored["size"],
                    stored["modified"],
                    stored["sha256"],
                    segment.name,
                    document,
                    read_by=stored["read_by"],
                )
    return found


def _remove(path: Path) -> None:
    remove(path)
    remove(path.with_name(f"{path.name}-journal"))


def _packed(name: str) -> bytes:
    # A file name may hold bytes that are no text, as lone surrogates, which SQLite's text cannot.
    return name.encode("utf-8", "surrogatepass")


def _packed_part(part: str | None) -> bytes:
    return b"" if part is None else _packed("/" + part)


def _unpacked(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
