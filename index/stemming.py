"""Words with the same stem, by the English stemmer of Snowball (M. Porter's second)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.expanding import Vocabulary

SHORTEST: Final = 3


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Give the stem of a word; one of another alphabet, or of digits, is its own."""
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return word
    from index.whoosh_import import english_stemmer

    return str(english_stemmer().stem(word))


def words_with_stem_of(word: str, vocabulary: Vocabulary) -> list[str]:
    """Give the words that have the stem of `word`, itself left out.

    A stem differs in its last letters at most from the beginning of every word that has it.
    """
    wanted = stem(word)
    if len(wanted) < SHORTEST:
        return []
    beginning = wanted[: max(SHORTEST - 1, len(wanted) - 1)]
    return [
        other
        for other in vocabulary.starting_with(beginning)
        if other != word and stem(other) == wanted
    ]
