"""A segment's file written, in the layout that `index/packed.py` describes."""

from __future__ import annotations

import json
import os
import sys
import zlib
from array import array
from collections import Counter
from typing import TYPE_CHECKING, Any

from index.beginnings import bits_of, shared_beginnings
from index.bits import is_dense, packed_bits
from index.inverted import documents_by_position
from index.joined_numbers import joined_numbers
from index.packed import CHUNK, END, FOOTER, MAGIC, MANY
from index.pairs import PAIRS, frequent_pairs, is_frequent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import ReadableBuffer

    from index.inverted import Inverted
    from index.packed import Block


def write_segment(path: Path, inverted: Inverted) -> None:
    """Write a segment file and have the disk confirm it; raises OSError."""
    with path.open("xb") as file:
        file.write(MAGIC)
        tokens = sum(inverted.lengths)
        owners = documents_by_position(inverted.starts, inverted.lengths)
        body = inverted.fields["body"]
        fields: dict[str, Mapping[str, array[int]]] = {
            **inverted.fields,
            PAIRS: frequent_pairs(body, tokens),
        }
        header: dict[str, Any] = {
            "byteorder": sys.byteorder,
            "documents": len(inverted.starts),
            "fields": {
                name: _write_field(file, positions, owners, len(inverted.starts))
                for name, positions in fields.items()
            },
            "bits": {
                word: _write_bits(file, positions, tokens)
                for word, positions in body.items()
                if is_frequent(len(positions), tokens)
            },
            "joined": _write_bits(file, joined_numbers(body), tokens),
        }
        for name, table in (
            ("starts", inverted.starts),
            ("lengths", inverted.lengths),
            ("leads", inverted.leads),
            ("stored", json.dumps(_columns(inverted.stored), separators=(",", ":")).encode()),
        ):
            header[name] = _write_block(file, table)
        packed = json.dumps(header, separators=(",", ":")).encode()
        file.write(FOOTER.pack(*_write_block(file, packed), END))
        file.flush()
        os.fsync(file.fileno())


def _columns(stored: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Give for each name what is stored about the documents: each name is written once."""
    return {name: [one[name] for one in stored] for name in (stored[0] if stored else ())}


def _write_block(file: BinaryIO, block: ReadableBuffer) -> Block:
    place = file.tell()
    return place, file.write(block), zlib.crc32(block)


def _write_bits(file: BinaryIO, positions: array[int], tokens: int) -> tuple[Block, bool]:
    """Write positions as bits; says whether they are compressed."""
    packed = packed_bits(positions)
    if is_dense(len(positions), tokens):
        return _write_block(file, packed), False
    return _write_block(file, zlib.compress(packed, 1)), True


def _write_field(
    file: BinaryIO, inverted: Mapping[str, array[int]], owners: array[int], number: int
) -> dict[str, Any]:
    words = sorted(inverted)
    documents, frequencies = array("I"), bytearray()
    first_postings, first_positions = array("I", [0]), array("I", [0])
    for word in words:
        positions = inverted[word]
        if len(positions) == 1:  # which is so for half of the words
            documents.append(owners[positions[0]])
            frequencies.append(1)
        else:
            counted = Counter(map(owners.__getitem__, positions))
            documents.extend(counted)
            frequencies += _bytes_of(counted.values())
        first_postings.append(len(documents))
        first_positions.append(first_positions[-1] + len(positions))
    beginnings = dict(shared_beginnings(words, first_postings, documents))
    bits = b"".join(bits_of(found, number) for found in beginnings.values())
    return {
        "beginnings": _write_block(file, "\0".join(beginnings).encode()),
        "bits": _write_chunks(file, bits),
        "words": _write_block(file, "\0".join(words).encode()),
        "first_postings": _write_block(file, first_postings),
        "first_positions": _write_block(file, first_positions),
        "documents": _write_chunks(file, documents.tobytes()),
        "frequencies": _write_chunks(file, bytes(frequencies)),
        "positions": _write_chunks(file, b"".join(map(inverted.__getitem__, words))),
    }


def _bytes_of(counts: Collection[int]) -> bytes:
    """Give a byte for each count; MANY stands for all that is more."""
    try:
        return bytes(counts)
    except ValueError:
        return bytes([min(count, MANY) for count in counts])


def _write_chunks(file: BinaryIO, block: bytes) -> tuple[int, int, Block]:
    view = memoryview(block)
    checksums = array(
        "I", (zlib.crc32(view[at : at + CHUNK]) for at in range(0, len(block), CHUNK))
    )
    place = file.tell()
    return place, file.write(block), _write_block(file, checksums)
