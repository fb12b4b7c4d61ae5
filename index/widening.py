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
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.query import And, Node, Not, Or, Words, words_of
from index.results import Widened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.snapshot import Snapshot

SHORTEST: Final = 4
"""Letters of the shortest word that is widened, or widened to."""
LONG: Final = 8
"""Letters from which on two may differ."""
RARE_ARTICLES: Final = 3
RARE_SHARE: Final = 0.001
MOST: Final = 8
"""A word is widened to this many words at most: the nearest, of those the most frequent."""


_ASPIRATE: Final = re.compile("(?<=[bdgjklmnrvz])h")
_FIRST_VOWELS: Final = {"u": "o", "e": "i"}


@dataclass(frozen=True, slots=True)
class Alternative:
    """A word that a query word matches; `weight` is 1 for the word itself."""

    word: str
    weight: float = 1.0

    @property
    def exact(self) -> bool:
        """Say whether this is the word that was asked for."""
        return self.weight == 1.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of the query with its alternatives, the word itself first.

    With `prefix`, words that start with the first alternative match too.
    """

    alternatives: tuple[Alternative, ...]
    prefix: bool = False

    @property
    def word(self) -> str:
        """The word that was asked for."""
        return self.alternatives[0].word


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words in this order: what `Words` of the query is searched as."""

    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready to be searched: its tree, its leaves and what was widened.

    `leaves[node]` is the leaf of each `Words` in the tree, where equal ones are one: places are
    taken off, and words that must not be there, which are not widened, count as quoted.
    """

    node: Node
    leaves: dict[Words, Leaf]
    widened: tuple[Widened, ...] = ()

    def exactly(self) -> Plan:
        """Give the same without what was widened."""
        if not self.widened:
            return self
        leaves = {
            words: Leaf(
                tuple(replace(slot, alternatives=slot.alternatives[:1]) for slot in leaf.slots)
            )
            for words, leaf in self.leaves.items()
        }
        return Plan(self.node, leaves)

    @property
    def has_prefix(self) -> bool:
        """Say whether a word of the query is the start of words."""
        return any(slot.prefix for leaf in self.leaves.values() for slot in leaf.slots)

    def without_prefixes(self) -> Plan:
        """Give the same with every word that is searched for whole."""
        wanted = set(self.wanted())
        leaves = {
            words: Leaf(tuple(replace(slot, prefix=False) for slot in leaf.slots))
            if words in wanted
            else leaf
            for words, leaf in self.leaves.items()
        }
        return replace(self, leaves=leaves)

    def wanted(self) -> list[Words]:
        """Give the words that a text is searched for: all but those that must not be there."""
        return list(dict.fromkeys(words for words, wanted in words_of(self.node) if wanted))


def plan_query(node: Node, snapshot: Snapshot | None, *, widen: bool) -> Plan:
    """Look up what the words of a query are widened to; without an index, nothing is."""
    leaves: dict[Words, Leaf] = {}
    widened: dict[Widened, None] = {}
    node = _merged(node)
    for words, _ in words_of(node):
        if words in leaves:
            continue
        slots = []
        for number, word in enumerate(words.words):
            prefix = words.prefix and number == len(words.words) - 1
            alternatives = [Alternative(word)]
            if widen and not words.quoted and snapshot is not None:
                for alternative, why in _widened(word, prefix, snapshot):
                    alternatives.append(alternative)
                    widened[Widened(word, alternative.word, why)] = None
            slots.append(Slot(tuple(alternatives), prefix))
        leaves[words] = Leaf(tuple(slots))
    return Plan(node, leaves, tuple(widened))


def _merged(node: Node, wanted: bool = True) -> Node:
    """Make what is equal but for its place one: it is then looked up and evaluated once."""
    match node:
        case Words():
            return replace(node, start=0, end=0, quoted=node.quoted or not wanted)
        case Not():
            return Not(0, 0, _merged(node.node, not wanted))
        case And() | Or():
            nodes = tuple(dict.fromkeys(_merged(child, wanted) for child in node.nodes))
            return nodes[0] if len(nodes) == 1 else type(node)(0, 0, nodes)


def _widened(word: str, prefix: bool, snapshot: Snapshot) -> Iterator[tuple[Alternative, str]]:
    if len(word) < SHORTEST or not word.isalpha():
        return
    frequency = snapshot.lexicon.document_frequency(word)
    if frequency > max(RARE_ARTICLES, RARE_SHARE * snapshot.articles):
        return
    if not frequency and prefix and snapshot.lexicon.has_prefix(word):
        return
    near = nearest_words(word, snapshot)
    if frequency:
        sound = sound_key(word)
        near = [(other, distance) for other, distance in near if sound_key(other) == sound != ""]
    for other, distance in near[:MOST]:
        differs = "1 letter differs" if distance == 1 else f"{distance} letters differ"
        why = "rare; sounds the same" if frequency else "no article has it"
        yield Alternative(other, 0.5**distance), f"{why}; {differs}"


def sound_key(word: str) -> str:
    """Give a key that is equal for words that sound the same, empty where nothing is known.

    It is the Metaphone key (L. Philips, 1990) of the word in a plainer spelling. Metaphone knows
    English; in transliterated names an `h` after a consonant is written or not (Baghdad, Bagdad),
    and a name may start with `o` or `u`, with `e` or `i`.
    """
    from jellyfish import metaphone

    plain = _ASPIRATE.sub("", word)
    return metaphone(_FIRST_VOWELS.get(plain[0], plain[0]) + plain[1:])


def nearest_words(word: str, snapshot: Snapshot) -> list[tuple[str, int]]:
    """Give the words of the corpus near to `word` with their distance, the best first."""
    most = 1 if len(word) < LONG else 2
    known = snapshot.nearest.get((word, most))
    if known is not None:
        return known
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lexicon = snapshot.lexicon
    found: list[tuple[str, int]] = []
    for length in range(max(SHORTEST, len(word) - most), len(word) + most + 1):
        for other, distance, _ in process.extract(
            word,
            lexicon.by_length.get(length, ()),
            scorer=OSA.distance,
            score_cutoff=most,
            limit=None,
        ):
            if distance and lexicon.document_frequency(other):
                found.append((other, int(distance)))
    found.sort(key=lambda near: (near[1], -lexicon.document_frequency(near[0]), near[0]))
    snapshot.nearest[word, most] = found
    return found
