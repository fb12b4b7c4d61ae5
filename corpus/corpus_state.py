"""The state of a corpus in a few characters: what is kept of all its articles counts for that."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus


def state_of(corpus: Corpus) -> str:
    """Name all files with their sizes and times, how they are read, the settings, what is learned.

    Together they decide the stamps of all articles (`Corpus.stamp`), in a tenth of their time. 64
    hexadecimal digits.
    """
    told = (corpus.files_state, corpus.settings.fingerprint, corpus.learned.fingerprint)
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def state_of_files(files: Sequence[ArticleFile], readings: Iterable[str]) -> str:
    """Name files with their sizes and times, and how they are read. 64 hexadecimal digits."""
    told = ["\n".join(map(attrgetter("article"), files)), *readings]
    if any(map(attrgetter("part"), files)):
        told += (str(file.part) for file in files)
    digest = sha256("\0".join(told).encode("utf-8", "surrogatepass"))
    digest.update(array("q", map(attrgetter("size"), files)))
    digest.update(packed_times(list(map(attrgetter("modified"), files))))
    return digest.hexdigest()


def packed_times(times: Sequence[int]) -> array[int]:
    """Put times in a column; those after the year 2262 wrap around, and are told apart still."""
    try:
        return array("q", times)
    except OverflowError:
        return array("q", [(time + 2**63) % 2**64 - 2**63 for time in times])
