"""Words that sound alike: spellings and transliterations of one word, told by its sounds.

A phonetic key for names of any language in Latin letters. The consonants must be the same after
the differences that transliterations make (Qaeda and Kaida, Nangarhar and Nangharhar, Zelensky and
Zelenskyy) are taken out; the vowels may differ only within one class.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from corpus.understanding.gazetteers.spellings import are_spellings

_LETTERS = (
    0.7  # of the letters at least must be the same, so that not every word of two syllables is
)
SHORTEST = 5
"""Letters of the shortest words that are compared by sound: shorter ones differ by it."""

# In order: each replaces letters by what another spelling of the same sound has.
_CONSONANTS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"['-]", ""),
        (r"tch|tsch|cz(?!$)", "C"),
        (r"sch(?=[lmnrvw])", "S"),
        (r"sh|sch", "S"),
        (r"ch", "C"),
        (r"zh|dj", "j"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"[cq]", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=[bdfgjklmnprstvz])h", ""),
        (r"h(?=[bdfgjklmnprstvz]|$)", ""),
        (r"(?<=[aeiou])j(?=$|[^aeiouy])", "i"),
        (r"z(?=[aeiou])(?<=[iy]z)", "s"),
        (r"re$", "er"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = "aeiouy"
# Between the two vowels of "ia" or "uo" a syllable ends.
_GROUPS = re.compile(rf"[{_VOWELS}]+?(?<=[ieyu])(?=[ao])|[{_VOWELS}]+|[^{_VOWELS}]+")
_BEGINNINGS = {"a": "A", "e": "E", "i": "E", "y": "E", "o": "O", "u": "O"}
_NEAR = {"a": "ae", "e": "eaiy", "i": "iey", "y": "yie", "o": "ou", "u": "uo"}


@lru_cache(maxsize=65_536)
def sounds(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the consonants of a folded word, and its groups of vowels in order.

    A hyphen stands for the vowels between consonants. At the beginning a capital tells which kind
    of vowel stands before the first of them.
    """
    heard = word
    for pattern, sound in _CONSONANTS:
        heard = pattern.sub(sound, heard)
    groups = _GROUPS.findall(heard)
    consonants = "-".join(g for g in groups if g[0] not in _VOWELS)
    vowels = tuple(g for g in groups if g[0] in _VOWELS)
    return _BEGINNINGS.get(heard[:1], "") + consonants, vowels


def sound_alike(a: str, b: str) -> bool:
    """Say whether two folded words may be spellings of one word, told by their sounds.

    Of words with one syllable, and of words shorter than SHORTEST, nothing is told.
    """
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST or DamerauLevenshtein.normalized_similarity(a, b) < _LETTERS:
        return False
    (consonants_a, vowels_a), (consonants_b, vowels_b) = sounds(a), sounds(b)
    if consonants_a != consonants_b or min(len(vowels_a), len(vowels_b)) < 2:
        return False
    return any(
        len(x) == len(y) and all(map(_near, x, y))
        for x in _with_silent_e(a, vowels_a)
        for y in _with_silent_e(b, vowels_b)
    )


def one_name(a: str, b: str) -> bool:
    """Say whether two folded words are spellings of one name, by their sounds or a list."""
    return sound_alike(a, b) or are_spellings(a, b)


def _with_silent_e(word: str, vowels: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    silent = len(vowels) > 2 and word.endswith("e") and vowels[-1] == "e"
    return (vowels, vowels[:-1]) if silent else (vowels,)


def _near(a: str, b: str) -> bool:
    """Say whether two groups of vowels may be spellings of one."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return a == b or all(any(v in _NEAR[w] for w in longer) for v in shorter)
