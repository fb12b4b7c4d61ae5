"""Articles that are not indexed yet, their words turned around in memory: a segment that grows."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from index.bits import DocumentBits, packed_bits
from index.blocks import DocumentBlocks
from index.inverted import Inverted, documents_by_position
from index.joined_numbers import joined_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.known_files import FileKey


class ScannedSegment:
    """The words of articles that were read for a search; has what `index.postings` asks.

    Not safe to use from several threads at once: what is added is there for the next question.
    """

    def __init__(self) -> None:
        self._inverted = Inverted()
        self._owners: array[int] = array("I")
        self._words: dict[str, list[str]] = {}
        self._postings: dict[tuple[str, str], tuple[array[int], array[int]]] = {}
        self._blocks: DocumentBlocks | None = None
        self._joined_numbers: bytes | None = None
        self.tokens = 0

    def add(self, words: Sequence[str], lead: int, stored: Mapping[str, Any]) -> int:
        """Add an article, `lead` of its words in its first line; give its number."""
        self._words.clear()
        self._postings.clear()
        self._owners = array("I")
        self._blocks = self._joined_numbers = None
        self.tokens += len(words)
        return self._inverted.add(words, lead, stored)

    @property
    def documents(self) -> int:
        """Count the articles."""
        return len(self._inverted.starts)

    @property
    def starts(self) -> array[int]:
        """The first position of each article."""
        return self._inverted.starts

    @property
    def lengths(self) -> array[int]:
        """How many words each article has."""
        return self._inverted.lengths

    def words(self, name: str) -> list[str]:
        """Give the words of a field in the order of code points; not to be changed."""
        known = self._words.get(name)
        if known is None:
            known = self._words[name] = sorted(self._inverted.fields[name])
        return known

    def find(self, name: str, word: str) -> int | None:
        """Give the place of `word` in `words`."""
        if word not in self._inverted.fields[name]:
            return None
        return bisect_left(self.words(name), word)

    def starting_with(self, name: str, prefix: str) -> range:
        """Give the places of the words that start with `prefix`."""
        known = self.words(name)
        first = bisect_left(known, prefix)
        return range(first, bisect_left(known, prefix + "\U0010ffff", lo=first))

    def beginning_with(self, _name: str, _prefix: str) -> list[int] | None:
        """Give nothing: unions are not kept."""
        return None

    def document_frequency(self, name: str, place: int) -> int:
        """Count the articles that have the word at `place`."""
        return len(self.postings(name, place)[0])

    def total_frequency(self, name: str, place: int) -> int:
        """Count how often the word at `place` stands in all articles."""
        return len(self._inverted.fields[name][self.words(name)[place]])

    def postings(self, name: str, place: int) -> tuple[array[int], array[int]]:
        """Give the articles of the word at `place`, and how often it stands in each."""
        key = name, self.words(name)[place]
        known = self._postings.get(key)
        if known is None:
            if not self._owners:
                self._owners = documents_by_position(self.starts, self.lengths)
            positions = self._inverted.fields[name][key[1]]
            counted = Counter(map(self._owners.__getitem__, positions))
            known = array("I", counted), array("I", counted.values())
            self._postings[key] = known
        return known

    def count_postings(self, name: str, places: range) -> int:
        """Add up how many articles have each of the words at `places`."""
        return sum(self.document_frequency(name, place) for place in places)

    def documents_with(self, name: str, places: range) -> array[int]:
        """Give the articles of neighbouring words, each word's ascending, one after the other."""
        return array("I", chain.from_iterable(self.postings(name, place)[0] for place in places))

    def counted_with(self, name: str, places: range) -> tuple[array[int], array[int]]:
        """Give what `postings` gives of neighbouring words, one after the other."""
        counted = [self.postings(name, place)[1] for place in places]
        return self.documents_with(name, places), array("I", chain.from_iterable(counted))

    def positions(self, name: str, places: range) -> array[int]:
        """Give every position of neighbouring words, each word's ascending."""
        field = self._inverted.fields[name]
        words = self.words(name)[places.start : places.stop]
        return (
            field[words[0]]
            if len(words) == 1
            else array("I", chain.from_iterable(map(field.__getitem__, words)))
        )

    def pair(self, _first: str, _second: str) -> range | None:
        """Give nothing: pairs are not kept."""
        return None

    @property
    def joined_numbers(self) -> bytes:
        """The bits of words that are of one number with the word that follows."""
        if self._joined_numbers is None:
            positions = joined_numbers(self._inverted.fields["body"])
            self._joined_numbers = bytes(packed_bits(positions))
        return self._joined_numbers

    def bits(self, _word: str) -> bytes | None:
        """Give nothing: bits are not kept."""
        return None

    @property
    def document_bits(self) -> DocumentBits:
        """Tells in which articles bits lie."""
        return DocumentBits(self.starts, self.lengths)

    @property
    def document_blocks(self) -> DocumentBlocks:
        """Tells in which articles positions lie."""
        if self._blocks is None:
            self._blocks = DocumentBlocks(self.starts, self.lengths)
        return self._blocks

    def stored(self, document: int) -> dict[str, Any]:
        """Give the name of an article."""
        return dict(self._inverted.stored[document])

    def keys(self) -> list[FileKey]:
        """Give the name and the part of each article."""
        return [(one["article"], one["part"]) for one in self._inverted.stored]

    def read_all(self) -> None:
        """Do nothing: none of it lies on the disk."""
