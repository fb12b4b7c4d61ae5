"""Which words are joined to one number with the next, as both are in "six hundred".

A number is found inside of a longer one, six hundred in "one thousand six hundred", unless it is
known which words the reader of numbers (`numbers_in`) takes together. A segment keeps that for its
texts, worked out from the positions of their words: only words of numbers that stand close to each
other are read.
"""

from __future__ import annotations

from array import array
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from index.bits import bits_of, in_bits, is_bit
from index.query.numerals import (
    AFTER_DIGITS,
    DIGITS,
    GROUPED_DIGITS,
    GROUPS,
    MULTIPLES,
    NUMBER_WORDS,
    SHORT_SCALE_WORDS,
    digits_like,
    numbers_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LINKS: Final = ("a", "and", "of", "point")
"""Words between those of a number, and before it: a quarter of a million, two point five."""
_FURTHEST: Final = 3
"""From a word of a number to the next, at most: two and a half."""
_MANY_PLACES: Final = 200
"""Places that are looked at faster all at once."""
_AFTER_LINKS: Final = frozenset(("half", "quarter", "three"))
"""What is linked to digits: 2 and a half, 2 and three quarters."""


def joined_numbers(body: Mapping[str, Sequence[int]]) -> array[int]:
    """Give the ascending positions of words that are of one number with the word that follows.

    `body` has all words of some texts with their ascending positions.
    """
    by_kind: dict[str, list[Sequence[int]]] = {}
    for word, positions in body.items():
        kind = digits_like(word) if word[:1].isdecimal() else word
        if kind in NUMBER_WORDS:
            by_kind.setdefault(kind, []).append(positions)
    kinds = tuple(by_kind)
    # A position and the number of its kind in one number: these are sorted many times as fast.
    places = sorted(
        position * len(kinds) + number
        for number, parts in enumerate(by_kind.values())
        for position in chain.from_iterable(parts)
    )
    runs = list(_runs(places, kinds))
    links = _links_in(runs, body)
    known: dict[tuple[str, ...], tuple[int, ...]] = {}
    found = array("I")
    for run in runs:
        first = run[0][0] - (links.get(run[0][0] - 1) == "a")
        there = dict(run)
        words = tuple(there.get(at) or links.get(at, "") for at in range(first, run[-1][0] + 1))
        joined = known.get(words)
        if joined is None:
            joined = known[words] = tuple(_joined_in(words))
        found.extend([first + at for at in joined])
    return found


def _runs(places: Iterable[int], kinds: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Give words of numbers, with their positions, that may be of one number with others."""
    count = len(kinds)
    numbered = [
        (one * count + other, (first, second))
        for one, first in enumerate(kinds)
        for other, second in enumerate(kinds)
    ]
    beside = {number for number, pair in numbered if _may_follow(*pair)}
    linked = {number for number, pair in numbered if _may_be_linked(*pair)}
    alone = {number for number, kind in enumerate(kinds) if kind in MULTIPLES or kind == "quarter"}
    run: list[tuple[int, str]] = []
    last, before = -_FURTHEST - 1, 0
    for place in places:
        position, number = divmod(place, count)
        apart, pair = position - last, before * count + number
        if pair not in (beside if apart == 1 else linked) or apart > _FURTHEST:
            if len(run) > 1 or (run and before in alone):
                yield run
            run = []
        run.append((position, kinds[number]))
        last, before = position, number
    if run:
        yield run


def _may_follow(first: str, second: str) -> bool:
    """Say whether a word of a number may be of one with the next word."""
    if second in DIGITS:
        return first in GROUPED_DIGITS and second in GROUPS
    return second in AFTER_DIGITS if first in DIGITS else first not in SHORT_SCALE_WORDS


def _may_be_linked(first: str, second: str) -> bool:
    """Say whether a word of a number may be of one with another behind one or two linking words."""
    if first in DIGITS:
        return second in _AFTER_LINKS
    return second not in DIGITS and first not in SHORT_SCALE_WORDS


def _links_in(
    runs: Iterable[Sequence[tuple[int, str]]], body: Mapping[str, Sequence[int]]
) -> dict[int, str]:
    """Give the linking words before and between the words of numbers, by their positions."""
    wanted: set[int] = set()
    for run in runs:
        wanted.add(run[0][0] - 1)
        for (one, _), (other, _) in pairwise(run):
            wanted.update(range(one + 1, other))
    return {
        position: word for word in _LINKS for position in wanted.intersection(body.get(word, ()))
    }


def _joined_in(words: Sequence[str]) -> Iterator[int]:
    for start, end, _ in numbers_in(words):
        yield from range(start, end - 1)


def joined_in(words: Iterable[str]) -> frozenset[int]:
    """Give the numbers of the words of a text that are of one number with the word that follows."""
    body: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        body.setdefault(word, []).append(at)
    return frozenset(joined_numbers(body))


def stands_alone(start: int, length: int, joined: frozenset[int]) -> bool:
    """Say whether the words of a number, and no others, are one number, by what `joined_in` gives.

    It has so many words from `start` on.
    """
    last = start + length - 1
    return joined.isdisjoint((start - 1, last)) and joined.issuperset(range(start, last))


def standing_alone(length: int, starts: Sequence[int], joined: bytes) -> Sequence[int]:
    """Keep the places, of many, where `stands_alone` holds.

    They ascend. `joined` has the bits (`index/bits.py`) of what `joined_numbers` gives.
    """
    if len(starts) < _MANY_PLACES:
        inside = range(length - 1)
        return [
            start
            for start in starts
            if not is_bit(start - 1, joined)
            and not is_bit(start + length - 1, joined)
            and all(is_bit(start + by, joined) for by in inside)
        ]
    bits = bits_of(joined)
    apart = ~(bits << 1 | bits >> length - 1)
    for by in range(length - 1):
        apart &= bits >> by
    # Of one word nothing is asked inside: all bits up to the last place are.
    most = max(starts[-1], len(joined) << 3) + 1
    return in_bits(starts, (apart & (1 << most) - 1).to_bytes((most >> 3) + 1, "little"))
