"""A file of the cache with columns that stand for one state of a corpus.

Where any file of the corpus, the settings or what was learned is not what it was, the columns are
made anew.

Layout: the CRC-32 of the header; its length; a JSON header, which says of each column where it
begins, how long it is and its CRC-32; the columns, one after the other. A column is checked when it
is read.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import weakref
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from corpus.corpus_state import state_of
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.opening import Corpus
    from index.known_files import FileKey

_START: Final = struct.Struct("<II")
_LONGEST_HEADER: Final = 1 << 24

WhatIsKept = TypeVar("WhatIsKept")


class Unreadable(Exception):  # noqa: N818 - what it is, not what to do with it
    """A column is not what was written, or cannot be read."""


class Stamped(Protocol):
    """What is known of an article."""

    @property
    def stamp(self) -> str:
        """The state of the article that it follows from (`Corpus.stamp`)."""


@dataclass(frozen=True, slots=True)
class ColumnsName:
    """What a file of columns is called, and the versions that another one must have, too."""

    file: str
    versions: tuple[int, ...]


class KeptColumns:
    """The columns of a file that stays open: who replaces it does not change these.

    `about` is what was said of them when they were kept.
    """

    def __init__(self, file: int, header: Mapping[str, Any], begin: int) -> None:
        self._file = file
        weakref.finalize(self, os.close, file)
        self.about: Mapping[str, Any] = header["about"]
        self._columns: Mapping[str, tuple[int, int, int]] = header["columns"]
        self._begin = begin

    def column(self, name: str) -> memoryview:
        """Read a column. Raises Unreadable."""
        place, length, checksum = self._columns[name]
        return self.part(place, length, checksum)

    def place(self, name: str) -> int:
        """Say where a column begins, for `part`."""
        return self._columns[name][0]

    def part(self, place: int, length: int, checksum: int) -> memoryview:
        """Read so many bytes from a place on. Raises Unreadable."""
        try:
            found = os.pread(self._file, length, self._begin + place)
        except OSError as error:
            raise Unreadable from error
        if len(found) != length or zlib.crc32(found) != checksum:
            raise Unreadable
        return memoryview(found)


def kept_columns(corpus: Corpus, name: ColumnsName) -> KeptColumns | None:
    """Open the columns that are of the corpus as it is now; None where there are none."""
    try:
        file = os.open(corpus.cache_folder / name.file, os.O_RDONLY | os.O_CLOEXEC)
    except (OSError, CorpusError):
        return None
    try:
        header, begin = _header(file)
        if header is not None and {**header, **_of(corpus, name)} == header:
            kept = KeptColumns(file, header, begin)
            file = -1
            return kept
    except OSError:
        pass
    finally:
        if file >= 0:
            os.close(file)
    return None


def keep_columns(
    corpus: Corpus, name: ColumnsName, about: Mapping[str, Any], columns: Mapping[str, bytes]
) -> KeptColumns | None:
    """Keep columns for the corpus as it is now, and open them; None where that cannot be."""
    places: dict[str, tuple[int, int, int]] = {}
    end = 0
    for column, block in columns.items():
        places[column] = end, len(block), zlib.crc32(block)
        end += len(block)
    header = json.dumps({**_of(corpus, name), "about": about, "columns": places}).encode("ascii")
    start = _START.pack(zlib.crc32(header), len(header))
    with suppress(OSError, CorpusError):
        path = corpus.cache_folder / name.file
        fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        try:
            with fresh.open("wb") as file:
                file.writelines((start, header, *columns.values()))
            # Others read the old file or the new one, never a part.
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
    return kept_columns(corpus, name)


def read_columns(
    read: Callable[[KeptColumns], WhatIsKept], kept: KeptColumns | None
) -> WhatIsKept | None:
    """Return what `read` makes of columns; None where there are none, or it finds them damaged."""
    try:
        return None if kept is None else read(kept)
    except Unreadable:
        return None


def are_of_now(corpus: Corpus, rows: Mapping[FileKey, Stamped]) -> bool:
    """Say whether rows are those of all articles as they are now.

    What was learned since the articles were looked at is in the stamp of each: one is enough.
    """
    return len(rows) == len(corpus.files) and all(
        rows[file.key].stamp == corpus.stamp(file) for file in corpus.files[:1]
    )


def _header(file: int) -> tuple[dict[str, Any] | None, int]:
    start = os.pread(file, _START.size, 0)
    if len(start) < _START.size:
        return None, 0
    checksum, length = _START.unpack(start)
    if length > _LONGEST_HEADER:
        return None, 0
    block = os.pread(file, length, _START.size)
    if len(block) != length or zlib.crc32(block) != checksum:
        return None, 0
    header, begin = json.loads(block), _START.size + length
    end = max((place + size for place, size, _ in header["columns"].values()), default=0)
    return (header if os.fstat(file).st_size == begin + end else None), begin


def _of(corpus: Corpus, name: ColumnsName) -> dict[str, Any]:
    return {
        "versions": list(name.versions),
        "byteorder": sys.byteorder,
        "state": state_of(corpus),
    }
