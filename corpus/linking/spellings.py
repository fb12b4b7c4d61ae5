"""Names that may be spellings of one: by their sounds, or by a slip of the pen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from corpus.linking.gathering import Name, Names
from corpus.linking.name_words import name_words
from corpus.linking.similarity import similarity
from corpus.linking.sounds import SHORTEST, one_name, sounds
from corpus.understanding.analysis import EntityType
from corpus.understanding.gazetteers.folding import phrase_key
from corpus.understanding.gazetteers.groups import is_group
from corpus.understanding.gazetteers.names import given_names, other_names
from corpus.understanding.gazetteers.places import places
from corpus.understanding.gazetteers.spellings import are_spellings
from corpus.understanding.gazetteers.words import word_ranks

_MOST_ALIKE = 40  # names with one key that are compared with each other; more are no spellings
_LONGEST = 60  # code points of the names that are looked at for slips
_WORD, _NAME = 6, 8  # letters of the shortest word, and of the shortest name, with a slip
_OFTEN, _RARE = 4, 2  # a slip is in at most `_RARE` articles, the right name in `_OFTEN` times more
_TYPES: tuple[EntityType, ...] = ("PERSON", "ORG", "PLACE")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two names (the more frequent first) that may be one, and how alike they are."""

    kind: Literal["spelling", "slip", "full name"]
    a: str
    b: str
    score: float
    letters: float = 1.0

    @property
    def order(self) -> tuple[float, float, str, str]:
        """The likeliest first: by what the words are, then by their letters."""
        return -self.letters, -self.score, self.a, self.b


def candidates(names: Names) -> list[Candidate]:
    """Return the pairs of names of one type that may be spellings of one, best first."""
    found: dict[tuple[str, str], Candidate] = {}
    for type_ in _TYPES:
        own = [
            name
            for id_, name in names.names.items()
            if name.type == type_ and id_ in names.locals and not name.is_short
        ]
        for candidate in (*_by_sound(own), *_slips(own)):
            found.setdefault((candidate.a, candidate.b), candidate)
    return sorted(found.values(), key=lambda each: each.order)


def _candidate(kind: Literal["spelling", "slip"], a: Name, b: Name) -> Candidate:
    letters = DamerauLevenshtein.normalized_similarity(" ".join(a.words), " ".join(b.words))
    return Candidate(kind, a.id, b.id, similarity(a.text, b.text, a.type), round(letters, 4))


def _by_sound(names: Iterable[Name]) -> Iterator[Candidate]:
    blocks: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        words = name.words
        if any(len(word) >= SHORTEST for word in words):
            blocks[tuple(map(_key, words))].append(name)
    for block in blocks.values():
        if len(block) <= _MOST_ALIKE:
            for a, b in combinations(_ordered(block), 2):
                if a.words != b.words and _are_one(a, b):
                    yield _candidate("spelling", a, b)


def _key(word: str) -> str:
    return sounds(word)[0] if len(word) >= SHORTEST else word


def _are_one(a: Name, b: Name) -> bool:
    """Say whether each word of one may be a spelling of the other's, and no list has both apart."""
    differing = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if _legal(a) != _legal(b):
        return False
    if not all(one_name(x, y) for x, y in differing) or _listed_apart(a, b):
        return False
    if len(a.words) == 1:
        # By itself a word that means something, or two surnames that are both known, are two.
        x, y = differing[0]
        return x not in word_ranks() and y not in word_ranks() and not (_is_name(x) and _is_name(y))
    if a.type == "PERSON":
        # Two surnames that are both known are two; so are two given names, unless a list has them
        # as spellings of one.
        last = {a.words[-1], b.words[-1]}
        if len(last) > 1 and all(map(_is_name, last)):
            return False
        return all(are_spellings(x, y) or not (_is_name(x) and _is_name(y)) for x, y in differing)
    return True


def _legal(name: Name) -> str:
    return name_words(name.text, name.type).legal


def _listed_apart(a: Name, b: Name) -> bool:
    """Say whether the lists know both as places, of different names."""
    one, other = places().get(phrase_key(a.text)), places().get(phrase_key(b.text))
    return one is not None and other is not None and one.name != other.name


def _is_name(word: str) -> bool:
    return word in given_names() or word in other_names()


def _slips(names: Iterable[Name]) -> Iterator[Candidate]:
    """Give pairs of a frequent name and a rare one that is a letter away and no word or name."""
    frequent: dict[str, list[Name]] = defaultdict(list)
    rare: list[tuple[Name, str]] = []
    for name in names:
        joined = "".join(name.words)
        if _NAME <= len(joined) <= _LONGEST:
            if name.articles >= _OFTEN:
                for form in _shortened(joined):
                    frequent[form].append(name)
            if name.articles <= _RARE:
                rare.append((name, joined))
    for name, joined in rare:
        near = {other.id: other for form in _shortened(joined) for other in frequent.get(form, ())}
        for other in _ordered(near.values()):
            often = other.articles >= _OFTEN * name.articles
            if often and _legal(name) == _legal(other) and _is_slip(name.words, other.words):
                yield _candidate("slip", other, name)


def _shortened(word: str) -> set[str]:
    """Return a word and what is left when a letter is taken out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _is_slip(rare: tuple[str, ...], frequent: tuple[str, ...]) -> bool:
    """Say whether one long word of the rare name is a letter away and means nothing by itself."""
    if len(rare) != len(frequent):
        return False
    differing = [(x, y) for x, y in zip(rare, frequent, strict=True) if x != y]
    if len(differing) != 1:
        return False
    (wrong, right) = differing[0]
    return (
        min(len(wrong), len(right)) >= _WORD
        and (wrong[0], wrong[-1]) == (right[0], right[-1])
        and wrong.isalpha()
        and DamerauLevenshtein.distance(wrong, right) == 1
        and not (wrong in word_ranks() or _is_name(wrong) or wrong in places() or is_group(wrong))
    )


def _ordered(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda name: (-name.articles, name.id))
