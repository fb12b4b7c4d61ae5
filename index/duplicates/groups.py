"""What is known of the duplicates of a corpus: plain data, and where to look a document up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.known_files import FileKey
    from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Alike:
    """An article of a group: where it is indexed, how long it is, how like the first one.

    `likeness` is the share of the runs of four words that both have, 1.0 for the same words;
    `same` says that the texts are the same to the letter, `figures` that this one states figures
    that the first one does not (`index.duplicates.figures`). `length` counts words.
    """

    article: str
    part: str | None
    segment: str
    document: int
    length: int
    likeness: float = 1.0
    same: bool = False
    figures: bool = False

    @property
    def key(self) -> FileKey:
        """The article's name and part."""
        return self.article, self.part


Group = tuple[Alike, ...]
"""Articles that are one, the longest first, then the most alike."""


@dataclass(frozen=True)
class Duplicates:
    """The groups of a corpus as they were found last, the largest first.

    An article that changed since then, or is gone, is in the group still; `alive` leaves it out.
    """

    groups: tuple[Group, ...] = ()

    @cached_property
    def _by_key(self) -> dict[FileKey, int]:
        return {one.key: number for number, group in enumerate(self.groups) for one in group}

    @cached_property
    def by_document(self) -> dict[str, dict[int, int]]:
        """The number of the group of each document that may be folded, by segment.

        What states other figures than the first of its group is to be read by itself.
        """
        found: dict[str, dict[int, int]] = {}
        for number, group in enumerate(self.groups):
            for one in group:
                if not one.figures:
                    found.setdefault(one.segment, {})[one.document] = number
        return found

    def group_of(self, key: FileKey) -> Group:
        """Return the group of an article, itself among them; empty where it is like no other."""
        number = self._by_key.get(key)
        return () if number is None else self.groups[number]

    def alive(self, snapshot: Snapshot | None) -> Duplicates:
        """Return what of it is in a commit of the index, unchanged."""
        if snapshot is None:
            return Duplicates()
        deleted = {segment.name: segment.deleted for segment in snapshot.segments}
        there = (
            tuple(
                one
                for one in group
                if one.segment in deleted and one.document not in deleted[one.segment]
            )
            for group in self.groups
        )
        return Duplicates(tuple(group for group in there if len(group) > 1))


@dataclass(frozen=True)
class Folding:
    """Of articles that are one, a search shows the best and folds the others below it.

    To be used for one search.
    """

    duplicates: Duplicates
    _shown: dict[int, tuple[str, int]] = field(default_factory=dict)

    def takes(self, segment: str, document: int) -> bool:
        """Say whether a document is shown: it has no duplicates, or is the first of them here."""
        number = self.duplicates.by_document.get(segment, {}).get(document)
        if number is None:
            return True
        return self._shown.setdefault(number, (segment, document)) == (segment, document)

    def folded(
        self, segment: str, document: int, found: Mapping[str, Collection[int]]
    ) -> tuple[FileKey, ...]:
        """Return the duplicates of a document that is shown, of those that were found."""
        number = self.duplicates.by_document.get(segment, {}).get(document)
        if number is None:
            return ()
        return tuple(
            one.key
            for one in self.duplicates.groups[number]
            if (one.segment, one.document) != (segment, document)
            and not one.figures
            and one.document in found.get(one.segment, ())
        )
