"""Every word of the corpus and in how many articles it stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.snapshot import OpenSegment


class Lexicon:
    """The words of the segments together."""

    def __init__(self, segments: Sequence[OpenSegment]) -> None:
        self._segments = segments
        self._frequencies: dict[str, int] = {}

    def document_frequency(self, word: str) -> int:
        """Count the articles that have `word`."""
        count = self._frequencies.get(word)
        if count is None:
            count = 0
            for segment in self._segments:
                place = segment.packed.find("body", word)
                if place is not None:
                    count += _frequency(segment, place)
            self._frequencies[word] = count
        return count

    def has_prefix(self, prefix: str) -> bool:
        """Say whether any article has a word that starts with `prefix`."""
        return any(
            _frequency(segment, place)
            for segment in self._segments
            for place in segment.packed.starting_with("body", prefix)
        )

    def starting_with(self, prefix: str) -> list[str]:
        """Give the words that start with `prefix`, each once, sorted.

        Words that only deleted articles have are still among them.
        """
        found: set[str] = set()
        for segment in self._segments:
            words = segment.packed.words("body")
            places = segment.packed.starting_with("body", prefix)
            found.update(words[places.start : places.stop])
        return sorted(found)

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The words that have a letter and no digit, by their length, each once.

        Words that only deleted articles have are still among them.
        """
        words: set[str] = set()
        for segment in self._segments:
            words.update(segment.packed.words("body"))
        found: dict[int, list[str]] = {}
        for word in words:
            # Numbers are single tokens of digits: a word of letters starts with none.
            if not word[0].isdigit():
                found.setdefault(len(word), []).append(word)
        return found


def _frequency(segment: OpenSegment, place: int) -> int:
    """Count the documents of a segment that have a word, less the deleted ones."""
    if not segment.deleted:
        return segment.packed.document_frequency("body", place)
    documents = segment.packed.documents_with("body", range(place, place + 1))
    return len(documents) - len(segment.deleted.intersection(documents))
