"""Numbers in any form: 1600, "1.6 thousand", "sixteen hundred", "half a million" as words.

Only what a number can be written as; what it counts is found by the analysis of an article. Words
here are in the normal form of `corpus.tokens`, so that `1,600` is `1600` already.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
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
_INDIAN: Final = {10**5: ("lakh", "lakhs"), 10**7: ("crore", "crores")}
_DOZEN: Final = 12
MULTIPLES: Final = (
    {"hundred": 100, "dozen": _DOZEN}
    | _SCALES
    | {word: size for size, words in _INDIAN.items() for word in words}
)
"""Words that multiply what stands before them, a part of one too: two and a half thousand."""
_PARTS: Final = {
    ("three", "quarters", "of", "a"): 0.75,
    ("a", "quarter", "of", "a"): 0.25,
    ("quarter", "of", "a"): 0.25,
    ("quarter",): 0.25,
    ("half", "a"): 0.5,
    ("half",): 0.5,
    ("1\u20442",): 0.5,  # the normal form of the one character, ½
    ("1\u20444",): 0.25,
    ("3\u20444",): 0.75,
}
"""What may stand before such a word in the place of a number, the longest first."""
_ADDED: Final = {
    ("and", "a", "half"): 0.5,
    ("and", "a", "quarter"): 0.25,
    ("and", "three", "quarters"): 0.75,
    ("1\u20442",): 0.5,
    ("1\u20444",): 0.25,
    ("3\u20444",): 0.75,
}
"""What adds a part of one to the number before it."""
_IN_LOTS: Final = frozenset(MULTIPLES) - {"hundred"} - frozenset(_SCALES)
"""What multiplies any number in words: six dozen, two hundred lakh."""
_DIGIT_WORDS: Final = frozenset(_UNITS[:10])
"""Decimals in words."""
_MOST_DECIMALS: Final = 3
_GROUP: Final = re.compile(r"[0-9]{3}")
_FIRST_GROUP: Final = re.compile(r"[1-9][0-9]{0,2}")
_DIGITS: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_LARGEST: Final = 10**15
# Digits of each kind that is read in its own way.
_DECIMAL, _WHOLE_DECIMAL, _FEW, _THREE, _ZERO_GROUP, _ZEROS, _MANY = (
    *("2.5", "2.0", "12", "600", "007", "0", "1500"),
)
DIGITS: Final = frozenset((_DECIMAL, _WHOLE_DECIMAL, _FEW, _THREE, _ZERO_GROUP, _ZEROS, _MANY))
"""What `digits_like` gives for digits."""
GROUPS: Final = frozenset((_THREE, _ZERO_GROUP))
"""Of these, those that may be a group of a number."""
GROUPED_DIGITS: Final = GROUPS | {_FEW}
"""Of these, those after which a group may stand."""
SHORT_SCALE_WORDS: Final = frozenset(chain.from_iterable(_SHORT_SCALES.values()))
"""Words that stand after digits alone: 5 m."""
_FRACTIONS: Final = frozenset(part[0] for part in _ADDED if len(part) == 1)
AFTER_DIGITS: Final = SHORT_SCALE_WORDS | _FRACTIONS | frozenset(MULTIPLES)
"""Words that are of one number with the digits before them."""
NUMBER_WORDS: Final = DIGITS | AFTER_DIGITS | frozenset((*_SMALL, "half", "quarter", "quarters"))
"""All words of numbers but for those that stand between others; of digits those of each kind."""
_LARGEST_IN_WORDS: Final = 10**7

Number = int | float


def read_number(words: Sequence[str], *, grouped: bool = False) -> Number | None:
    """Read the number that these words are as a whole, None where they are none.

    One word that is a number in words is one, too, but for "one" itself: it is a pronoun. With
    `grouped`, digits that stand in groups of three words are one number: 1 600.
    """
    end, value = _read(words, 0, grouped)
    return value if words and end == len(words) else None


def numbers_in(words: Sequence[str]) -> Iterator[tuple[int, int, Number]]:
    """Give the numbers in a sequence of words as (first, end, value), each as long as can be."""
    at = 0
    while at < len(words):
        end, value = _read(words, at, True)
        if value is None:
            at += 1
        else:
            yield at, end, value
            at = end


def _read(words: Sequence[str], at: int, grouped: bool) -> tuple[int, Number | None]:
    if at >= len(words):
        return at, None
    for part, value in _PARTS.items():
        if tuple(words[at : at + len(part)]) == part:
            end = at + len(part)
            size = MULTIPLES.get(words[end]) if end < len(words) else None
            if size is not None:
                return end + 1, _whole(value * size)
    if _DIGITS.fullmatch(words[at]):
        return _read_digits(words, at, grouped)
    return _with_part(words, at, *_read_words(words, at))


def _with_part(
    words: Sequence[str], at: int, end: int, value: Number | None
) -> tuple[int, Number | None]:
    """Add the part of one that follows: two and a half thousand, a million and a half."""
    if value is None and words[at] == "one":
        end, value = at + 1, 1
    if value is None:
        return end, None
    follows = words[end] if end < len(words) else ""
    is_one = end == at + 1 and words[at] == "one"
    if value == 1 and follows == "dozen":
        return end + 1, _DOZEN
    if follows == "point" and (pointed := _pointed(words, end, value, is_one)) is not None:
        return pointed
    if (added := _added(words, end, value)) is not None:
        return added
    if follows in _IN_LOTS and value < 1000:
        return end + 1, value * MULTIPLES[follows]
    return (at, None) if is_one else (end, value)


def _pointed(
    words: Sequence[str], point: int, value: Number, is_one: bool
) -> tuple[int, Number] | None:
    """Read decimals in words, at most three, and a scale: two point five million.

    After "one" there must be a scale: "at one point six men came" has no decimals.
    """
    end, size = point + 1, 1.0
    while end < len(words) and end <= point + _MOST_DECIMALS and words[end] in _DIGIT_WORDS:
        size /= 10
        value += size * _SMALL[words[end]]
        end += 1
    scale = _SCALES.get(words[end]) if end < len(words) else None
    if end == point + 1 or (scale is None and is_one) or value >= 1000:
        return None
    return (end, _whole(value)) if scale is None else (end + 1, _whole(value * scale))


def _added(words: Sequence[str], end: int, value: Number) -> tuple[int, Number] | None:
    """Read the part of one that follows a number which ends at `end`, with what multiplies both."""
    for part, added in _ADDED.items():
        if tuple(words[end : end + len(part)]) == part:
            further = end + len(part)
            size = MULTIPLES.get(words[further]) if further < len(words) else None
            if size is not None and value < 1000:
                return further + 1, _whole((value + added) * size)
            return further, _whole(value + added * MULTIPLES.get(words[end - 1], 1))
    return None


def _read_digits(words: Sequence[str], at: int, grouped: bool) -> tuple[int, Number | None]:
    value = float(words[at]) if "." in words[at] else int(words[at])
    end = at + 1
    if grouped and _FIRST_GROUP.fullmatch(words[at]):
        while end < len(words) and _GROUP.fullmatch(words[end]) and value < _LARGEST:
            value = value * 1000 + int(words[end])
            end += 1
    if value < 1000 and value == int(value) and (added := _added(words, end, value)) is not None:
        return added
    if end < len(words):
        size = MULTIPLES.get(words[end]) or _SCALE_OF.get(words[end], 1)
        if size > 1:
            return end + 1, _whole(value * size)
    if words[at].startswith("0") and value >= 1:
        return end, None  # an identifier: 007 is not 7
    return end, value


def _read_words(words: Sequence[str], at: int) -> tuple[int, Number | None]:
    """Read a cardinal in words: groups of hundreds, each with its scale, the largest first.

    A group that has no smaller scale is another number: between one thousand and two thousand.
    """
    total, end, scale_before = 0, at, _LARGEST
    while end < len(words):
        start = end + 1 if total and words[end] == "and" else end
        group_end, group = _read_group(words, start, end == at)
        if group is None or (total and not group):
            break
        size = _SCALES.get(words[group_end]) if group_end < len(words) else None
        if size is None or not group:
            total, end = total + group, group_end
            break
        if size >= scale_before:
            break
        total, end, scale_before = total + group * size, group_end + 1, size
    is_one = end == at + 1 and words[at] == "one"
    return (at, None) if end == at or is_one else (end, total)


def _read_group(words: Sequence[str], at: int, is_first: bool) -> tuple[int, int | None]:
    """Read hundreds, in which "and" may stand: two hundred and five."""
    end, value = _read_below_hundred(words, at)
    if value is None and is_first and words[at] == "a" and words[at + 1 : at + 2]:
        end, value = (at + 1, 1) if words[at + 1] in MULTIPLES else (at, None)
    if value and end < len(words) and words[end] == "hundred":
        end, value = end + 1, 100 * value
        further = end + 1 if end < len(words) and words[end] == "and" else end
        further, rest = _read_below_hundred(words, further)
        # What is hundreds itself is another number: between one hundred and two hundred.
        if rest and not (further < len(words) and words[further] == "hundred"):
            end, value = further, value + rest
    return end, value


def _read_below_hundred(words: Sequence[str], at: int) -> tuple[int, int | None]:
    value = _SMALL.get(words[at]) if at < len(words) else None
    if value is None:
        return at, None
    if value >= 20 and at + 1 < len(words) and 0 < (ones := _SMALL.get(words[at + 1], 0)) < 10:
        return at + 2, value + ones
    return at + 1, value


def digits_like(word: str) -> str:
    """Give the digits of `NUMBER_WORDS` that numbers are read with as with those of a word.

    A word that is not of digits alone is given as it is.
    """
    if not _DIGITS.fullmatch(word):
        return word
    value = float(word)
    if "." in word:
        return _WHOLE_DECIMAL if value < 1000 and value == int(value) else _DECIMAL
    if _GROUP.fullmatch(word):
        return _ZERO_GROUP if word.startswith("0") else _THREE
    if value >= 1000:
        return _MANY
    return _FEW if _FIRST_GROUP.fullmatch(word) else _ZEROS


@lru_cache(maxsize=256)
def forms_of(value: Number) -> tuple[tuple[str, ...], ...]:
    """Give the sequences of words that write this number, the one in digits first."""
    value = _whole(value)
    if value < 0 or value >= _LARGEST:
        return ((_digits(value),),)
    forms: dict[tuple[str, ...], None] = {(_digits(value),): None}
    _add_parts(forms, value)
    if isinstance(value, int) and value >= 1_000:
        forms[tuple(f"{value:,}".split(","))] = None  # "1 600": a space of any width divides words
    for name, size in _SCALES.items():
        share = _share(value, size)
        if 1 <= share < 1000 and len(_digits(share).replace(".", "")) <= 4:
            for word in (name, *_SHORT_SCALES[size]):
                forms[_digits(share), word] = None
            if isinstance(share, float) and share < 100:
                whole, _, part = _digits(share).partition(".")
                point = ("point", *(_UNITS[int(digit)] for digit in part))
                forms[*_in_words(int(whole)), *point, name] = None
    if isinstance(value, int) and value <= _LARGEST_IN_WORDS and value != 1:
        _add_words(forms, value)
    return tuple(forms)


def _add_parts(forms: dict[tuple[str, ...], None], value: Number) -> None:
    """Add the forms with a part of one, those in dozens, and those of India."""
    for name, size in {"": 1, **_SCALES}.items():
        scale = (name,) if name else ()
        share = _share(value, size)
        if share in (0.25, 0.5, 0.75) and scale:
            forms[_digits(share), *scale] = None
            for part, of_one in _PARTS.items():
                if of_one == share:
                    forms[*part, *scale] = None
        elif isinstance(share, float) and 1 < share < 100:
            whole = int(share)
            for part, added in _ADDED.items():
                if whole + added == share:
                    forms[str(whole), *part, *scale] = None
                    if part[0] != "and":
                        continue
                    forms[*_in_words(whole), *part, *scale] = None
                    if size > 1000:
                        for ones in (("one",), ("a",)) if whole == 1 else (_in_words(whole),):
                            forms[*ones, *scale, *part] = None
    if value == _DOZEN / 2:
        forms["half", "a", "dozen"] = None
    if isinstance(value, int) and value and value % _DOZEN == 0 and value <= 10 * _DOZEN:
        dozens = ("a",) if value == _DOZEN else _in_words(value // _DOZEN)
        forms[*dozens, "dozen"] = None
    for size, names in _INDIAN.items():
        share = _share(value, size)
        if share >= 1 and len(_digits(share)) <= 5 and share < 1000:
            for name in names:
                forms[_digits(share), name] = None
                if isinstance(share, int) and share <= 20:
                    forms[*_in_words(share), name] = None


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


def _share(value: Number, size: int) -> Number:
    """Give how many times a size a number is; 0 where that is not exact."""
    share = _whole(value / size)
    return share if _whole(share * size) == value else 0


def _whole(value: Number) -> Number:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _digits(value: Number) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6f}".rstrip("0")
