"""The numbers of all articles, sorted, in one file of the cache: a range is looked up at once.

To read what was found in 100,000 articles and to sort their numbers takes some seconds, to take up
this file some hundredths of one. It has the runs of `index.ranges`, in the order of the corpus's
files, and stands for one state of the corpus: where any file, the settings or what was learned is
not what it was, the numbers are sorted anew.

Layout: the CRC-32 of all that follows; the length of a JSON header; the header; a column after the
other, each with what all runs have of it.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import zlib
from array import array
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count, pairwise
from operator import attrgetter, itemgetter, le
from typing import TYPE_CHECKING, Any, Final, Literal

from corpus.corpus_state import state_of
from corpus.facts import Findings
from corpus.facts_keeping import FACTS_VERSION
from corpus.garbage import many_objects
from corpus.problem import CorpusError
from corpus.understanding import ANALYSER_VERSION
from index.ranges import IN_A_RUN, Run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from index.known_files import FileKey

FILE_NAME: Final = "numbers.columns"
FORMAT: Final = 1
"""Changes with the layout; another one is written anew."""

_START: Final = struct.Struct("<II")
# Lower ends, upper ends, the greatest of these so far, owners, where the numbers start and stop.
_COLUMNS: Final[tuple[Literal["d", "B", "I"], ...]] = ("d", "d", "d", "B", "I", "I")
_KEY: Final = attrgetter("article", "part")


@dataclass(frozen=True)
class KeptNumbers:
    """The numbers of the articles of one state of a corpus, all of which are known.

    `starts` and `stops` say, for each run, where its numbers stand in the texts.
    """

    files: Sequence[ArticleFile]
    runs: Sequence[Run]
    starts: Sequence[Sequence[int]]
    stops: Sequence[Sequence[int]]

    @cached_property
    def _places(self) -> dict[FileKey, int]:
        with many_objects():
            return dict(zip(map(_KEY, self.files), count(), strict=False))

    def of(self, file: ArticleFile) -> Findings | None:
        """Return the numbers of an article, in no order; None where it is not as it was."""
        place = self._places.get(file.key)
        if place is None:
            return None
        listed = self.files[place]
        if (listed.size, listed.modified) != (file.size, file.modified):
            return None
        number, owner = divmod(place, IN_A_RUN)
        run = self.runs[number]
        here = list(map(owner.__eq__, run.owners))
        columns = (run.lows, run.highs, self.starts[number], self.stops[number])
        lows, highs, starts, stops = (tuple(compress(column, here)) for column in columns)
        return Findings(file.article, file.part, "", lows, highs, starts, stops)


def kept_numbers(corpus: Corpus) -> KeptNumbers | None:
    """Return the numbers of all articles as they are now; None where they are not kept."""
    try:
        block = memoryview(_path(corpus).read_bytes())
    except (OSError, CorpusError):
        return None
    if len(block) < _START.size:
        return None
    checksum, length = _START.unpack_from(block)
    if checksum != zlib.crc32(block[4:]):
        return None
    end = _START.size + length
    header = json.loads(bytes(block[_START.size : end]))
    return _unpacked(header, corpus, block[end:]) if _is_of(header, corpus) else None


def keep_numbers(corpus: Corpus, rows: Mapping[FileKey, Findings]) -> KeptNumbers | None:
    """Sort the numbers of all articles, and keep them; None where those of some are not known.

    Where they cannot be written, they are sorted again the next time.
    """
    if len(rows) != len(corpus.files):
        return None
    # What was learned since the articles were looked at is in the stamp of each.
    if any(rows[file.key].stamp != corpus.stamp(file) for file in corpus.files[:1]):
        return None
    sizes, in_order, columns = _sorted([rows[file.key] for file in corpus.files])
    header = _header(corpus) | {"sizes": sizes, "in_order": in_order}
    packed = b"".join(columns)
    with suppress(OSError, CorpusError):
        _write(_path(corpus), header, packed)
    return _unpacked(header, corpus, memoryview(packed))


def _path(corpus: Corpus) -> Path:
    return corpus.cache_folder / FILE_NAME


def _header(corpus: Corpus) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "versions": [FACTS_VERSION, ANALYSER_VERSION],
        "byteorder": sys.byteorder,
        "state": state_of(corpus),
    }


def _is_of(header: dict[str, Any], corpus: Corpus) -> bool:
    if header["format"] != FORMAT or header["byteorder"] != sys.byteorder:
        return False
    return {**header, **_header(corpus)} == header


def _sorted(rows: Sequence[Findings]) -> tuple[list[int], list[bool], list[bytes]]:
    """Give how many numbers each run has, whether its ends are in order, and the columns."""
    sizes: list[int] = []
    in_order: list[bool] = []
    columns: list[list[bytes]] = [[] for _ in _COLUMNS]
    for first in range(0, len(rows), IN_A_RUN):
        with many_objects():
            found = [
                (low, high, owner, start, stop)
                for owner, row in enumerate(rows[first : first + IN_A_RUN])
                for low, high, start, stop in zip(
                    row.lows, row.highs, row.starts, row.stops, strict=True
                )
            ]
            found.sort(key=itemgetter(0))
            lows, highs, owners, starts, stops = zip(*found, strict=True) if found else ((),) * 5
        sizes.append(len(found))
        in_order.append(all(map(le, lows, highs)))
        parts = (lows, highs, accumulate(highs, max), owners, starts, stops)
        for column, kind, values in zip(columns, _COLUMNS, parts, strict=True):
            column.append(array(kind, values).tobytes())
    return sizes, in_order, [b"".join(column) for column in columns]


def _unpacked(header: Mapping[str, Any], corpus: Corpus, packed: memoryview) -> KeptNumbers:
    bounds = list(accumulate(header["sizes"], initial=0))
    begin = 0
    columns: list[list[Any]] = []
    kind: Literal["d", "B", "I"]
    for kind in _COLUMNS:
        length = bounds[-1] * struct.calcsize(kind)
        column: memoryview[Any] = packed[begin : begin + length].cast(kind)
        columns.append([column[start:stop] for start, stop in pairwise(bounds)])
        begin += length
    lows, highs, highest, owners, starts, stops = columns
    keys = list(map(_KEY, corpus.files))
    runs = [
        Run(
            keys[number * IN_A_RUN : (number + 1) * IN_A_RUN],
            *(lows[number], highs[number], highest[number], bytes(owners[number])),
            in_order=in_order,
        )
        for number, in_order in enumerate(header["in_order"])
    ]
    return KeptNumbers(corpus.files, runs, starts, stops)


def _write(path: Path, header: dict[str, Any], packed: bytes) -> None:
    """Write the file; others read the old one or the new one, never a part."""
    block = json.dumps(header).encode("ascii")
    length = struct.pack("<I", len(block))
    checksum = zlib.crc32(packed, zlib.crc32(length + block))
    fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with fresh.open("wb") as file:
            file.writelines((struct.pack("<I", checksum), length, block, packed))
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
