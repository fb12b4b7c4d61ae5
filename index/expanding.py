"""Which words a pattern of a query describes: `surrend*`, `colo?r`, `/fight(er|ing)s?/`, `tormen~`.

A pattern is looked up among the words of the corpus, or among those of one text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from index.query.expressions import matching_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.query.tree import Pattern

LONG: Final = 8
"""Letters from which on two may differ, where the query does not say how many."""


class Vocabulary(Protocol):
    """Words among which patterns are looked up."""

    def starting_with(self, prefix: str) -> Sequence[str]:
        """Give the words that start so, sorted."""

    @property
    def by_length(self) -> Mapping[int, Sequence[str]]:
        """The words that begin with a letter, by their length."""


class TextVocabulary:
    """The words of one text, or of several."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = set(words)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def starting_with(self, prefix: str) -> Sequence[str]:
        """Give the words that start so, sorted."""
        known = self._sorted
        first = bisect_left(known, prefix)
        return known[first : bisect_left(known, prefix + "\U0010ffff", lo=first)]

    @cached_property
    def by_length(self) -> Mapping[int, Sequence[str]]:
        """The words that begin with a letter, by their length."""
        found: dict[int, list[str]] = {}
        for word in self._words:
            if not word[0].isdigit():
                found.setdefault(len(word), []).append(word)
        return found


def described_words(pattern: Pattern, vocabulary: Vocabulary) -> list[tuple[str, int]]:
    """Give the words of a pattern, each with how many letters differ (0 but for "fuzzy").

    Raises OutOfTime for an expression that takes too long.
    """
    match pattern.kind:
        case "wildcard":
            expression = wildcard(pattern.text)
            head = re.split(r"[*?]", pattern.text, maxsplit=1)[0]
            if pattern.text == f"{head}?":
                head = head[:-1]
            words = vocabulary.starting_with(head)
            return [(word, 0) for word in words if expression.fullmatch(word)]
        case "regex":
            return [
                (word, 0) for word in matching_words(pattern.text, vocabulary.starting_with(""))
            ]
        case "fuzzy":
            return near_words(
                pattern.text, pattern.letters or usual_letters(pattern.text), vocabulary
            )


@lru_cache(maxsize=1 << 14)
def describes(pattern: Pattern, word: str) -> bool:
    """Say whether a pattern describes one word, itself included. Raises OutOfTime."""
    if pattern.kind == "fuzzy" and pattern.text == word:
        return True
    return bool(described_words(pattern, TextVocabulary((word,))))


def usual_letters(word: str) -> int:
    """Give how many letters may differ where nobody said."""
    return 1 if len(word) < LONG else 2


def near_words(
    word: str, letters: int, vocabulary: Vocabulary, shortest: int = 1
) -> list[tuple[str, int]]:
    """Give the words in which 1 to `letters` letters differ from `word`, with how many."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: list[tuple[str, int]] = []
    by_length = vocabulary.by_length
    for length in range(max(shortest, len(word) - letters), len(word) + letters + 1):
        for other, distance, _ in process.extract(
            word, by_length.get(length, ()), scorer=OSA.distance, score_cutoff=letters, limit=None
        ):
            if distance:
                found.append((other, int(distance)))
    return found


@lru_cache(maxsize=256)
def wildcard(text: str) -> re.Pattern[str]:
    """Compile a word with `*` for any letters and `?` for one, or at its end for one or none.

    Every stretch between stars is found at its first place and never tried again (an atomic
    group), so that the time grows with the word's length only.
    """
    optional = text.endswith("?")
    parts = [_letters(part) for part in (text[:-1] if optional else text).split("*")]
    end = ".?" if optional else ""
    if len(parts) == 1:
        return re.compile(parts[0] + end, re.DOTALL)
    middle = "".join(f"(?>.*?{part})" for part in parts[1:-1] if part)
    return re.compile(f"{parts[0]}{middle}.*{parts[-1]}{end}", re.DOTALL)


def _letters(part: str) -> str:
    return "".join("." if char == "?" else re.escape(char) for char in part)
