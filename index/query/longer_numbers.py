"""Whether a number stands by itself or is a part of a longer one, as in "six hundred and five".

The rule is that of `numbers_in`, which reads a number as long as can be; here is which words beside
a number it has to know for that. A text and an index are asked for the same words, so that both
give the same answer: a text in `stands_alone`, an index in `index/whole_numbers.py`.

Only words are known, no signs between them and nothing of what they mean. "Between five and six
hundred", "one thousand and two thousand", "nineteen eighty-four" and "2019 600" are two numbers.
Two numbers that could be one are taken for one: "two hundred. Six others", "of four thousand and
six hundred", "in 19 600 people". One that is written in digits and in words is two: "5 million six
hundred thousand". The three of "two and three quarters" counts as a number of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.pairs import GROUP, is_digits
from index.query.numerals import (
    ADDED,
    DIGIT_WORDS,
    MOST_DECIMALS,
    MULTIPLES,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    numbers_in,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS: Final = "0"
"""Stands for every word of one to three digits among the words that may stand at one place."""
BEFORE_GROUP: Final = "1"
"""The same, before a group of digits."""
AFTER_DIGITS: Final = "000"
"""Stands for every group of digits, after one to three digits."""
FURTHEST: Final = 12
"""Words before a number, and after it, that are looked at, and up to two more."""

Phrase = tuple[frozenset[str], ...]
"""The words that may stand at each of a few places beside each other."""

_ONES: Final = frozenset(word for word, value in SMALL.items() if 0 < value < 10)
_SMALL: Final = frozenset(SMALL)
_ROUND: Final = frozenset(("hundred", *SCALES))
_AND: Final = frozenset(("and",))
_A: Final = frozenset(("a",))
_POINT: Final = frozenset(("point",))
_HALF: Final = frozenset(("half",))
_QUARTER: Final = frozenset(("quarter",))
_QUARTERS: Final = frozenset(("quarters",))
_OF: Final = frozenset(("of",))
_THREE: Final = frozenset(("three",))
_FRACTIONS: Final = frozenset(part[0] for part in ADDED if len(part) == 1)
_MULTIPLES: Final = frozenset(MULTIPLES)
_SHORT: Final = frozenset(short for shorts in SHORT_SCALES.values() for short in shorts)
_DIGITS: Final = frozenset((DIGITS,))
_BEFORE_GROUP: Final = frozenset((BEFORE_GROUP,))
_AFTER_DIGITS: Final = frozenset((AFTER_DIGITS,))
_ANY_DIGITS: Final = _DIGITS | _BEFORE_GROUP
_WHOLE: Final = _SMALL | _ROUND | _DIGITS
"""What a part of one is added to."""
_PARTS_AFTER: Final = (*(tuple(map(frozenset, zip(part))) for part in ADDED if len(part) > 1),)
_DECIMALS: Final = (*((_POINT, *(DIGIT_WORDS,) * more) for more in range(MOST_DECIMALS)),)


@lru_cache(maxsize=1 << 12)
def phrases_before(words: tuple[str, ...], before: int) -> tuple[Phrase, ...]:
    """Give what may stand before words and join them to one number, the shortest first.

    `before` of the words stand before the number that is asked about.
    """
    first, following = words[0], words[1:3]
    found: list[Phrase] = []
    if first in SMALL:
        if before == 1 and first in TENS and following[0] in _ONES:
            return ()  # both are one number, whatever stands before
        found = [(_ROUND | _POINT,), (_ROUND, _AND)]
        if first in _ONES:
            found.insert(0, (frozenset(TENS),))
        if first in DIGIT_WORDS:
            found += _DECIMALS[1:]
        if following[:1] == ("quarters",):
            found.append((_WHOLE, _AND))
    elif first in _ROUND:
        found = [(_SMALL | {"hundred", "a", "half", "quarter"} | _FRACTIONS,)]
    elif first == "point":
        found = [(_SMALL | {"hundred"},)]
    elif first == "a":
        found = [(_HALF,), (_QUARTER | _QUARTERS, _OF)]
        if following[:1] in (("half",), ("quarter",)):
            found.append((_WHOLE, _AND))
    elif first in ("half", "quarter"):
        found = [(_WHOLE, _AND, _A)]
        if following == ("of", "a"):
            found.insert(0, (_A,))
    elif first == "quarters":
        found = [(_THREE,)]
    elif first in _FRACTIONS:
        found = [(_WHOLE,)]
    elif GROUP.fullmatch(first):
        found = [(_BEFORE_GROUP,)]
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def phrases_after(words: tuple[str, ...], before: int) -> tuple[Phrase, ...]:
    """Give what may stand after words and join them to one number, the shortest first.

    `before` of the words stand before the number that is asked about.
    """
    last = words[-1]
    multiples = _MULTIPLES | _FRACTIONS
    pointed: tuple[Phrase, ...] = ((_POINT, DIGIT_WORDS),)
    if last in _ROUND and not _is_ended(words[before:]):
        pointed = pointed if last == "hundred" else ()
        return ((_SMALL | multiples,), (_AND, _SMALL), *pointed, *_PARTS_AFTER)
    if last in SMALL:
        joined = multiples | (_ONES if last in TENS else frozenset())
        if "point" in words[-MOST_DECIMALS - 1 :]:
            joined |= DIGIT_WORDS
        return ((joined,), *pointed, *_PARTS_AFTER)
    if last in ("half", "quarter", "quarters") or last in _FRACTIONS:
        return ((_MULTIPLES,),)
    if is_digits(last):
        return ((multiples | _SHORT | _AFTER_DIGITS,), *_PARTS_AFTER)
    return ((multiples | _SHORT,),) if last[:1].isdecimal() else ()


def goes_on(words: tuple[str, ...], before: int, end: int) -> bool:
    """Say whether what stands after words still matters for the number `words[before:end]`.

    What seems to be added to hundreds or to a scale may be another number: one hundred two hundred.
    """
    return words[end - 1] in _ROUND or is_read_alone(words, before, end)


def _is_ended(words: tuple[str, ...]) -> bool:
    """Say whether nothing follows the scale at the end: 5 million, half a million."""
    return any(word in _ENDING or word[:1].isdecimal() for word in words)


_ENDING: Final = frozenset(("half", "quarter", "quarters", "point"))


@lru_cache(maxsize=1 << 12)
def is_read_alone(words: tuple[str, ...], start: int, end: int) -> bool:
    """Say whether `words[start:end]` is read as a number of its own."""
    return any(first == start and last == end for first, last, _ in numbers_in(words))


def stands_alone(words: Sequence[str], start: int, end: int) -> bool:
    """Say whether the number `words[start:end]` of a text is no part of a longer one."""
    first, last = start, end
    known = tuple(words[start:end])
    while start - first < FURTHEST:
        phrase = _standing(words, first, phrases_before(known, start - first), -1)
        if not phrase:
            break
        known, first = (*phrase, *known), first - len(phrase)
    before, upto = start - first, end - first
    if not is_read_alone(known, before, upto):
        return False
    while last - end < FURTHEST and goes_on(known, before, upto):
        phrase = _standing(words, last, phrases_after(known, before), 1)
        if not phrase:
            break
        known, last = (*known, *phrase), last + len(phrase)
    return is_read_alone(known, before, upto)


def _standing(
    words: Sequence[str], at: int, phrases: Sequence[Phrase], side: int
) -> tuple[str, ...]:
    """Give the words of the phrase that stands before `at` or, with `side` 1, from `at` on."""
    for phrase in phrases:
        first = at if side > 0 else at - len(phrase)
        there = tuple(words[first : first + len(phrase)]) if first >= 0 else ()
        if len(there) == len(phrase) and all(map(_may_stand, there, phrase)):
            return there
    return ()


def _may_stand(word: str, among: frozenset[str]) -> bool:
    if not is_digits(word):
        return word in among
    return not among.isdisjoint(_ANY_DIGITS) or (
        AFTER_DIGITS in among and bool(GROUP.fullmatch(word))
    )
