"""One segment of the index in one file: words, postings and documents as arrays, nothing pickled.

Layout: a magic line; for each field its words (UTF-8, sorted by code point, divided by NUL), where
the postings and the positions of each begin, and then three long blocks: the documents of all words
one after the other, how often the word stands in each (a byte), and its positions; the beginnings
that many words share, with the documents of each (`index/beginnings.py`); the positions of frequent
words once more, as bits (`index/bits.py`), and as bits the words that are of one number with the
next (`index/joined_numbers.py`); the documents' tables, what is stored about them as JSON with a
list for each name; a JSON header that says where each of these lies, how long it is and its CRC-32;
a footer with the same of the header. A long block has a CRC-32 for each `CHUNK` bytes of it, so
that the words that start alike, which are neighbours, are read at once. One more field has the
pairs of frequent words (`index/pairs.py`). Whatever is read is checked. Arrays are in the byte
order of the machine, which the header names.

What positions are: `index/inverted.py`.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import weakref
import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from corpus.garbage import many_objects
from index.beginnings import bytes_for, documents_of
from index.bits import DocumentBits
from index.blocks import DocumentBlocks
from index.pairs import PAIRS, is_frequent, pair_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from _typeshed import ReadableBuffer

    from index.known_files import FileKey

MAGIC: Final = b"postil index segment 8\n"
CHUNK: Final = 4096
"""Bytes of a long block that have one checksum."""
MANY: Final = 255
"""Stands for itself and every higher frequency; how high it is, the positions tell."""

FOOTER: Final = struct.Struct("<QII8s")
END: Final = b"postil.\n"


class DamagedSegment(Exception):  # noqa: N818 - what it is, not what to do with it
    """A segment or the list of segments is not what was written, or cannot be read."""


Block = tuple[int, int, int]
"""Where some bytes lie in the file, how many they are, and their CRC-32."""


@dataclass(frozen=True, slots=True)
class _Chunks:
    """A long block: where it lies, how many bytes it has, and the checksum of each chunk."""

    place: int
    length: int
    checksums: array[int]


@dataclass(frozen=True, slots=True)
class _Field:
    """The words of a field. What is each word's lies from its number's `first_` to the next's."""

    words: list[str]
    first_postings: array[int]
    first_positions: array[int]
    documents: _Chunks
    frequencies: _Chunks
    positions: _Chunks
    beginnings: dict[str, int]
    bits: _Chunks | None


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
        self._fields: dict[str, _Field] = {}
        self._stored: dict[str, list[Any]] | None = None
        self._keys: list[FileKey] | None = None
        self._document_bits: DocumentBits | None = None
        self._document_blocks: DocumentBlocks | None = None
        self._joined_numbers: bytes | None = None
        self._header = self._read_header()
        self.documents: int = self._header["documents"]
        # The pairs are no field of the documents: they follow from their words.
        self.field_names = tuple(name for name in self._header["fields"] if name != PAIRS)
        self.starts = self._array(self._header["starts"])
        self.lengths = self._array(self._header["lengths"])
        self.leads = self._array(self._header["leads"])
        if not self.documents == len(self.starts) == len(self.lengths) == len(self.leads):
            raise DamagedSegment(f"{path.name}: tables of different lengths")
        self.tokens = sum(self.lengths)

    def _read_header(self) -> dict[str, Any]:
        size = os.fstat(self._file).st_size
        if size < len(MAGIC) + FOOTER.size or self._bytes(0, len(MAGIC)) != MAGIC:
            raise DamagedSegment(f"{self.path.name}: not a segment of this version")
        place, length, checksum, end = FOOTER.unpack(self._bytes(size - FOOTER.size, FOOTER.size))
        if end != END or place + length + FOOTER.size != size:
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

    def _read_from(self, chunks: _Chunks, start: int, stop: int) -> memoryview:
        """Read the bytes from `start` to `stop` of a long block, and what shares chunks with it."""
        first, last = start // CHUNK, -(-stop // CHUNK)
        begin, end = first * CHUNK, min(last * CHUNK, chunks.length)
        found = memoryview(self._bytes(chunks.place + begin, end - begin))
        for number, at in enumerate(range(0, end - begin, CHUNK), first):
            self._check(found[at : at + CHUNK], chunks.checksums[number], chunks.place + begin + at)
        return found[start - begin : stop - begin]

    def _check(self, found: ReadableBuffer, checksum: int, place: int) -> None:
        if zlib.crc32(found) != checksum:
            raise DamagedSegment(f"{self.path.name}: other bytes than were written at {place}")

    def _array(self, block: Sequence[int]) -> array[int]:
        return _unpack(self._read(block))

    def _chunks(self, place: int, length: int, checksums: Sequence[int]) -> _Chunks:
        return _Chunks(place, length, self._array(checksums))

    def _field(self, name: str) -> _Field:
        known = self._fields.get(name)
        if known is None:
            with self._lock:
                at = self._header["fields"][name]
                packed = self._read(at["words"]).decode()
                begun = self._read(at["beginnings"]).decode()
                known = self._fields[name] = _Field(
                    words=packed.split("\0") if packed else [],
                    first_postings=self._array(at["first_postings"]),
                    first_positions=self._array(at["first_positions"]),
                    documents=self._chunks(*at["documents"]),
                    frequencies=self._chunks(*at["frequencies"]),
                    positions=self._chunks(*at["positions"]),
                    beginnings={one: number for number, one in enumerate(begun.split("\0")) if one},
                    bits=self._chunks(*at["bits"]) if begun else None,
                )
        return known

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

    def beginning_with(self, name: str, prefix: str) -> list[int] | None:
        """Give the ascending documents that have a word that starts with `prefix`.

        None where they are not kept: they are few, or the prefix is long.
        """
        field = self._field(name)
        number = field.beginnings.get(prefix)
        if number is None or field.bits is None:
            return None
        length = bytes_for(self.documents)
        bits = self._read_from(field.bits, number * length, (number + 1) * length)
        return documents_of(bits, self.documents)

    def count_postings(self, name: str, places: range) -> int:
        """Add up how many documents, deleted ones too, have each of the words at `places`."""
        first = self._field(name).first_postings
        return first[places.stop] - first[places.start]

    def document_frequency(self, name: str, place: int) -> int:
        """Count the documents, deleted ones too, that have the word at `place`."""
        return self.count_postings(name, range(place, place + 1))

    def total_frequency(self, name: str, place: int) -> int:
        """Count how often the word at `place` stands in all documents, deleted ones too."""
        first = self._field(name).first_positions
        return first[place + 1] - first[place]

    def documents_with(self, name: str, places: range) -> array[int]:
        """Give the documents of neighbouring words, each word's ascending, one after the other."""
        field = self._field(name)
        first = field.first_postings
        return _unpack(
            self._read_from(field.documents, 4 * first[places.start], 4 * first[places.stop])
        )

    def postings(self, name: str, place: int) -> tuple[array[int], Sequence[int]]:
        """Give the documents of the word at `place`, and how often it stands in each."""
        field = self._field(name)
        start, stop = field.first_postings[place], field.first_postings[place + 1]
        documents = self.documents_with(name, range(place, place + 1))
        frequencies = bytes(self._read_from(field.frequencies, start, stop))
        if MANY in frequencies:
            positions = self.positions(name, range(place, place + 1))
            return documents, array("I", self.document_blocks.count(positions).values())
        return documents, frequencies

    def counted_with(self, name: str, places: range) -> tuple[array[int], Sequence[int]]:
        """Give what `postings` gives of neighbouring words, one after the other."""
        field = self._field(name)
        start, stop = field.first_postings[places.start], field.first_postings[places.stop]
        frequencies = bytes(self._read_from(field.frequencies, start, stop))
        if MANY in frequencies:
            counted = [self.postings(name, place)[1] for place in places]
            return self.documents_with(name, places), array("I", chain.from_iterable(counted))
        return self.documents_with(name, places), frequencies

    def positions(self, name: str, places: range) -> array[int]:
        """Give every position of neighbouring words, each word's ascending."""
        field = self._field(name)
        first = field.first_positions
        return _unpack(
            self._read_from(field.positions, 4 * first[places.start], 4 * first[places.stop])
        )

    def bits(self, word: str) -> bytes | None:
        """Give the positions of a word of the texts as bits; None where it is not frequent."""
        known = self._header["bits"].get(word)
        if known is None:
            return None
        return self._bits(*known)

    def _bits(self, block: Block, is_compressed: bool) -> bytes:
        found = self._read(block)
        return zlib.decompress(found) if is_compressed else found

    @property
    def document_bits(self) -> DocumentBits:
        """Tells in which documents bits lie."""
        if self._document_bits is None:
            self._document_bits = DocumentBits(self.starts, self.lengths)
        return self._document_bits

    @property
    def document_blocks(self) -> DocumentBlocks:
        """Tells in which documents positions lie."""
        if self._document_blocks is None:
            self._document_blocks = DocumentBlocks(self.starts, self.lengths)
        return self._document_blocks

    def pair(self, first: str, second: str) -> range | None:
        """Give the place of two frequent words among the pairs, which begin at the first.

        An empty range where they never follow each other; None where they are not both frequent.
        """
        for word in (first, second):
            place = self.find("body", word)
            if place is None or not is_frequent(self.total_frequency("body", place), self.tokens):
                return None
        place = self.find(PAIRS, pair_of(first, second))
        return range(0) if place is None else range(place, place + 1)

    @property
    def joined_numbers(self) -> bytes:
        """The bits of words that are of one number with the word that follows."""
        if self._joined_numbers is None:
            self._joined_numbers = self._bits(*self._header["joined"])
        return self._joined_numbers

    def read_all(self) -> None:
        """Read every block, to see whether all are as they were written."""
        for name in (*self.field_names, PAIRS):
            field = self._field(name)
            for chunks in (field.documents, field.frequencies, field.positions, field.bits):
                if chunks is not None:
                    self._read_from(chunks, 0, chunks.length)
        for block, _ in (*self._header["bits"].values(), self._header["joined"]):
            self._read(block)
        self._read(self._header["stored"])

    def stored(self, document: int) -> dict[str, Any]:
        """Give what was stored about a document."""
        return {name: column[document] for name, column in self._all_stored().items()}

    def keys(self) -> list[FileKey]:
        """Give the name and the part of the article that each document is; not to be changed."""
        if self._keys is None:
            stored = self._all_stored()
            with many_objects():
                self._keys = list(zip(stored["article"], stored["part"], strict=True))
        return self._keys

    def _all_stored(self) -> dict[str, list[Any]]:
        if self._stored is None:
            with self._lock:
                self._stored = json.loads(self._read(self._header["stored"]))
        return self._stored


def _unpack(block: ReadableBuffer) -> array[int]:
    unpacked = array("I")
    unpacked.frombytes(block)
    return unpacked
