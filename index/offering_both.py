"""Did you mean both: a word that some articles write as two, with a hyphen or a blank.

`cooperation` is offered together with `"co operation"`, `co-operation` and `co operation` with
`cooperation`: both are right, so the offer asks for either and nothing that was asked is left out.
Words follow each other by chance, too (`a long`, `may be`): parts of fewer than three letters are
one word only where an article has them with a hyphen.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from index.offering import USUAL_PART, goes_on, plain_word, times_together
from index.offering_joined import is_joined, texts_with
from index.planning import Slot
from index.query.tree import And, Words, words_of
from index.results import Offer
from index.widening import SHORTEST, Alternative

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from corpus.opening import Corpus
    from index.query.tree import Node
    from index.snapshot import Snapshot

_MOST_READ: Final = 10
"""Articles that are read to see whether a hyphen stands there."""


def offered_both(
    node: Node, offered: Collection[Offer], snapshot: Snapshot, corpus: Corpus
) -> tuple[Offer, ...]:
    """Return the words with the other way to write them, but for those that have an offer."""
    asked = {words.words for words, _ in words_of(node)}
    found: list[Offer] = []
    for words, wanted in words_of(node):
        if not wanted or any(one.start < words.end and words.start < one.end for one in offered):
            continue
        word = plain_word(words)
        if word:
            best = _parted(word, snapshot, corpus)
            apart = {(part,) for part in best}
            if best and best not in asked and not apart <= asked:
                star = _star(words, word, snapshot)
                either = f'({word}{star} OR "{" ".join(best)}{star}")'
                found.append(Offer(words.start, words.end, word, either, "also two words"))
        elif is_joined(words):
            found += _as_one(words, asked, snapshot)
    if isinstance(node, And):
        taken = [*offered, *found]
        found += (
            one
            for one in _side_by_side(node, snapshot, corpus)
            if not any(other.start < one.end and one.start < other.end for other in taken)
        )
    return tuple(found)


def _side_by_side(node: And, snapshot: Snapshot, corpus: Corpus) -> Iterator[Offer]:
    """Give two words next to each other in the query that articles have as one, too."""
    for left, right in pairwise(node.nodes):
        if not isinstance(left, Words) or not isinstance(right, Words):
            continue
        parts = plain_word(left), plain_word(right)
        one = "".join(parts)
        if (
            all(parts)
            and snapshot.lexicon.document_frequency(one)
            and times_together(*parts, snapshot)
            and _is_one(parts, snapshot, corpus)
        ):
            star, apart = _star(right, one, snapshot), " ".join(parts)
            either = f"({apart}{star} OR {one}{star})"
            yield Offer(left.start, right.end, apart, either, "also one word")


def _as_one(words: Words, asked: Collection[object], snapshot: Snapshot) -> list[Offer]:
    parts = [word for word in words.words if isinstance(word, str)]
    one = "".join(parts)
    if (one,) in asked or not snapshot.lexicon.document_frequency(one):
        return []
    star, written = _star(words, one, snapshot), "-".join(parts)
    either = f"({written}{star} OR {one}{star})"
    return [Offer(words.start, words.end, written, either, "also one word")]


def _star(words: Words, word: str, snapshot: Snapshot) -> str:
    """Give what says that a word may go on, where it does."""
    return "*" if words.prefix and goes_on(word, snapshot) else ""


def _parted(word: str, snapshot: Snapshot, corpus: Corpus) -> tuple[str, ...]:
    """Give the two words that articles have for one, empty where none has."""
    frequency = snapshot.lexicon.document_frequency
    if len(word) < SHORTEST or not frequency(word):
        return ()
    ways = [
        (places, parts)
        for at in range(1, len(word))
        if all(map(frequency, parts := (word[:at], word[at:])))
        if (places := times_together(*parts, snapshot))
    ]
    for _, parts in sorted(ways, reverse=True):
        if _is_one(parts, snapshot, corpus):
            return parts
    return ()


def _is_one(parts: tuple[str, str], snapshot: Snapshot, corpus: Corpus) -> bool:
    """Say whether two words that follow each other are long enough, or stand with a hyphen."""
    if min(map(len, parts)) >= USUAL_PART:
        return True
    slots = tuple(Slot((Alternative(part),)) for part in parts)
    written = re.compile(rf"\b{parts[0]}[-\u2010\u2011]\s*{parts[1]}\b", re.IGNORECASE)
    return any(map(written.search, islice(texts_with(slots, snapshot, corpus), _MOST_READ)))
