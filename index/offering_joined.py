"""Did you mean, for words with hyphens: names that are written nearly so in some article.

`Sar-i-Pul` is looked for as words that follow each other. Where no article has them so, words near
to the long ones and any words in the place of the short ones are, in one run without a blank; what
an article has there is offered as it is written: `Sar-e-Pul`.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus.problem import CorpusError
from corpus.tokens import locate_words
from index.offering import MOST, near_or_further
from index.placing import sequence_positions
from index.planning import ANYTHING, Slot
from index.query.tree import words_of
from index.results import Offer
from index.widening import SHORTEST, Alternative, letters_differ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.opening import Corpus
    from index.planning import Leaf, Plan, Sequence
    from index.query.tree import Node, Words
    from index.snapshot import Snapshot

MOST_READ: Final = 20
"""Articles that are read to see what stands there."""
_NEAR: Final = 8
"""Words that a long one is looked for as."""


def offered_joined(node: Node, plan: Plan, snapshot: Snapshot, corpus: Corpus) -> tuple[Offer, ...]:
    """Return how articles write what a query joins by hyphens and no article has."""
    leaves = {(words.words, words.prefix): leaf for words, leaf in plan.leaves.items()}
    return tuple(
        offer
        for words, wanted in words_of(node)
        if wanted and is_joined(words)
        if not _stands(leaves[words.words, words.prefix], snapshot)
        for offer in _offers(words, snapshot, corpus)
    )


def is_joined(words: Words) -> bool:
    """Say whether words are joined by hyphens, or other signs that are no blank."""
    return (
        len(words.words) > 1
        and not words.quoted
        and all(isinstance(word, str) and word.isalpha() for word in words.words)
    )


def _stands(leaf: Leaf, snapshot: Snapshot) -> bool:
    return any(
        len(sequence_positions(slots, segment.packed, "body"))
        for slots in leaf.sequences
        for segment in snapshot.segments
    )


def _offers(words: Words, snapshot: Snapshot, corpus: Corpus) -> Iterator[Offer]:
    from rapidfuzz.distance import OSA

    asked = [word for word in words.words if isinstance(word, str)]
    joined = "".join(asked)
    found: Counter[tuple[str, str]] = Counter()
    for slots in _near_slots(asked, snapshot):
        found.update(_written(slots, snapshot, corpus))
    furthest = max(2, len(joined) // 4)
    near: dict[str, tuple[int, str]] = {}
    for (plain, written), _ in found.most_common():
        distance = OSA.distance(joined, plain, score_cutoff=furthest)
        if distance <= furthest and 2 * distance <= max(len(joined), len(plain)):
            near.setdefault(plain, (distance, written))
    for distance, written in sorted(near.values(), key=lambda one: one[0])[:MOST]:
        yield Offer(words.start, words.end, "-".join(asked), written, letters_differ(distance))


def _near_slots(asked: list[str], snapshot: Snapshot) -> Iterator[Sequence]:
    """Give what to look for: any word for the short ones.

    Where all are short, for one at a time; of three and more, for all but the rarest, too.
    """
    if any(len(word) >= SHORTEST for word in asked):
        yield tuple(_slot(word, snapshot) if len(word) >= SHORTEST else ANYTHING for word in asked)
        return
    exact = [Slot((Alternative(word),)) for word in asked]
    for at in range(len(asked)):
        yield (*exact[:at], ANYTHING, *exact[at + 1 :])
    frequencies = {word: snapshot.lexicon.document_frequency(word) for word in asked}
    if len(asked) > 2 and (there := [word for word in asked if frequencies[word]]):
        rarest = min(there, key=frequencies.__getitem__)
        yield tuple(slot if slot.word == rarest else ANYTHING for slot in exact)


def _slot(word: str, snapshot: Snapshot) -> Slot:
    having = snapshot.lexicon.document_frequency(word)
    near = near_or_further(word, having, snapshot)[:_NEAR]
    return Slot((Alternative(word), *(Alternative(other) for other, _ in near)))


def _written(slots: Sequence, snapshot: Snapshot, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Give what stands so without a blank: its letters alone, and as it is written."""
    wanted = [frozenset(one.word for one in slot.alternatives) for slot in slots]
    for text in islice(texts_with(slots, snapshot, corpus), MOST_READ):
        located = list(locate_words(text))
        for at in range(len(located) - len(slots) + 1):
            here = located[at : at + len(slots)]
            if all(
                not names or word in names for names, (_, _, word) in zip(wanted, here, strict=True)
            ):
                written = text[here[0][0] : here[-1][1]]
                if not any(map(str.isspace, written)):
                    yield "".join(word for _, _, word in here), written


def texts_with(slots: Sequence, snapshot: Snapshot, corpus: Corpus) -> Iterator[str]:
    """Give the texts of articles that may have words so."""
    known = [at for at, slot in enumerate(slots) if slot is not ANYTHING]
    core = slots[known[0] : known[-1] + 1]
    for segment in snapshot.segments:
        positions = sequence_positions(core, segment.packed, "body")
        for document in segment.packed.document_blocks.count(positions):
            if document in segment.deleted:
                continue
            file = corpus.find(*segment.packed.keys()[document])
            try:
                text = corpus.read(file).text if file is not None else ""
            except CorpusError:
                continue
            yield text
