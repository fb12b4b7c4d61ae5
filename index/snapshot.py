"""One generation of the index, open for reading; later commits do not change it."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count, repeat
from operator import not_
from typing import TYPE_CHECKING, Final, Protocol
from weakref import WeakKeyDictionary

from corpus.garbage import many_objects
from index.folder import INDEX_NAME
from index.lexicon import Lexicon
from index.often_enough import rounded
from index.packed import DamagedSegment
from index.ranges import InRuns

if TYPE_CHECKING:
    from collections.abc import Collection

    from index.folder import IndexFolder
    from index.known_files import FileKey
    from index.planning import Slot
    from index.postings import Postings
    from index.ranges import Run
    from index.writing import ArticleWriter

K1: Final = 2.0
B: Final = 0.75
"""The constants of BM25, within the bounds that its authors give (1.2 to 2 for `K1`)."""

DAMAGE: Final = (
    DamagedSegment,
    OSError,
    EOFError,
    struct.error,
    pickle.UnpicklingError,
    ImportError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    TypeError,
    ValueError,
    OverflowError,
    MemoryError,
)
"""What reading an index that is not whole may raise, in Whoosh or here; it is then built again."""

_ATTEMPTS: Final = 20
_CHOSEN: Final = 8
"""Answers of fields of which the documents are kept."""


@dataclass(frozen=True, slots=True)
class OpenSegment:
    """A segment with the numbers of the documents that were deleted from it."""

    name: str
    packed: Postings
    deleted: frozenset[int]

    @property
    def articles(self) -> int:
        """Count the documents that are not deleted."""
        return self.packed.documents - len(self.deleted)


class Outside(Protocol):
    """Articles of the corpus that no segment has, and that a query does not find."""

    articles: int
    tokens: int

    def having(self, slot: Slot) -> int:
        """Count, about, the articles that have a word of the query."""


class Snapshot:
    """The segments of one generation; safe to use from several threads.

    `outside` are articles that are counted where words are weighed, and not searched.
    """

    def __init__(
        self,
        stamp: tuple[int, ...],
        segments: tuple[OpenSegment, ...],
        outside: Outside | None = None,
    ) -> None:
        self.stamp = stamp
        self.generation = stamp[0]
        self.segments = segments
        self.outside = outside
        self.articles = sum(segment.articles for segment in segments)
        documents = sum(segment.packed.documents for segment in segments)
        tokens = sum(segment.packed.tokens for segment in segments)
        if outside is not None:
            self.articles += outside.articles
            documents += outside.articles
            tokens += outside.tokens
        self.average_length = tokens / documents if tokens else 1.0
        self._norms: dict[str, list[float]] = {}
        self._rounded: dict[str, bytes] = {}
        before = accumulate((segment.packed.documents for segment in segments), initial=0)
        self._offsets = dict(zip((segment.name for segment in segments), before, strict=False))
        self._chosen: dict[int, tuple[Collection[FileKey], bytearray]] = {}
        self._runs: WeakKeyDictionary[Run, list[int]] = WeakKeyDictionary()
        self.nearest: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def length_norms(self, segment: OpenSegment) -> list[float]:
        """Give what BM25 adds to a frequency below the fraction line, for each document."""
        norms = self._norms.get(segment.name)
        if norms is None:
            norms = self._norms[segment.name] = [
                K1 * (1 - B + B * length / self.average_length) for length in segment.packed.lengths
            ]
        return norms

    def rounded_norms(self, segment: OpenSegment) -> bytes:
        """Give the norms rounded down, as `index.often_enough` compares them."""
        known = self._rounded.get(segment.name)
        if known is None:
            known = self._rounded[segment.name] = rounded(self.length_norms(segment))
        return known

    @cached_property
    def _numbers(self) -> dict[FileKey, int]:
        """The numbers of all documents that are not deleted, counted over all segments."""
        numbers: dict[FileKey, int] = {}
        with many_objects():
            for segment in self.segments:
                numbered = zip(
                    segment.packed.keys(), count(self._offsets[segment.name]), strict=False
                )
                if segment.deleted:
                    gone = map(segment.deleted.__contains__, range(segment.packed.documents))
                    numbers.update(compress(numbered, map(not_, gone)))
                else:
                    numbers.update(numbered)
        return numbers

    def documents_of(self, segment: OpenSegment, articles: Collection[FileKey]) -> list[int]:
        """Give the documents of a segment that are among these articles, ascending.

        What `articles` are must not change.
        """
        # By identity: the segments are asked one after the other for the articles of one search.
        known = self._chosen.get(id(articles))
        if known is None:
            if len(self._chosen) >= _CHOSEN:
                self._chosen.clear()
            known = self._chosen[id(articles)] = articles, self._marked(articles)
        start = self._offsets[segment.name]
        here = range(segment.packed.documents)
        return list(compress(here, known[1][start : start + len(here)]))

    def _marked(self, articles: Collection[FileKey]) -> bytearray:
        """Give 1 for each document, counted over all segments, that is among the articles.

        One byte more stands for what no segment has.
        """
        none = sum(segment.packed.documents for segment in self.segments)
        marked = bytearray(none + 1)
        if isinstance(articles, InRuns):
            for run, found in zip(articles.runs, articles.found, strict=True):
                for number in map(self._numbers_in(run, none).__getitem__, found):
                    marked[number] = 1
        else:
            for number in map(self._numbers.get, articles, repeat(none)):
                marked[number] = 1
        return marked

    def _numbers_in(self, run: Run, none: int) -> list[int]:
        """Give the numbers of the documents that the articles of a run are."""
        known = self._runs.get(run)
        if known is None:
            known = self._runs[run] = list(map(self._numbers.get, run.keys, repeat(none)))
        return known

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every word of the corpus."""
        return Lexicon(self.segments)


def open_snapshot(folder: IndexFolder) -> Snapshot | None:
    """Open the newest commit; None where there is none that can be trusted and read."""
    if folder.distrust() is not None:
        return None
    from index.codec import ArticleSegment
    from index.unpickling import shut_unpickling
    from index.whoosh_import import whoosh_index
    from index.writing import DurableStorage, article_schema

    shut_unpickling()
    storage = DurableStorage(str(folder.path))
    for _ in range(_ATTEMPTS):
        generation = folder.generation()
        if generation < 0:
            return None
        stamp = folder.stamp(generation)
        try:
            contents = whoosh_index.TOC.read(storage, INDEX_NAME, generation, article_schema())
            segments = tuple(
                OpenSegment(
                    segment.segment_id(), segment.open_packed(storage), frozenset(segment.deleted)
                )
                for segment in contents.segments
                if isinstance(segment, ArticleSegment)
            )
            if len(segments) != len(contents.segments):
                return None
            if any(
                s.packed.documents != c.documents
                for s, c in zip(segments, contents.segments, strict=True)
            ):
                return None
            return Snapshot(stamp, segments)
        except (*DAMAGE, whoosh_index.IndexError):
            # A commit in between removes files of the generation before; that is no damage.
            if folder.generation() == generation:
                return None
    return None


def create_index(folder: IndexFolder) -> None:
    """Write the table of contents of an empty index into a folder that was just cleared."""
    from index.whoosh_import import whoosh_index
    from index.writing import DurableStorage, article_schema

    storage = DurableStorage(str(folder.path))
    whoosh_index.FileIndex.create(storage, article_schema(), INDEX_NAME)


def open_writer(folder: IndexFolder) -> ArticleWriter:
    """Open a writer on the newest commit; the caller holds the lock."""
    from index.whoosh_import import whoosh_index
    from index.writing import ArticleWriter, DurableStorage, article_schema

    storage = DurableStorage(str(folder.path))
    return ArticleWriter(whoosh_index.FileIndex(storage, article_schema(), INDEX_NAME))
