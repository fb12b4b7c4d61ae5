"""Ordinal numbers: "2nd", "the third"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.number_words import MAGNITUDES, TENS
from corpus.understanding.quantities.reading import Figure
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.vocabulary import listed

_DIGITS = re.compile(
    r"([0-9]{1,4}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(st|nd|rd|th)(?![A-Za-z0-9])", re.IGNORECASE
)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
WORDS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
}
WORDS |= {ten[:-1] + "ieth": value for ten, value in TENS.items()}
_MAGNITUDES = {word + "th": size for word, size in MAGNITUDES.items()}
WORDS |= {"hundredth": 100, "thousandth": 1_000, "millionth": 1_000_000}
_COMPOUND = re.compile(rf"(?:-|{GAP})([a-z]+)", re.IGNORECASE)
_DETERMINERS = frozenset(
    listed("the a an his her its their our my your this that every each one’s in for")
)
_FIXED = re.compile(
    rf"{GAP}(?:time|place|thing|of{GAP}all|lady|aid|world|class|hand)\b", re.IGNORECASE
)


_LAST_PART = re.compile(
    rf"(?P<join>-|{GAP}and{GAP}|{GAP})(?:(?P<ten>{'|'.join(TENS)})(?:-|{GAP}))?(?P<word>[a-z]+)",
    re.IGNORECASE,
)


def read_long_ordinal(text: str, number: Figure) -> tuple[int, int] | None:
    """Read "one hundred and twenty-fifth", "three millionth" from its `number` on: (end, value).

    The number in words before the last word must lack what it says: tens lack units, hundreds
    lack less than a hundred, and a number multiplies a larger magnitude ("one hundredth" is a
    part).
    """
    part = _LAST_PART.match(text, number.end) if number.in_words else None
    if part is None or not isinstance(number.value, int) or number.fraction:
        return None
    value, word = number.value, part["word"].lower()
    if word in ("first", "second") and part["join"].isspace() and not part["ten"]:
        return None  # "a hundred first graders", "two hundred second chances"
    if word in _MAGNITUDES and not part["ten"]:
        size = _MAGNITUDES[word]
        return (part.end(), value * size) if 1 < value < size else None
    small = WORDS.get(word, 100) + TENS.get((part["ten"] or "").lower(), 0)
    if small >= 100 or (part["ten"] and small % 10 == 0):
        return None
    room = 100 if value % 100 == 0 else 10 if value % 10 == 0 and value % 100 >= 20 else 0
    return (part.end(), value + small) if value >= 100 and 0 < small < room else None


def read_ordinal(text: str, offset: int) -> tuple[int, int] | None:
    """Read "2nd" at `offset`: (end, value); None where number and ending do not fit ("2th")."""
    found = _DIGITS.match(text, offset)
    if found is None:
        return None
    value = int(found[1].replace(",", ""))
    expected = "th" if value // 10 % 10 == 1 else _SUFFIXES.get(value % 10, "th")
    return (found.end(), value) if found[2].lower() == expected else None


def read_worded_ordinal(text: str, offset: int, word: str) -> tuple[int, int] | None:
    """Read "third", "twenty-first" at `offset`, where the lower-case `word` stands: (end, value).

    "First" and "second" are most often adverbs, titles and times; they need a determiner before
    and a noun after, and set phrases ("the first time", "in the second place") are none.
    """
    end = offset + len(word)
    if word in TENS:
        unit = _COMPOUND.match(text, end)
        value = WORDS.get(unit[1].lower(), 99) if unit else 99
        return (unit.end(), TENS[word] + value) if unit and value < 10 else None
    if word not in WORDS:
        return None
    if WORDS[word] <= 3 or word in ("fourth", "fifth", "quarter"):
        before = words_before(text, offset, 1)
        if not before or before[0] not in _DETERMINERS or _FIXED.match(text, end):
            return None
        if word == "second" and (
            before[0] == "a" or not re.match(rf"{GAP}[A-Za-z]", text[end : end + 20])
        ):
            return None
    return end, WORDS[word]
