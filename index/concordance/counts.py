"""How often words stand in some articles, counted in the index without reading a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

from corpus.problem import Problem
from index.packed import DamagedSegment
from index.problems import IndexDamaged

if TYPE_CHECKING:
    from index.postings import Postings
    from index.snapshot import OpenSegment, Snapshot

Documents = tuple[frozenset[int], ...]
"""For each segment of a snapshot, numbers of documents."""


def all_documents(snapshot: Snapshot) -> Documents:
    """Return every article of a snapshot."""
    return tuple(
        frozenset(range(segment.packed.documents)) - segment.deleted
        for segment in snapshot.segments
    )


@contextmanager
def told_of_damage(condemn: Callable[[], None]) -> Iterator[None]:
    """Have an index that is not as it was written made anew, and raise IndexDamaged."""
    try:
        yield
    except DamagedSegment as error:
        condemn()
        problem = Problem("index", "it was damaged", "try again: the next update makes it anew")
        raise IndexDamaged(problem) from error


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Counts:
    """The words of some articles. Counting raises IndexDamaged where the index is damaged.

    `condemn` is then called, for the index to be made anew.
    """

    snapshot: Snapshot
    documents: Documents
    condemn: Callable[[], None] = _nothing
    _known: dict[str, int] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> int:
        """How many words the articles have."""
        return sum(
            sum(map(segment.packed.lengths.__getitem__, documents))
            for segment, documents in self._parts
        )

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(map(len, self.documents))

    def of(self, word: str) -> int:
        """Count a word, in its normal form."""
        count = self._known.get(word)
        if count is None:
            with told_of_damage(self.condemn):
                count = self._known[word] = sum(
                    _count(segment.packed, place, documents)
                    for segment, documents in self._parts
                    if (place := segment.packed.find("body", word)) is not None
                )
        return count

    def every_word(self) -> Counter[str]:
        """Count all words that the articles have."""
        found: Counter[str] = Counter()
        with told_of_damage(self.condemn):
            for segment, documents in self._parts:
                for place, word in enumerate(segment.packed.words("body")):
                    if count := _count(segment.packed, place, documents):
                        found[word] += count
        return found

    def within(self, other: Counts) -> Counts:
        """Return the words of the articles that are among those of `other`, too."""
        return self._with(
            one & two for one, two in zip(self.documents, other.documents, strict=True)
        )

    def without(self, other: Counts) -> Counts:
        """Return the words of the articles that are not among those of `other`."""
        return self._with(
            one - two for one, two in zip(self.documents, other.documents, strict=True)
        )

    def _with(self, documents: Iterator[frozenset[int]]) -> Counts:
        return Counts(self.snapshot, tuple(documents), self.condemn)

    @property
    def _parts(self) -> list[tuple[OpenSegment, frozenset[int]]]:
        """The segments that have any of the articles, with the numbers of these."""
        parts = zip(self.snapshot.segments, self.documents, strict=True)
        return [(segment, documents) for segment, documents in parts if documents]


def _count(packed: Postings, place: int, documents: frozenset[int]) -> int:
    if len(documents) == packed.documents:
        return packed.total_frequency("body", place)
    here, frequencies = packed.postings("body", place)
    return sum(compress(frequencies, map(documents.__contains__, here)))
