"""How alike two names are: could they be spellings of one?

The words of one name are laid against those of the other, whatever their order. Each pair of words
that are alike speaks for one name; words that stand against each other speak against it, more than
words that one name has and the other leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from corpus.linking.name_words import NameWords, name_words
from corpus.linking.sounds import one_name
from corpus.understanding.analysis import EntityType

THRESHOLD = 0.75
"""From here on two names are more likely spellings of one than not."""

_SMALL = frozenset(("bin", "of", "de", "da", "for", "van", "der", "abu"))
_INITIAL = 0.85  # how much an initial says of the name that it is short for


def similarity(a: str, b: str, type_: EntityType) -> float:
    """Return how alike two names of one type are: 1 is the same name, 0 another."""
    one, other = name_words(a, type_), name_words(b, type_)
    if not one.words or not other.words:
        return float(a == b)
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return 0.0
    score = max(_aligned(one.words, other.words, type_), _joined(one.words, other.words))
    if one.legal != other.legal and one.legal and other.legal:
        score -= 0.15
    if _initials(one, other) or _initials(other, one):
        score = max(score, 0.8)
    return max(0.0, score)


def _joined(a: Sequence[str], b: Sequence[str]) -> float:
    """Compare the names without the spaces in them: Rami Makhlouf and RamiMakhlouf."""
    left, right = "".join(a), "".join(b)
    if left == right:
        return 1.0
    if len(a) == len(b):
        return 0.0
    return word_similarity(left, right) if min(len(left), len(right)) > 7 else 0.0


def _initials(short: NameWords, full: NameWords) -> bool:
    """Say whether one name is the initials of the other: PLA of People's Liberation Army."""
    if len(short.words) != 1 or len(full.words) < 3:
        return False
    return short.words[0] == "".join(word[0] for word in full.words)


def _aligned(a: Sequence[str], b: Sequence[str], type_: EntityType) -> float:
    pairs = sorted(
        (-word_similarity(x, y), abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b)
    )
    left, right = set(range(len(a))), set(range(len(b)))
    found = weight = 0.0
    for minus, _, i, j in pairs:
        if i in left and j in right and -minus > 0:
            left.remove(i)
            right.remove(j)
            heavy = _weight(a[i], b[j])
            found -= minus * heavy
            weight += heavy
    if not weight:
        return 0.0
    against = sum(_weigh_alone(a[i]) for i in left), sum(_weigh_alone(b[j]) for j in right)
    both, extra = min(against), max(against) - min(against)
    return found / (weight + 2.0 * both + extra * _extra(a, b, type_))


def _extra(a: Sequence[str], b: Sequence[str], type_: EntityType) -> float:
    """Return how much words that only one of the names has speak against it.

    In a person's name they may be left out where two others agree; in an organisation's they make
    another one.
    """
    if type_ != "PERSON":
        return 1.0
    kept = min(len(a), len(b))
    return 0.15 if kept > 1 else 1.0


def _weight(a: str, b: str) -> float:
    return (_weigh_alone(a) + _weigh_alone(b)) / 2


def _weigh_alone(word: str) -> float:
    if word in _SMALL:
        return 0.3
    return 0.5 if len(word) == 1 else 1.0


@lru_cache(maxsize=65_536)
def word_similarity(a: str, b: str) -> float:
    """Return how alike two folded words are: 1 is the same, 0 is another word.

    A letter that is wrong, missing or exchanged with its neighbour is a slip in a long word and
    makes another of a short one.
    """
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    if a.isdigit() or b.isdigit():
        return 0.0
    if one_name(a, b):
        return 0.95
    longest = max(len(a), len(b))
    slips = DamerauLevenshtein.distance(a, b)
    if slips == 1 and longest > 3:
        return 1 - 1.0 / longest
    if slips == 2 and longest > 5:
        return 1 - 2.2 / longest
    if slips == 3 and longest > 10:
        return 1 - 3.2 / longest
    return 0.0
