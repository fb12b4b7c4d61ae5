"""The whole query that may have been meant: of the offers for each of its places one, together.

Words that are offered for several places were mistyped in one go, and one key is to mend them all.
Of the ways to choose one offer a place, that is taken whose words stand in the most articles
together, and in the order of the offers where none or as many have them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus.tokens import words as words_in
from index.query.tree import Pattern, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.query.tree import Node
    from index.results import Offer
    from index.snapshot import OpenSegment, Snapshot

MOST_WAYS: Final = 64
"""Ways to choose the offers that are compared: three offers for each of three words are 27."""


def whole_meant(node: Node, offers: Sequence[Offer], snapshot: Snapshot) -> tuple[Offer, ...]:
    """Return the offers to be taken together, in their order; none where fewer than two are."""
    # An operator in capitals changes what is asked, and no word.
    ordered = sorted((one for one in offers if not one.to.isupper()), key=lambda one: one.start)
    ways = [way for way in islice(_ways(ordered), MOST_WAYS) if len(way) > 1]
    if len(ways) < 2:
        return ways[0] if ways else ()
    asked = [
        (words.start, words.end, _text(words.words)) for words, wanted in words_of(node) if wanted
    ]

    def worth(way: tuple[Offer, ...]) -> tuple[int, int]:
        kept = [
            text
            for start, end, text in asked
            if not any(one.start < end and start < one.end for one in way)
        ]
        having = _articles_with([*kept, *(one.to for one in way)], snapshot)
        return sum(one.end - one.start for one in way), having

    return max(ways, key=worth)


def _text(words: Sequence[str | Pattern]) -> str:
    return " ".join(word for word in words if isinstance(word, str))


def _ways(offers: Sequence[Offer]) -> Iterator[tuple[Offer, ...]]:
    """Give the ways to choose offers that do not overlap; `offers` are ordered by their place."""
    if not offers:
        yield ()
        return
    first = offers[0]
    for one in offers:
        if one.start < first.end:
            later = [other for other in offers if other.start >= one.end]
            yield from ((one, *rest) for rest in _ways(later))


def _articles_with(texts: Sequence[str], snapshot: Snapshot) -> int:
    """Count the articles that have every word of some texts."""
    wanted = sorted(
        {word for text in texts for word in words_in(text)},
        key=snapshot.lexicon.document_frequency,
    )
    return sum(len(_having(wanted, segment)) for segment in snapshot.segments)


def _having(words: Sequence[str], segment: OpenSegment) -> set[int]:
    """Return the documents of a segment that have all of some words, the rarest first."""
    found: set[int] | None = None
    for word in words:
        place = segment.packed.find("body", word)
        if place is None:
            return set()
        documents = segment.packed.documents_with("body", range(place, place + 1))
        found = set(documents) - segment.deleted if found is None else found.intersection(documents)
        if not found:
            break
    return found or set()
