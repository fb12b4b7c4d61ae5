"""Words of documents turned around: each word with its positions, before it is a segment's file.

Positions count the tokens of a whole segment: document `n` has the positions from `starts[n]` on,
and `GAP` positions lie between two documents. So a phrase is one intersection of two arrays of
positions, and can never run over the end of a document.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from dataclasses import dataclass, field
from functools import partial
from itertools import count, repeat
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.packed import PackedSegment

GAP: Final = 128
"""Positions between the last token of a document and the first of the next."""

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
        _place(words, start, self.fields["body"])
        _place(words[:lead], start, self.fields["lead"])
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
                    for position in segment.positions(name, range(place, place + 1))
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


def _place(words: Sequence[str], start: int, placed: Positions) -> None:
    """Add the positions of words that follow each other from `start` on."""
    # Nothing of a word is done by lines of Python; the deque keeps none of what `append` returns.
    deque(map(array.append, map(placed.__getitem__, words), count(start)), maxlen=0)


def documents_by_position(starts: Sequence[int], lengths: Sequence[int]) -> array[int]:
    """Give a table from each position of a segment to the number of its document."""
    owners = array("I")
    for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        owners.extend(repeat(number, start + length - len(owners)))
    return owners
