"""What the index knows of the files of a corpus: rows of its catalogue, compared all at once.

An update that finds one file changed among 100,000 looks at the row of that one alone; the others
are compared as they lie in the catalogue, by functions of the interpreter over all rows.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import compress, repeat
from operator import attrgetter, itemgetter, not_
from typing import TYPE_CHECKING, Final

from corpus.garbage import many_objects
from corpus.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.article import ArticleFile

FileKey = tuple[str, str | None]
"""An article's path and its part."""

Row = tuple[bytes, bytes, int, str, str | None, str | None, int | None, str | None, str]
"""A file in the catalogue: article, part, and then what `KnownFile` has, in another order."""

_NO_PART: Final = b""
# Article, part, size, time of change and `read_by` of a row.
_STATE = itemgetter(0, 1, 2, 3, 8)


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


@dataclass(frozen=True, slots=True)
class Difference:
    """Files that are new or not as they were known, and what is known of files that are gone."""

    waiting: list[ArticleFile]
    gone: list[FileKey]


class KnownFiles:
    """The files that the index knows. Rows come from the catalogue, checked against its digest."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._newer: dict[FileKey, KnownFile | None] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def _by_key(self) -> dict[tuple[bytes, bytes], Row]:
        with many_objects():
            return dict(zip(map(itemgetter(0, 1), self._rows), self._rows, strict=True))

    def get(self, key: FileKey) -> KnownFile | None:
        """Return what is known of one file."""
        if key in self._newer:
            return self._newer[key]
        row = self._by_key.get(packed_key(key))
        return None if row is None else _known(row)

    def items(self) -> Iterator[tuple[FileKey, KnownFile]]:
        """Give all files as they were read from the catalogue."""
        return ((_key(row), _known(row)) for row in self._rows)

    def change(self, fresh: Mapping[FileKey, KnownFile], forgotten: Iterable[FileKey]) -> None:
        """Take in what a commit changed."""
        self._newer.update(fresh)
        self._newer.update(dict.fromkeys(forgotten))

    def compared(self, files: Sequence[ArticleFile], readings: Iterable[str]) -> Difference:
        """Compare all files with what was read from the catalogue; reads no article.

        `readings` says how each of the files is read (`Corpus.readings`).
        """
        with many_objects():
            names = map(
                str.encode,
                map(attrgetter("article"), files),
                repeat("utf-8"),
                repeat("surrogatepass"),
            )
            parts = [_NO_PART if file.part is None else _packed_part(file.part) for file in files]
            sizes, times = map(attrgetter("size"), files), map(attrgetter("modified"), files)
            there = list(zip(names, parts, sizes, map(str, times), readings, strict=True))
            known = set(map(_STATE, self._rows))
            waiting = list(compress(files, map(not_, map(known.__contains__, there))))
        known.difference_update(there)
        seen = {file.key for file in waiting}
        gone = [key for key in map(_key, sorted(known)) if key not in seen]
        return Difference(waiting, gone)

    def problems(self) -> dict[FileKey, Problem]:
        """Say why files that are known are not indexed."""
        found = {_key(row): _known(row).problem for row in self._rows if row[7] is not None}
        found.update(
            (key, None if known is None else known.problem) for key, known in self._newer.items()
        )
        return {key: problem for key, problem in found.items() if problem is not None}


def known_by(files: Mapping[FileKey, KnownFile]) -> KnownFiles:
    """Return these files as if the catalogue had them."""
    return KnownFiles(list(map(row_of, files, files.values())))


def row_of(key: FileKey, known: KnownFile) -> Row:
    """Write down a file for the catalogue."""
    return (
        *packed_key(key),
        known.size,
        str(known.modified),
        known.sha256,
        known.segment,
        known.document,
        None if known.problem is None else json.dumps(asdict(known.problem)),
        known.read_by,
    )


def packed_key(key: FileKey) -> tuple[bytes, bytes]:
    """Write down the name and the part of an article for the catalogue."""
    article, part = key
    # A file name may hold bytes that are no text, as lone surrogates, which SQLite's text cannot.
    return article.encode("utf-8", "surrogatepass"), _packed_part(part)


def _packed_part(part: str | None) -> bytes:
    return _NO_PART if part is None else f"/{part}".encode("utf-8", "surrogatepass")


def _key(row: Sequence[object]) -> FileKey:
    article, part = row[0], row[1]
    assert isinstance(article, bytes)
    assert isinstance(part, bytes)
    return _unpacked(article), _unpacked(part)[1:] if part else None


def _unpacked(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")


def _known(row: Row) -> KnownFile:
    _, _, size, modified, sha256, segment, document, problem, read_by = row
    return KnownFile(
        size,
        int(modified),
        sha256,
        segment,
        document,
        None if problem is None else Problem(**json.loads(problem)),
        read_by,
    )
