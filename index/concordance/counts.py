"""How often words stand in some articles, counted in the index without reading a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.packed import PackedSegment
    from index.snapshot import Snapshot

Documents = tuple[frozenset[int], ...]
"""For each segment of a snapshot, numbers of documents."""


def all_documents(snapshot: Snapshot) -> Documents:
    """Return every article of a snapshot."""
    return tuple(
        frozenset(range(segment.packed.documents)) - segment.deleted
        for segment in snapshot.segments
    )


@dataclass(frozen=True)
class Counts:
    """The words of some articles. What it reads raises DamagedSegment."""

    snapshot: Snapshot
    documents: Documents
    _known: dict[str, int] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> int:
        """How many words the articles have."""
        return sum(
            sum(map(segment.packed.lengths.__getitem__, documents))
            for segment, documents in zip(self.snapshot.segments, self.documents, strict=True)
        )

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(map(len, self.documents))

    def of(self, word: str) -> int:
        """Count a word, in its normal form."""
        count = self._known.get(word)
        if count is None:
            count = 0
            for segment, documents in zip(self.snapshot.segments, self.documents, strict=True):
                place = segment.packed.find("body", word)
                if place is not None:
                    count += _count(segment.packed, place, documents)
            self._known[word] = count
        return count

    def every_word(self) -> Counter[str]:
        """Count all words that the articles have."""
        found: Counter[str] = Counter()
        for segment, documents in zip(self.snapshot.segments, self.documents, strict=True):
            if not documents:
                continue
            for place, word in enumerate(segment.packed.words("body")):
                if count := _count(segment.packed, place, documents):
                    found[word] += count
        return found


def _count(packed: PackedSegment, place: int, documents: frozenset[int]) -> int:
    if len(documents) == packed.documents:
        return packed.total_frequency("body", place)
    here, frequencies = packed.postings("body", place)
    return sum(compress(frequencies, map(documents.__contains__, here)))
