"""What a search asks of the words of some articles, whether they lie on the disk or in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from index.bits import DocumentBits
    from index.blocks import DocumentBlocks
    from index.known_files import FileKey


class Postings(Protocol):
    """The words of some articles and where they stand; see `index/inverted.py` for the numbers."""

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

    def beginning_with(self, name: str, prefix: str) -> list[int] | None:
        """Give the ascending documents that have a word that starts with `prefix`.

        None where they are not kept.
        """

    def document_frequency(self, name: str, place: int) -> int:
        """Count the documents that have the word at `place`."""

    def total_frequency(self, name: str, place: int) -> int:
        """Count how often the word at `place` stands in all documents."""

    def count_postings(self, name: str, places: range) -> int:
        """Add up how many documents have each of the words at `places`."""

    def documents_with(self, name: str, places: range) -> array[int]:
        """Give the documents of neighbouring words, each word's ascending, one after the other."""

    def postings(self, name: str, place: int) -> tuple[array[int], Sequence[int]]:
        """Give the documents of the word at `place`, and how often it stands in each."""

    def counted_with(self, name: str, places: range) -> tuple[array[int], Sequence[int]]:
        """Give what `postings` gives of neighbouring words, one after the other."""

    def positions(self, name: str, places: range) -> array[int]:
        """Give every position of neighbouring words, each word's ascending."""

    def pair(self, first: str, second: str) -> range | None:
        """Give the place of two frequent words among the pairs, which begin at the first.

        An empty range where they never follow each other; None where pairs of them are not kept.
        """

    @property
    def joined_numbers(self) -> bytes:
        """The bits of words that are of one number with the word that follows."""

    def bits(self, word: str) -> bytes | None:
        """Give the positions of a word of the texts as bits; None where they are not kept."""

    @property
    def document_bits(self) -> DocumentBits:
        """Tells in which documents bits lie."""

    @property
    def document_blocks(self) -> DocumentBlocks:
        """Tells in which documents positions lie."""

    def stored(self, document: int) -> dict[str, Any]:
        """Give what is known about a document besides its words."""

    def keys(self) -> list[FileKey]:
        """Give the name and the part of the article that each document is; not to be changed."""

    def read_all(self) -> None:
        """Read everything, to see whether it is as it was written."""
