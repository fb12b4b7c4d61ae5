"""Numbers in any form: 1600, "1.6 thousand", "sixteen hundred" as words of a query or a text.

Only what a number can be written as; what it counts is found by the analysis of an article. Words
here are in the normal form of `corpus.tokens`, so that `1,600` is `1600` already.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNITS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT_SCALES: Final = {
    10**3: ("k",),
    10**6: ("m", "mn", "mln"),
    10**9: ("bn", "b", "bln"),
    10**12: ("tn", "trn"),
}
_SCALE_OF: Final = _SCALES | {
    short: size for size, shorts in _SHORT_SCALES.items() for short in shorts
}
_DIGITS: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_LARGEST: Final = 10**15
_LARGEST_IN_WORDS: Final = 10**7

Number = int | float


def read_number(words: Sequence[str]) -> Number | None:
    """Read the number that these words are as a whole, None where they are none.

    One word that is a number in words is one, too, but for "one" itself: it is a pronoun.
    """
    end, value = _read(words, 0)
    return value if words and end == len(words) else None


def numbers_in(words: Sequence[str]) -> Iterator[tuple[int, int, Number]]:
    """Give the numbers in a sequence of words as (first, end, value), each as long as can be."""
    at = 0
    while at < len(words):
        end, value = _read(words, at)
        if value is None:
            at += 1
        else:
            yield at, end, value
            at = end


def _read(words: Sequence[str], at: int) -> tuple[int, Number | None]:
    if at < len(words) and _DIGITS.fullmatch(words[at]):
        return _read_digits(words, at)
    return _read_words(words, at)


def _read_digits(words: Sequence[str], at: int) -> tuple[int, Number | None]:
    value = float(words[at]) if "." in words[at] else int(words[at])
    end = at + 1
    if end < len(words):
        size = 100 if words[end] == "hundred" else _SCALE_OF.get(words[end], 1)
        if size > 1:
            return end + 1, _whole(value * size)
    if words[at].startswith("0") and value >= 1:
        return end, None  # an identifier: 007 is not 7
    return end, value


def _read_words(words: Sequence[str], at: int) -> tuple[int, Number | None]:
    """Read a cardinal in words: groups of hundreds, each with its scale, the largest first."""
    total, group, end = 0, None, at
    scale_before = _LARGEST
    while end < len(words):
        word = words[end]
        small = _SMALL.get(word)
        if small is not None and _may_follow(group, small):
            group = (group or 0) + small
        elif word == "hundred" and group is not None and 0 < group < 100:
            group *= 100
        elif word in _SCALES and group is not None and _SCALES[word] < scale_before:
            scale_before = _SCALES[word]
            total, group = total + group * scale_before, None
        elif word == "and" and _continues(words, end, group, total):
            pass
        elif word == "a" and end == at and words[at + 1 : at + 2] in (["hundred"], ["thousand"]):
            group = 1
        else:
            break
        end += 1
    value = total + (group or 0)
    if end == at or words[at:end] in (["one"], ("one",)):
        return at, None
    return end, value


def _may_follow(group: int | None, small: int) -> bool:
    if group is None:
        return True
    if group >= 100 and group % 100 == 0:
        return small > 0
    tens = group % 100
    return tens >= 20 and tens % 10 == 0 and 0 < small < 10


def _continues(words: Sequence[str], at: int, group: int | None, total: int) -> bool:
    """Say whether "and" at `at` stands inside a number: "two hundred and five"."""
    before = (group is not None and group >= 100 and group % 100 == 0) or (group is None and total)
    return bool(before) and at + 1 < len(words) and words[at + 1] in _SMALL


@lru_cache(maxsize=256)
def forms_of(value: Number) -> tuple[tuple[str, ...], ...]:
    """Give the sequences of words that write this number, the one in digits first."""
    value = _whole(value)
    if value < 0 or value >= _LARGEST:
        return ((_digits(value),),)
    forms: dict[tuple[str, ...], None] = {(_digits(value),): None}
    if isinstance(value, int) and value >= 1_000:
        forms[tuple(f"{value:,}".split(","))] = None  # "1 600": a space of any width divides words
    for name, size in _SCALES.items():
        share = _whole(value / size)
        if value >= size and len(_digits(share).replace(".", "")) <= 4 and share < 1000:
            for word in (name, *_SHORT_SCALES[size]):
                forms[_digits(share), word] = None
            if isinstance(share, float) and share < 100:
                whole, _, part = _digits(share).partition(".")
                point = ("point", *(_UNITS[int(digit)] for digit in part))
                forms[*_in_words(int(whole)), *point, name] = None
    if isinstance(value, int) and value <= _LARGEST_IN_WORDS and value != 1:
        _add_words(forms, value)
    return tuple(forms)


def _add_words(forms: dict[tuple[str, ...], None], value: int) -> None:
    words = _in_words(value)
    if len(words) > 8:
        return
    forms[words] = None
    if (with_and := _in_words(value, joined=True)) != words:
        forms[with_and] = None
    if words[0] == "one" and len(words) > 1:
        forms["a", *words[1:]] = None
        forms["a", *with_and[1:]] = None
    if 1_000 < value < 10_000 and value % 100 == 0 and value % 1000:
        forms[*_in_words(value // 100), "hundred"] = None
        forms[str(value // 100), "hundred"] = None


def _in_words(value: int, *, joined: bool = False) -> tuple[str, ...]:
    """Write a whole number in words, with "and" before the tens if `joined`."""
    if value < 20:
        return (_UNITS[value],)
    if value < 100:
        rest = value % 10
        return (_TENS[value // 10 - 2], *((_UNITS[rest],) if rest else ()))
    name, size = next(
        ((name, size) for name, size in reversed(_SCALES.items()) if value >= size),
        ("hundred", 100),
    )
    rest = value % size
    linked = ("and",) if joined and 0 < rest < 100 else ()
    after = (*linked, *_in_words(rest, joined=joined)) if rest else ()
    return (*_in_words(value // size, joined=joined), name, *after)


def _whole(value: Number) -> Number:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _digits(value: Number) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6f}".rstrip("0")
