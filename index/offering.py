"""Did you mean: other words that a query may have meant; offered, never added by themselves.

A word that is rare or absent brings offers: near words that it was not widened to (they sound
different, or widening is off) and that far more articles have; the two words that it is when a
space was left out; and, with the word after it, the one word that both are without the space. So do
"or" and "not" between other words: written in capitals they are operators.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.placing import sequence_positions
from index.planning import Slot
from index.query import And, Pattern, Words, words_of
from index.results import Offer
from index.widening import (
    Alternative,
    is_rare,
    letters_differ,
    nearest_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.query import Node
    from index.results import Widened
    from index.snapshot import Snapshot

MOST: Final = 3
"""Offers for one word."""
TIMES: Final = 4
"""How many times more articles have an offered word than the one that was asked for."""
SHORTEST_PART: Final = 3
"""Letters of the shortest word that a word is parted into."""
_OPERATORS: Final = frozenset(("or", "not"))


def offered_words(node: Node, snapshot: Snapshot, widened: Iterable[Widened]) -> tuple[Offer, ...]:
    """Return what a query may have meant. A word that may go on brings nothing yet."""
    added = {(one.word, one.to) for one in widened}
    found: list[Offer] = []
    for words, wanted in words_of(node):
        word = _plain(words)
        if not word or not wanted or not is_rare(word, snapshot):
            continue
        if not (words.prefix and _goes_on(word, snapshot)):
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
        if isinstance(one, Words) and (word := _plain(one)) in _OPERATORS:
            yield Offer(one.start, one.end, word, word.upper(), "in capitals it is an operator")


def _goes_on(word: str, snapshot: Snapshot) -> bool:
    """Say whether longer words start so."""
    return any(other != word for other in snapshot.lexicon.starting_with(word))


def _plain(words: Words) -> str:
    """Give the one word of a leaf that is neither quoted nor a pattern, "" for others."""
    word = words.words[0]
    if len(words.words) > 1 or words.quoted or isinstance(word, Pattern):
        return ""
    return word if word.isalpha() else ""


def _near(words: Words, word: str, snapshot: Snapshot) -> Iterator[Offer]:
    having = snapshot.lexicon.document_frequency(word)
    for other, distance in nearest_words(word, snapshot):
        if snapshot.lexicon.document_frequency(other) >= TIMES * max(having, 1):
            yield Offer(words.start, words.end, word, other, letters_differ(distance))


def _parted(words: Words, word: str, snapshot: Snapshot) -> list[Offer]:
    """Part a word that no article has where both parts follow each other in some article."""
    lexicon = snapshot.lexicon
    if lexicon.document_frequency(word):
        return []
    best, places = "", 0
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:at], word[at:]
        if not (lexicon.document_frequency(first) and lexicon.document_frequency(second)):
            continue
        slots = [Slot((Alternative(part),)) for part in (first, second)]
        count = sum(
            len(sequence_positions(slots, segment.packed, "body")) for segment in snapshot.segments
        )
        if count > places:
            best, places = f'"{first} {second}"', count
    return [Offer(words.start, words.end, word, best, "two words")] if best else []


def _joined(node: And, snapshot: Snapshot) -> Iterator[Offer]:
    leaves = [one if isinstance(one, Words) and _plain(one) else None for one in node.nodes]
    for left, right in pairwise(leaves):
        if left is None or right is None:
            continue
        first, second = _plain(left), _plain(right)
        joined = first + second
        if snapshot.lexicon.document_frequency(joined) and (
            is_rare(first, snapshot) or is_rare(second, snapshot)
        ):
            yield Offer(left.start, right.end, f"{first} {second}", joined, "one word")
