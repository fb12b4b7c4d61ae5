"""Which sentences of two texts answer each other.

Candidates are sentences that share rare words, found through an index of words, so that not every
sentence is held against every other. Of these the chain is taken that keeps the order of both texts
and is alike most in all: the heaviest increasing subsequence, by a Fenwick tree of best weights
(M. L. Fredman, "On computing the length of longest increasing subsequences", 1975, with weights).
What is left over and much alike was moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import Indel

from corpus.compare.wording import Wording

ALIKE = 0.44
"""From so much likeness on, of 1, two sentences say much the same; found by trial on news texts."""
MOVED = 0.66
"""The same for sentences that stand in another order."""
NEAR = 0.18
"""From so much on two sentences are about the same: enough to bring them side by side."""

_SHORT = 4  # words: shorter sentences are alike by chance
_SHORT_ALIKE = 0.75
_MOST_CANDIDATES = 6
_COMMON = 40  # a word in more sentences of the other text leads to none of them
_BETWEEN_LOOKS = 256


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentence `left` of one text answers `right` of the other; both are numbers from 0.

    `likeness` is 1 for the same words. `moved` says that the order of the texts is another.
    """

    left: int
    right: int
    likeness: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """`pairs` answer each other; `near` are about the same at least, in the order of both texts.

    Both are sorted by their place in the left text.
    """

    pairs: tuple[Aligned, ...]
    near: tuple[Aligned, ...]


class NotWantedError(Exception):
    """The comparison is not wanted any more."""


def aligned(
    left: Sequence[Wording],
    right: Sequence[Wording],
    wanted: Callable[[], bool] = lambda: True,
) -> Alignment:
    """Return which sentences of two texts answer each other, each in one pair at most.

    Raises NotWantedError as soon as `wanted` says no.
    """
    start, end = _ends_alike(left, right)
    inner_left, inner_right = left[start : len(left) - end], right[start : len(right) - end]
    alike = [Aligned(at, at, 1.0) for at in range(start)]
    alike += [Aligned(len(left) - back, len(right) - back, 1.0) for back in range(end, 0, -1)]
    candidates = [
        Aligned(one.left + start, one.right + start, one.likeness)
        for one in _candidates(inner_left, inner_right, wanted)
    ]
    good = [one for one in candidates if one.likeness >= _least(left[one.left], right[one.right])]
    answering = _with_moved(_heaviest_chain(good, len(right)), good)
    near = _heaviest_chain(candidates, len(right))
    return Alignment(
        tuple(sorted((*alike, *answering), key=lambda one: one.left)),
        tuple(sorted((*alike, *near), key=lambda one: one.left)),
    )


def _ends_alike(left: Sequence[Wording], right: Sequence[Wording]) -> tuple[int, int]:
    """Return how many sentences are the same at the start and at the end: two versions."""
    shorter = min(len(left), len(right))
    start = next((at for at in range(shorter) if left[at].forms != right[at].forms), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if left[-1 - at].forms != right[-1 - at].forms), rest)
    return start, end


def _with_moved(chain: list[Aligned], candidates: Iterable[Aligned]) -> list[Aligned]:
    """Return the chain and the pairs much alike that are left over, the most alike first."""
    taken_left, taken_right = {one.left for one in chain}, {one.right for one in chain}
    found = list(chain)
    for one in sorted(candidates, key=lambda one: (-one.likeness, one.left, one.right)):
        if one.likeness < MOVED:
            break
        if one.left not in taken_left and one.right not in taken_right:
            taken_left.add(one.left)
            taken_right.add(one.right)
            found.append(Aligned(one.left, one.right, one.likeness, moved=True))
    return found


def _candidates(
    left: Sequence[Wording], right: Sequence[Wording], wanted: Callable[[], bool]
) -> list[Aligned]:
    """Return the pairs that are alike enough, a few for each sentence of `left`."""
    sentences_with: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(right):
        for form in set(wording.forms):
            sentences_with[form].append(number)
    often = Counter(form for wording in (*left, *right) for form in set(wording.forms))
    total = len(left) + len(right)
    weight = {form: log(1 + total / count) for form, count in often.items()}
    weights = [sum(weight[form] for form in set(wording.forms)) for wording in right]
    same = {wording.forms: number for number, wording in reversed(list(enumerate(right)))}
    found = []
    for number, wording in enumerate(left):
        if number % _BETWEEN_LOOKS == 0 and not wanted():
            raise NotWantedError
        forms = set(wording.forms)
        shared: dict[int, float] = defaultdict(float)
        for form in forms:
            others = sentences_with.get(form, ())
            if len(others) <= _COMMON:
                for other in others:
                    shared[other] += weight[form]
        if wording.forms in same:
            shared[same[wording.forms]] += 0.0
        own = sum(weight[form] for form in forms)
        best = sorted(shared, key=lambda other: (-shared[other] / (own + weights[other]), other))
        for other in best[:_MOST_CANDIDATES]:
            both = forms.intersection(right[other].forms)
            likeness = _likeness(
                wording,
                right[other],
                2 * sum(map(weight.__getitem__, both)) / (own + weights[other]),
            )
            if likeness >= NEAR:
                found.append(Aligned(number, other, likeness))
    return found


def _likeness(left: Wording, right: Wording, of_words: float) -> float:
    """Return how much two sentences are alike, of 1: by their rare words, or by their order."""
    if left.forms == right.forms:
        return 1.0
    return min(0.99, max(of_words, Indel.normalized_similarity(left.forms, right.forms)))


def _least(left: Wording, right: Wording) -> float:
    return _SHORT_ALIKE if min(len(left.forms), len(right.forms)) < _SHORT else ALIKE


def _heaviest_chain(candidates: Iterable[Aligned], size: int) -> list[Aligned]:
    """Return the pairs that go up in both texts and weigh most together."""
    # Of one sentence the later candidates first: a chain takes one of them only.
    ordered = sorted(candidates, key=lambda one: (one.left, -one.right))
    best_at: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    last = (0.0, -1)
    for number, one in enumerate(ordered):
        total, previous = 0.0, -1
        at = one.right
        while at > 0:
            total, previous = max((total, previous), best_at[at], key=lambda pair: pair[0])
            at -= at & -at
        before.append(previous)
        # The square: one pair that is the same outweighs two that are somewhat alike.
        total += one.likeness**2
        at = one.right + 1
        while at <= size:
            if total > best_at[at][0]:
                best_at[at] = (total, number)
            at += at & -at
        if total > last[0]:
            last = (total, number)
    chain = []
    at = last[1]
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]
