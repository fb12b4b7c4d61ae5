"""Sentences that answer each other, with what one text parted into two of them put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from corpus.compare.alignment import Aligned
from corpus.compare.wording import LONGEST, Wording

_GAIN = 0.04  # so much more alike the whole must be than its part


@dataclass(frozen=True, slots=True)
class Pair:
    """The words of one text that answer those of the other.

    `lefts` and `rights` are ranges of the numbers of the sentences they consist of.
    """

    left: Wording
    right: Wording
    lefts: range
    rights: range
    moved: bool = False

    @property
    def same(self) -> bool:
        """Whether both have the same words."""
        return self.left.forms == self.right.forms


def pairs_of(
    left: Sequence[Wording], right: Sequence[Wording], aligned: Iterable[Aligned]
) -> tuple[Pair, ...]:
    """Return the pairs, by their place in `left`; a sentence without partner joins its neighbour
    where that makes the two sides more alike.
    """
    aligned = tuple(aligned)
    taken_left = {one.left for one in aligned}
    taken_right = {one.right for one in aligned}
    found = []
    for one in aligned:
        pair = Pair(
            left[one.left],
            right[one.right],
            range(one.left, one.left + 1),
            range(one.right, one.right + 1),
            one.moved,
        )
        if not pair.same:
            pair = _grown(pair, left, taken_left, _with_left)
            pair = _grown(pair, right, taken_right, _with_right)
        found.append(pair)
    return tuple(found)


def _grown(
    pair: Pair,
    sentences: Sequence[Wording],
    taken: set[int],
    put: Callable[[Pair, Wording, range], Pair],
) -> Pair:
    """Return the pair with the sentence after or before it, as long as that makes it more alike."""
    while True:
        best, alike = None, _alike(pair) + _GAIN
        for numbers, added in _neighbours(pair, sentences, taken, put):
            wider = put(pair, _joined(sentences[numbers.start : numbers.stop]), numbers)
            if len(wider.left.forms) + len(wider.right.forms) > 2 * LONGEST:
                continue
            if _alike(wider) > alike:
                best, alike = (wider, added), _alike(wider)
        if best is None:
            return pair
        pair, added = best
        taken.add(added)


def _neighbours(
    pair: Pair,
    sentences: Sequence[Wording],
    taken: set[int],
    put: Callable[[Pair, Wording, range], Pair],
) -> Iterator[tuple[range, int]]:
    numbers = pair.lefts if put is _with_left else pair.rights
    for added, wider in (
        (numbers.stop, range(numbers.start, numbers.stop + 1)),
        (numbers.start - 1, range(numbers.start - 1, numbers.stop)),
    ):
        if 0 <= added < len(sentences) and added not in taken:
            yield wider, added


def _with_left(pair: Pair, words: Wording, numbers: range) -> Pair:
    return replace(pair, left=words, lefts=numbers)


def _with_right(pair: Pair, words: Wording, numbers: range) -> Pair:
    return replace(pair, right=words, rights=numbers)


def _joined(sentences: Sequence[Wording]) -> Wording:
    forms = tuple(form for one in sentences for form in one.forms)
    places = tuple(place for one in sentences for place in one.places)
    return Wording(sentences[0].start, sentences[-1].end, forms, places)


def _alike(pair: Pair) -> float:
    return float(Indel.normalized_similarity(pair.left.forms, pair.right.forms))
