"""Sketches: a text in 64 numbers, so many of which two texts have in common as they are alike.

The runs of a text are dealt out to 64 places by their hashes, and the least of each place stays: a
MinHash by one permutation (Li, Owen and Zhang 2012, "One permutation hashing"). A place that no run
fell to takes the number of the next that is filled, changed by how far that is (Shrivastava and Li
2014). The words come from the index, so no article is read; the sketches of a segment, which never
changes, lie beside it and go with it.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Final

from index.duplicates.runs import FEWEST, HASHED_BY, number_of, runs_of
from index.folder import INDEX_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.postings import Postings

PLACES: Final = 64
"""Numbers of a sketch."""
EXTENSION: Final = ".sketch"
_MAGIC: Final = f"postil sketches 1 {PLACES} {HASHED_BY}\n".encode()
_HEAD: Final = struct.Struct("=II")
_STEP: Final = 0x9E3779B9  # any odd number: tells borrowed numbers from own ones
_MASK: Final = 0xFFFFFFFF
_EMPTY: Final = array("I", [0]) * PLACES


def sketch_of(runs: set[int]) -> array[int]:
    """Return the sketch of a text; zeros of one that is too short to be near another."""
    if len(runs) < FEWEST:
        return _EMPTY
    # The last to be put at a place stays there.
    least = {run & (PLACES - 1): run for run in sorted(runs, reverse=True)}
    found = array("I", bytes(4 * PLACES))
    first = min(least)
    # After the last place comes the first again.
    following, distance = least[first], first
    for place in range(PLACES - 1, -1, -1):
        following, distance = (least[place], 0) if place in least else (following, distance + 1)
        found[place] = ((following >> 6) + distance * _STEP) & _MASK or 1
    return found


def likeness_of(first: array[int], second: array[int]) -> float:
    """Return about how alike two texts are, told by their sketches."""
    return sum(map(int.__eq__, first, second)) / PLACES


def sketches_of(
    folder: Path, name: str, packed: Postings, cancelled: Callable[[], bool]
) -> array[int] | None:
    """Return the sketches of a segment's documents, one after the other; None if cancelled.

    They are kept in `folder`. Raises DamagedSegment.
    """
    path = folder / f"{name}{EXTENSION}"
    found = _read(path, packed.documents)
    if found is None:
        found = array("I")
        for words in documents_words(packed):
            if cancelled():
                return None
            found.extend(sketch_of(runs_of(words)))
        # Whoever may not write there makes them again.
        with suppress(OSError):
            _write(path, packed.documents, found)
    return found


def documents_words(packed: Postings) -> Iterator[list[int]]:
    """Give each document of a segment as the numbers of its words, put together from positions."""
    starts, lengths = packed.starts, packed.lengths
    if not len(starts):
        return
    text = array("I", bytes(4 * (starts[-1] + lengths[-1])))
    for place, word in enumerate(packed.words("body")):
        number = number_of(word)
        for position in packed.positions("body", range(place, place + 1)):
            text[position] = number
    for start, length in zip(starts, lengths, strict=True):
        yield text[start : start + length].tolist()


def _read(path: Path, documents: int) -> array[int] | None:
    """Read sketches that were kept; None where they are not there or not as they were written."""
    try:
        block = path.read_bytes()
    except OSError:
        return None
    size = len(_MAGIC) + _HEAD.size
    if not block.startswith(_MAGIC) or len(block) < size:
        return None
    count, checksum = _HEAD.unpack(block[len(_MAGIC) : size])
    body = block[size:]
    if (count, len(body)) != (documents, 4 * PLACES * documents) or zlib.crc32(body) != checksum:
        return None
    found = array("I")
    found.frombytes(body)
    return found


def _write(path: Path, documents: int, sketches: array[int]) -> None:
    body = sketches.tobytes()
    write_atomically(path, _MAGIC + _HEAD.pack(documents, zlib.crc32(body)) + body)


def write_atomically(path: Path, content: bytes) -> None:
    """Put a file, readable by this user alone, in the place of another; raises OSError."""
    # The next update of the index removes what a killed process left under this name.
    with NamedTemporaryFile(dir=path.parent, prefix=f"{INDEX_NAME}_", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            Path(file.name).replace(path)
        except OSError:
            with suppress(OSError):
                Path(file.name).unlink()
            raise


def sketch(sketches: array[int], document: int) -> array[int]:
    """Return the sketch of one document."""
    return sketches[PLACES * document : PLACES * (document + 1)]


def bands_of(sketches: array[int]) -> Iterator[tuple[array[int], array[int]]]:
    """Give the bands of sketches: of two places a column each, every place with two others."""
    each = [sketches[place::PLACES] for place in range(PLACES)]
    for step in (1, PLACES // 2 + 1):
        for place in range(0, PLACES, 2):
            yield each[place], each[(place + step) % PLACES]
