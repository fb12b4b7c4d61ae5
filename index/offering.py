"""Did you mean: other words that a query may have meant; offered, never added by themselves.

A word that is rare or absent brings offers: near words that it was not widened to (they sound
different, or widening is off) and that far more articles have; the two words that it is when a
space was left out; and, with the word after it, the one word that both are without the space. Where
no article has the word and none near to it that sounds the same, one letter more may differ, for
words that do sound the same, or for any where nothing else is near. Two words that are not rare are
offered as one that is far more frequent than both beside each other.
So do "or" and "not" between other words: written in capitals they are operators.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.expanding import usual_letters
from index.placing import sequence_positions
from index.planning import Slot
from index.query.tree import And, Pattern, Words, words_of
from index.results import Offer
from index.widening import (
    SHORTEST,
    Alternative,
    is_rare,
    letters_differ,
    nearest_words,
    sound_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.query.tree import Node
    from index.results import Widened
    from index.snapshot import Snapshot

MOST: Final = 3
"""Offers for one word."""
TIMES: Final = 4
"""How many times more articles have an offered word than the one that was asked for."""
SHORTEST_PART: Final = 2
"""Letters of the shortest word that a word is parted into."""
USUAL_PART: Final = 3
"""Letters of a part that may follow the other one once; a shorter one has to more often."""
_BEGUN: Final = 2
"""Letters with which a word begins that is offered though it is neither near nor sounds so."""
_OPERATORS: Final = frozenset(("or", "not"))


def offered_words(node: Node, snapshot: Snapshot, widened: Iterable[Widened]) -> tuple[Offer, ...]:
    """Return what a query may have meant. A word that may go on brings nothing yet."""
    added = {(one.word, one.to) for one in widened}
    found: list[Offer] = []
    for words, wanted in words_of(node):
        word = plain_word(words)
        if not word or not wanted or not is_rare(word, snapshot):
            continue
        if not (words.prefix and goes_on(word, snapshot)):
            found += [
                offer for offer in _near(words, word, snapshot) if (word, offer.to) not in added
            ][:MOST]
            found += _parted(words, word, snapshot)
    if isinstance(node, And):
        found += _joined(node, snapshot)
        found += _operators(node)
    return tuple(found)


def _operators(node: And) -> Iterator[Offer]:
    """Give the words between others that are operators in capitals."""
    for one in node.nodes[1:-1]:
        if isinstance(one, Words) and (word := plain_word(one)) in _OPERATORS:
            yield Offer(one.start, one.end, word, word.upper(), "in capitals it is an operator")


def goes_on(word: str, snapshot: Snapshot) -> bool:
    """Say whether longer words start so."""
    return any(other != word for other in snapshot.lexicon.starting_with(word))


def plain_word(words: Words) -> str:
    """Give the one word of a leaf that is neither quoted nor a pattern, "" for others."""
    word = words.words[0]
    if len(words.words) > 1 or words.quoted or isinstance(word, Pattern):
        return ""
    return word if word.isalpha() else ""


def _near(words: Words, word: str, snapshot: Snapshot) -> list[Offer]:
    lexicon = snapshot.lexicon
    having = lexicon.document_frequency(word)
    near = near_or_further(word, having, snapshot)
    usual = [one for one in near if lexicon.document_frequency(one[0]) >= TIMES * max(having, 1)]
    return [
        Offer(words.start, words.end, word, other, letters_differ(distance))
        for other, distance in (usual or ([] if having else near))
    ]


def near_or_further(word: str, having: int, snapshot: Snapshot) -> list[tuple[str, int]]:
    """Give near words with their distance; of a word that nothing has, those further off, too."""
    near = nearest_words(word, snapshot)
    if having or len(word) < SHORTEST:
        return near
    return near + _further(word, near, snapshot)


def _further(word: str, near: list[tuple[str, int]], snapshot: Snapshot) -> list[tuple[str, int]]:
    """Give words in which a letter more differs, where no near one sounds the same."""
    sound = sound_key(word)
    if any(sound_key(other) == sound for other, _ in near):
        return []
    most = usual_letters(word)
    further = [one for one in nearest_words(word, snapshot, 1) if one[1] > most]
    alike = [one for one in further if sound_key(one[0]) == sound]
    if alike or near:
        return alike
    # Who mistypes a word mostly has its beginning.
    begun = [one for one in further if one[0][:_BEGUN] == word[:_BEGUN]]
    return sorted(begun, key=lambda one: one[0][: _BEGUN + 1] != word[: _BEGUN + 1])


def _parted(words: Words, word: str, snapshot: Snapshot) -> list[Offer]:
    """Part a word where both parts follow each other far more often than articles have it."""
    lexicon = snapshot.lexicon
    having = lexicon.document_frequency(word)
    best, places = "", TIMES * having - 1 if having else 0
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:at], word[at:]
        if not (lexicon.document_frequency(first) and lexicon.document_frequency(second)):
            continue
        count = times_together(first, second, snapshot)
        least = TIMES if min(len(first), len(second)) < USUAL_PART else 1
        if count > places and count >= least:
            best, places = f'"{first} {second}"', count
    return [Offer(words.start, words.end, word, best, "two words")] if best else []


def times_together(first: str, second: str, snapshot: Snapshot) -> int:
    """Count how often two words follow each other."""
    slots = [Slot((Alternative(word),)) for word in (first, second)]
    return sum(
        len(sequence_positions(slots, segment.packed, "body")) for segment in snapshot.segments
    )


def _joined(node: And, snapshot: Snapshot) -> Iterator[Offer]:
    leaves = [one if isinstance(one, Words) and plain_word(one) else None for one in node.nodes]
    for left, right in pairwise(leaves):
        if left is None or right is None:
            continue
        first, second = plain_word(left), plain_word(right)
        joined = first + second
        having = snapshot.lexicon.document_frequency(joined)
        if having and (
            is_rare(first, snapshot)
            or is_rare(second, snapshot)
            or having >= TIMES * max(times_together(first, second, snapshot), 1)
        ):
            yield Offer(left.start, right.end, f"{first} {second}", joined, "one word")
