"""One segment of the index in one file: words, postings and documents as arrays, nothing pickled.

Layout: a magic line; the postings of every field; for each field its words (UTF-8, sorted by code
point, divided by NUL) and its tables; the documents' tables; a JSON header that says where each
of these lies, how long it is and its CRC-32; a footer with the same of the header. The postings of
a word have two checksums in the tables: that of documents and frequencies, that of positions.
Whatever is read is checked. Arrays are in the byte order of the machine, which the header names.

Positions count the tokens of a whole segment: document `n` has the positions from `starts[n]` on,
and `GAP` positions lie between two documents. So a phrase is one intersection of two arrays of
positions, and can never run over the end of a document.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import weakref
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from _typeshed import ReadableBuffer

MAGIC: Final = b"postil index segment 2\n"
GAP: Final = 128
"""Positions between the last token of a document and the first of the next."""

_FOOTER: Final = struct.Struct("<QII8s")
_END: Final = b"postil.\n"
_WIDTHS: Final = {1: "B", 2: "H", 4: "I"}


class DamagedSegment(Exception):  # noqa: N818 - what it is, not what to do with it
    """A segment or the list of segments is not what was written, or cannot be read."""


_Block = tuple[int, int, int]
"""Where some bytes lie in the file, how many they are, and their CRC-32."""

Positions = defaultdict[str, "array[int]"]
"""Each word of a field with all of its positions, ascending."""


def _no_positions() -> Positions:
    return defaultdict(partial(array, "I"))


@dataclass(frozen=True, slots=True)
class Inverted:
    """The words of some documents, turned around: what becomes a segment.

    `fields` has "body", the words of the text, and "lead", those of its first line. `starts` and
    `lengths` count tokens; `leads` counts the tokens of each document's first line; `stored` is
    what is known about each document besides.
    """

    fields: dict[str, Positions] = field(
        default_factory=lambda: {"body": _no_positions(), "lead": _no_positions()}
    )
    starts: array[int] = field(default_factory=partial(array, "I"))
    lengths: array[int] = field(default_factory=partial(array, "I"))
    leads: array[int] = field(default_factory=partial(array, "I"))
    stored: list[dict[str, Any]] = field(default_factory=list)

    def add(self, words: Sequence[str], lead: int, stored: Mapping[str, Any]) -> int:
        """Add a document whose text has these words; give its number."""
        start = self._add_document(len(words), lead, stored)
        body = self.fields["body"]
        for position, word in enumerate(words, start):
            body[word].append(position)
        first_line = self.fields["lead"]
        for position, word in enumerate(words[:lead], start):
            first_line[word].append(position)
        return len(self.starts) - 1

    def add_segment(self, segment: PackedSegment, deleted: Iterable[int]) -> int:
        """Add the documents of another segment that are not deleted; give their number."""
        before = len(self.starts)
        gone = frozenset(deleted)
        moves: list[int | None] = [None] * segment.documents
        for old in range(segment.documents):
            if old not in gone:
                start = self._add_document(
                    segment.lengths[old], segment.leads[old], segment.stored(old)
                )
                moves[old] = start - segment.starts[old]
        owners = documents_by_position(segment.starts, segment.lengths)
        for name in segment.field_names:
            inverted = self.fields[name]
            for place, word in enumerate(segment.words(name)):
                moved = [
                    position + move
                    for position in segment.positions(name, place)
                    if (move := moves[owners[position]]) is not None
                ]
                if moved:
                    inverted[word].extend(moved)
        return len(self.starts) - before

    def _add_document(self, length: int, lead: int, stored: Mapping[str, Any]) -> int:
        start = self.starts[-1] + self.lengths[-1] + GAP if self.starts else GAP
        self.starts.append(start)
        self.lengths.append(length)
        self.leads.append(lead)
        self.stored.append(dict(stored))
        return start


def documents_by_position(starts: Sequence[int], lengths: Sequence[int]) -> array[int]:
    """Give a table from each position of a segment to the number of its document."""
    owners = array("I")
    for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        owners.extend(repeat(number, start + length - len(owners)))
    return owners


def write_segment(path: Path, inverted: Inverted) -> None:
    """Write a segment file and have the disk confirm it; raises OSError."""
    with path.open("xb") as file:
        file.write(MAGIC)
        owners = documents_by_position(inverted.starts, inverted.lengths)
        header: dict[str, Any] = {
            "byteorder": sys.byteorder,
            "documents": len(inverted.starts),
            "fields": {
                name: _write_field(file, positions, owners)
                for name, positions in inverted.fields.items()
            },
        }
        for name, table in (
            ("starts", inverted.starts),
            ("lengths", inverted.lengths),
            ("leads", inverted.leads),
            ("stored", json.dumps(inverted.stored, separators=(",", ":")).encode()),
        ):
            header[name] = _write_block(file, table)
        packed = json.dumps(header, separators=(",", ":")).encode()
        file.write(_FOOTER.pack(*_write_block(file, packed), _END))
        file.flush()
        os.fsync(file.fileno())


def _write_block(file: BinaryIO, block: ReadableBuffer) -> _Block:
    place = file.tell()
    return place, file.write(block), zlib.crc32(block)


def _write_field(file: BinaryIO, inverted: Positions, owners: array[int]) -> dict[str, Any]:
    words = sorted(inverted)
    offsets, document_frequencies, total_frequencies = array("Q"), array("I"), array("I")
    checksums = array("I")
    widths = bytearray()
    place = file.tell()
    for word in words:
        positions = inverted[word]
        frequencies = Counter(map(owners.__getitem__, positions))
        most = max(frequencies.values())
        width = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
        head = array("I", frequencies).tobytes()
        head += array(_WIDTHS[width], frequencies.values()).tobytes()
        offsets.append(place)
        document_frequencies.append(len(frequencies))
        total_frequencies.append(len(positions))
        widths.append(width)
        checksums.append(zlib.crc32(head))
        checksums.append(zlib.crc32(positions))
        place += file.write(head) + file.write(positions)
    return {
        "words": _write_block(file, "\0".join(words).encode()),
        "offsets": _write_block(file, offsets),
        "document_frequencies": _write_block(file, document_frequencies),
        "total_frequencies": _write_block(file, total_frequencies),
        "widths": _write_block(file, bytes(widths)),
        "checksums": _write_block(file, checksums),
    }


@dataclass(frozen=True, slots=True)
class _FieldTables:
    words: list[str]
    offsets: array[int]
    document_frequencies: array[int]
    total_frequencies: array[int]
    widths: bytes
    checksums: array[int]
    """Two of each word: that of its documents and frequencies, and that of its positions."""


class PackedSegment:
    """A segment file opened for reading; safe to use from several threads.

    Everything is read with `pread` from a file that stays open, so a segment that another process
    replaces stays readable here. Every method raises DamagedSegment where the file is not whole or
    cannot be read; only opening it raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._file)
        self._lock = Lock()
        self._tables: dict[str, _FieldTables] = {}
        self._stored: list[dict[str, Any]] | None = None
        self._header = self._read_header()
        self.documents: int = self._header["documents"]
        self.field_names: tuple[str, ...] = tuple(self._header["fields"])
        self.starts = self._array("I", self._header["starts"])
        self.lengths = self._array("I", self._header["lengths"])
        self.leads = self._array("I", self._header["leads"])
        if not self.documents == len(self.starts) == len(self.lengths) == len(self.leads):
            raise DamagedSegment(f"{path.name}: tables of different lengths")
        self.tokens = sum(self.lengths)

    def _read_header(self) -> dict[str, Any]:
        size = os.fstat(self._file).st_size
        if size < len(MAGIC) + _FOOTER.size or self._bytes(0, len(MAGIC)) != MAGIC:
            raise DamagedSegment(f"{self.path.name}: not a segment of this version")
        place, length, checksum, end = _FOOTER.unpack(
            self._bytes(size - _FOOTER.size, _FOOTER.size)
        )
        if end != _END or place + length + _FOOTER.size != size:
            raise DamagedSegment(f"{self.path.name}: the end is missing")
        header: dict[str, Any] = json.loads(self._read((place, length, checksum)))
        if header["byteorder"] != sys.byteorder:
            raise DamagedSegment(f"{self.path.name}: written by a machine of other byte order")
        return header

    def _bytes(self, place: int, length: int) -> bytes:
        try:
            found = os.pread(self._file, length, place)
        except OSError as error:
            raise DamagedSegment(f"{self.path.name}: {error.strerror} at {place}") from error
        if len(found) != length:
            raise DamagedSegment(f"{self.path.name}: {length} bytes missing at {place}")
        return found

    def _read(self, block: Sequence[int]) -> bytes:
        place, length, checksum = block
        found = self._bytes(place, length)
        self._check(found, checksum, place)
        return found

    def _check(self, found: ReadableBuffer, checksum: int, place: int) -> None:
        if zlib.crc32(found) != checksum:
            raise DamagedSegment(f"{self.path.name}: other bytes than were written at {place}")

    def _array(self, code: str, block: Sequence[int]) -> array[int]:
        return _unpack(code, self._read(block))

    def _field(self, name: str) -> _FieldTables:
        tables = self._tables.get(name)
        if tables is None:
            with self._lock:
                at = self._header["fields"][name]
                packed = self._read(at["words"]).decode()
                tables = self._tables[name] = _FieldTables(
                    words=packed.split("\0") if packed else [],
                    offsets=self._array("Q", at["offsets"]),
                    document_frequencies=self._array("I", at["document_frequencies"]),
                    total_frequencies=self._array("I", at["total_frequencies"]),
                    widths=self._read(at["widths"]),
                    checksums=self._array("I", at["checksums"]),
                )
        return tables

    def words(self, name: str) -> list[str]:
        """Give the words of a field in the order of code points; not to be changed."""
        return self._field(name).words

    def find(self, name: str, word: str) -> int | None:
        """Give the place of `word` in `words`."""
        known = self._field(name).words
        place = bisect_left(known, word)
        return place if place < len(known) and known[place] == word else None

    def starting_with(self, name: str, prefix: str) -> range:
        """Give the places of the words that start with `prefix`."""
        known = self._field(name).words
        first = bisect_left(known, prefix)
        return range(first, bisect_left(known, prefix + "\U0010ffff", lo=first))

    def document_frequency(self, name: str, place: int) -> int:
        """Count the documents, deleted ones too, that have the word at `place`."""
        return self._field(name).document_frequencies[place]

    def total_frequency(self, name: str, place: int) -> int:
        """Count how often the word at `place` stands in all documents, deleted ones too."""
        return self._field(name).total_frequencies[place]

    def postings(self, name: str, place: int) -> tuple[array[int], array[int]]:
        """Give the documents of the word at `place`, and how often it stands in each."""
        tables = self._field(name)
        count, width = tables.document_frequencies[place], tables.widths[place]
        block = self._read(
            (tables.offsets[place], count * (4 + width), tables.checksums[2 * place])
        )
        return _unpack("I", block[: 4 * count]), _unpack(_WIDTHS[width], block[4 * count :])

    def documents_of(self, name: str, places: range) -> set[int]:
        """Give the documents that have any of the words at neighbouring `places`."""
        tables = self._field(name)
        found: set[int] = set()
        if not places:
            return found
        first = tables.offsets[places.start]
        last = places.stop - 1
        end = tables.offsets[last] + tables.document_frequencies[last] * (4 + tables.widths[last])
        block = memoryview(self._bytes(first, end - first))
        for place in places:
            at, count = tables.offsets[place] - first, tables.document_frequencies[place]
            head = block[at : at + count * (4 + tables.widths[place])]
            self._check(head, tables.checksums[2 * place], first + at)
            found.update(head[: 4 * count].cast("I"))
        return found

    def positions(self, name: str, place: int) -> array[int]:
        """Give every position of the word at `place` in the segment."""
        tables = self._field(name)
        skip = tables.document_frequencies[place] * (4 + tables.widths[place])
        return self._array(
            "I",
            (
                tables.offsets[place] + skip,
                4 * tables.total_frequencies[place],
                tables.checksums[2 * place + 1],
            ),
        )

    def read_all(self) -> None:
        """Read every block, to see whether all are as they were written."""
        for name in self.field_names:
            for place in range(len(self.words(name))):
                self.postings(name, place)
                self.positions(name, place)
        self._read(self._header["stored"])

    def count_by_document(self, positions: Iterable[int]) -> dict[int, int]:
        """Count in which documents `positions` lie."""
        after = Counter(map(partial(bisect_right, self.starts), positions))
        return {number - 1: count for number, count in after.items()}

    def stored(self, document: int) -> dict[str, Any]:
        """Give what was stored about a document."""
        if self._stored is None:
            with self._lock:
                self._stored = json.loads(self._read(self._header["stored"]))
        return dict(self._stored[document])


def _unpack(code: str, block: bytes) -> array[int]:
    unpacked = array(code)
    unpacked.frombytes(block)
    return unpacked
