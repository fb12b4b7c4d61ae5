"""Which words of the corpus a query word is widened to, and why.

A word that no article has is widened to the words one letter away (words of 4 to 7 letters) or up
to two (8 letters and more). A word that is rare, in at most 3 articles or 0.1 % of them, is widened
to those of these words that also sound the same (see `sound_key`). So two spellings of one name
bring each other, and two names that differ in a sound do not.
Words of three letters or fewer, numbers and words in quotation marks are never widened. A letter
is inserted, left out, replaced or swapped with the next (optimal string alignment distance).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.expanding import near_words, usual_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.snapshot import Snapshot

SHORTEST: Final = 4
"""Letters of the shortest word that is widened, or widened to."""
RARE_ARTICLES: Final = 3
RARE_SHARE: Final = 0.001
MOST: Final = 8
"""A word is widened to this many words at most: the nearest, of those the most frequent."""


_ASPIRATE: Final = re.compile("(?<=[bdgjklmnrvz])h")
_SHCH: Final = re.compile("schtsch|shtsh|shch")
_FIRST_VOWELS: Final = {"u": "o", "e": "i"}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A word that a query word matches; `exact` says that it was asked for.

    `weight` is what it counts beside the word itself.
    """

    word: str
    weight: float = 1.0
    exact: bool = True


def widened_words(word: str, prefix: bool, snapshot: Snapshot) -> Iterator[tuple[Alternative, str]]:
    """Give the words that a query word is widened to, the nearest first, each with the reason."""
    if not may_be_widened(word, prefix, snapshot):
        return
    frequency = snapshot.lexicon.document_frequency(word)
    near = nearest_words(word, snapshot)
    if frequency:
        sound = sound_key(word)
        near = [(other, distance) for other, distance in near if sound_key(other) == sound != ""]
    for other, distance in near[:MOST]:
        why = "rare; sounds the same" if frequency else "no article has it"
        yield Alternative(other, 0.5**distance, exact=False), f"{why}; {letters_differ(distance)}"


def may_be_widened(word: str, prefix: bool, snapshot: Snapshot) -> bool:
    """Say whether a query word is long enough and rare enough to be widened."""
    if len(word) < SHORTEST or not word.isalpha() or not is_rare(word, snapshot):
        return False
    frequency = snapshot.lexicon.document_frequency(word)
    return bool(frequency) or not (prefix and snapshot.lexicon.has_prefix(word))


def is_rare(word: str, snapshot: Snapshot) -> bool:
    """Say whether hardly any article has a word, or none."""
    return is_few(snapshot.lexicon.document_frequency(word), snapshot)


def is_few(articles: int, snapshot: Snapshot) -> bool:
    """Say whether so many articles are few, or none."""
    return articles <= max(RARE_ARTICLES, RARE_SHARE * snapshot.articles)


def letters_differ(distance: int) -> str:
    """Say how many letters differ."""
    return "1 letter differs" if distance == 1 else f"{distance} letters differ"


def sound_key(word: str) -> str:
    """Give a key that is equal for words that sound the same, empty where nothing is known.

    It is the Metaphone key (L. Philips, 1990) of the word in a plainer spelling. Metaphone knows
    English; in transliterated names an `h` after a consonant is written or not (Baghdad, Bagdad),
    one Russian letter is `shch` or `sch` (ALA-LC, or as newspapers shorten it), and a name may
    start with `o` or `u`, with `e` or `i`.
    """
    from jellyfish import metaphone

    plain = _ASPIRATE.sub("", _SHCH.sub("sch", word))
    return metaphone(_FIRST_VOWELS.get(plain[0], plain[0]) + plain[1:])


def nearest_words(word: str, snapshot: Snapshot, further: int = 0) -> list[tuple[str, int]]:
    """Give the words of the corpus near to `word` with their distance, the best first.

    `further` letters may differ besides those that usually may.
    """
    most = usual_letters(word) + further
    known = snapshot.nearest.get((word, most))
    if known is not None:
        return known
    lexicon = snapshot.lexicon
    found = [
        (other, distance)
        for other, distance in near_words(word, most, lexicon, SHORTEST)
        if lexicon.document_frequency(other)
    ]
    found.sort(key=lambda near: (near[1], -lexicon.document_frequency(near[0]), near[0]))
    snapshot.nearest[word, most] = found
    return found
