"""What a search asks of the words of some articles, whether they lie on the disk or in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable


class Postings(Protocol):
    """The words of some articles and where they stand; see `index/packed.py` for the numbers."""

    @property
    def documents(self) -> int:
        """The number of documents, deleted ones too."""

    @property
    def starts(self) -> array[int]:
        """The first position of each document."""

    @property
    def lengths(self) -> array[int]:
        """How many words each document has."""

    @property
    def tokens(self) -> int:
        """How many words all documents have."""

    def words(self, name: str) -> list[str]:
        """Give the words of a field in the order of code points; not to be changed."""

    def find(self, name: str, word: str) -> int | None:
        """Give the place of `word` in `words`."""

    def starting_with(self, name: str, prefix: str) -> range:
        """Give the places of the words that start with `prefix`."""

    def document_frequency(self, name: str, place: int) -> int:
        """Count the documents that have the word at `place`."""

    def total_frequency(self, name: str, place: int) -> int:
        """Count how often the word at `place` stands in all documents."""

    def postings(self, name: str, place: int) -> tuple[array[int], array[int]]:
        """Give the documents of the word at `place`, and how often it stands in each."""

    def documents_of(self, name: str, places: range) -> set[int]:
        """Give the documents that have any of the words at neighbouring `places`."""

    def positions(self, name: str, place: int) -> array[int]:
        """Give every position of the word at `place`."""

    def count_by_document(self, positions: Iterable[int]) -> dict[int, int]:
        """Count in which documents `positions` lie."""

    def stored(self, document: int) -> dict[str, Any]:
        """Give what is known about a document besides its words."""

    def read_all(self) -> None:
        """Read everything, to see whether it is as it was written."""
