"""Numbers written in words: "sixteen hundred", "two dozen", "half a million", "hundreds"."""

from __future__ import annotations

import re

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.reading import Figure, whole
from corpus.understanding.quantities.spacing import GAP, HYPHEN
from corpus.understanding.quantities.vocabulary import listed

UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
UNITS |= {"nought": 0, "naught": 0}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SHORT_MAGNITUDES = {
    "mln": 1_000_000,
    "mil": 1_000_000,
    "mn": 1_000_000,
    "bln": 1_000_000_000,
    "bn": 1_000_000_000,
    "tln": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
"""Abbreviations that are written after digits, with or without a space."""

COLLECTIVES = {"dozen": 12, "dozens": 12, "doz": 12, "score": 20}
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "lakhs": 100_000,
    "millions": 1_000_000,
    "crores": 10_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
"""Plural magnitudes. "Hundreds" states no figure but "at least two hundred": the least a plural
can mean. The same holds for "several hundred" and "a few hundred"."""

LARGEST = 10**24
"""A word that would make a number larger than this does not belong to it: nothing that articles
count is, and "million million million …" could go on."""

DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
    "thousandth": 1_000, "millionth": 1_000_000, "billionth": 1_000_000_000,
    "trillionth": 1_000_000_000_000,
}  # fmt: skip
DENOMINATORS |= {word + "s": value for word, value in DENOMINATORS.items() if word[-1] != "s"}

STARTERS = (
    frozenset(UNITS) | frozenset(TENS) | frozenset(MAGNITUDES) | frozenset(VAGUE)
    | frozenset(COLLECTIVES) | frozenset(("half", "quarter", "third", "few", "several", "couple"))
    | frozenset(DENOMINATORS)
) - {"score"}  # fmt: skip
"""The lower-case words at which a number in words can begin (after an optional article)."""

_WORD = re.compile(r"[A-Za-z]+")
_JOIN = re.compile(rf"[^\S\n]?{HYPHEN}[^\S\n]?|{GAP}")
_AND = re.compile(rf"(?:{GAP}|{HYPHEN})and(?:{GAP}|{HYPHEN})", re.IGNORECASE)
_OF = re.compile(rf"{GAP}of{GAP}", re.IGNORECASE)
_OF_A = re.compile(rf"{GAP}of{GAP}an?(?={GAP}[A-Za-z])", re.IGNORECASE)
_A = re.compile(r"an?\b", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(rf"(?<![A-Za-z])([Aa]n?){GAP}$")
_HALF_A = re.compile(rf"half(?:-an?{GAP}|{GAP}an?(?:{GAP}|-)|{GAP}|-)", re.IGNORECASE)


def read_number_words(text: str, offset: int) -> Figure | None:
    """Read the number in words at `offset`, with the article before it where it is part of it.

    Returns None where the words there are no number ("the third man", "few people").
    """
    first = _WORD.match(text, offset)
    if first is None:
        return None
    word = first.group().lower()
    if word in VAGUE:
        return _vague(text, offset, first.end(), VAGUE[word], word)
    if word in ("few", "several", "couple"):
        return _several(text, offset, first.end(), word)
    if word == "half":
        return _half(text, offset, first.end())
    if word in DENOMINATORS:
        return _share_after_article(text, offset, first.end(), word)
    return _cardinal(text, offset)


def read_magnitude(text: str, offset: int) -> tuple[int, int]:
    """Read magnitude words after a numeral that ended at `offset`: (end, multiplier).

    Without one the answer is (offset, 1).
    """
    multiplier = 1
    end = offset
    after = text[offset : offset + 1]
    if not (after.isalpha() or after.isspace() or after in ("-", "‐", "‑")):
        return offset, 1
    while True:
        join = _JOIN.match(text, end)
        start = join.end() if join else end
        word = _WORD.match(text, start)
        if word is None:
            return end, multiplier
        lower = word.group().lower()
        size = SHORT_MAGNITUDES.get(lower) if multiplier == 1 else None
        if size is None and (join is not None or multiplier == 1):
            size = MAGNITUDES.get(lower) or COLLECTIVES.get(lower)
            if size == 20:
                size = None
        if size is None or multiplier * size > LARGEST:
            return end, multiplier
        multiplier *= size
        end = word.end()


def _vague(text: str, offset: int, end: int, size: int, word: str) -> Figure | None:
    """Read "hundreds", "tens of thousands", "several tens of million"."""
    while True:
        of = _OF.match(text, end)
        following = _WORD.match(text, of.end()) if of else None
        if following is None:
            break
        lower = following.group().lower()
        factor = VAGUE.get(lower) or MAGNITUDES.get(lower)
        if factor is None or size * factor > LARGEST:
            break
        size *= factor
        end = following.end()
    if word in ("tens", "scores") and not _OF.match(text, end) and size < 1_000:
        return None
    return Figure(offset, end, None, least=2 * size, in_words=True, multiplier=size)


def _several(text: str, offset: int, end: int, word: str) -> Figure | None:
    start = _with_article(text, offset)
    if word == "couple":
        of = _OF.match(text, end)
        after = of.end() if of else end
        magnitude_end, size = read_magnitude(text, after - 1 if of else end)
        if size > 1:
            return Figure(start, magnitude_end, None, least=2 * size, in_words=True)
        if start == offset or not of:
            return None
        return Figure(start, end, 2, in_words=True, single_word=word)
    magnitude_end, size = read_magnitude(text, end)
    if size == 1:
        join = _JOIN.match(text, end)
        following = _WORD.match(text, join.end()) if join else None
        if following is None or following.group().lower() != "tens":
            return None
        vague = _vague(text, offset, following.end(), 10, "tens")
        return Figure(start, vague.end, None, vague.least, in_words=True) if vague else None
    return Figure(start, magnitude_end, None, least=2 * size, in_words=True, multiplier=size)


def _half(text: str, offset: int, end: int) -> Figure:
    start = _with_article(text, offset)
    half = _HALF_A.match(text, offset)
    if half:
        size_end, size = read_magnitude(text, half.end() - 1)
        if size > 1:
            return Figure(start, size_end, size // 2, in_words=True, multiplier=size)
    return Figure(start, end, 0.5, in_words=True, fraction=True, single_word="half")


def _share_after_article(text: str, offset: int, end: int, word: str) -> Figure | None:
    """Read "a third", "a quarter"; without the article the word is an ordinal or a quarter year."""
    of = _OF_A.match(text, end)
    size_end, size = end, 1
    if of or word == "quarter":
        size_end, size = read_magnitude(text, of.end() if of else end)
    start = _with_article(text, offset)
    if size > 1:
        value = whole(size / DENOMINATORS[word])
        return Figure(start, size_end, value, in_words=True, multiplier=size)
    if start == offset:
        return None
    share = 1 / DENOMINATORS[word]
    return Figure(start, end, whole(share), in_words=True, fraction=True, single_word=word)


def _with_article(text: str, offset: int) -> int:
    before = _ARTICLE_BEFORE.search(text, max(0, offset - 18), offset)
    return before.start(1) if before else offset


def _cardinal(text: str, offset: int) -> Figure | None:
    """Read "two hundred and fifty thousand", "twenty-one", "two and a half million"."""
    total = 0
    group: int | None = None
    smallest: int | None = None
    position = end = offset
    multiplier = 1
    start = offset
    words = 0
    last = ""
    while word := _WORD.match(text, position):
        lower = word.group().lower()
        if lower in UNITS:
            value = UNITS[lower]
            if not _may_add(group, value, smallest):
                break
            group = (group or 0) + value
        elif lower in TENS:
            if not _may_add(group, TENS[lower], smallest):
                break
            group = (group or 0) + TENS[lower]
        elif lower == "hundred":
            if group is None and smallest is None:
                start = _with_article(text, offset)
                group = 1
            if group is None or not 1 <= group <= 99:
                break
            group *= 100
        elif lower in MAGNITUDES or lower in COLLECTIVES:
            size = MAGNITUDES.get(lower) or COLLECTIVES[lower]
            if group is None and smallest is None:
                start = _with_article(text, offset)
                if lower == "score":
                    break
                group = 1
            if group is None:
                if total * size > LARGEST:
                    break
                total *= size  # "three lakh crore", "a hundred thousand million"
            else:
                total += group * size
            smallest, group, multiplier = size, None, size
        else:
            break
        words += 1
        last = lower
        end = word.end()
        if lower in COLLECTIVES:
            break
        joined = _next_join(text, end, lower)
        if joined is None:
            break
        position = joined
    if not words:
        return None
    value_so_far: Number = total + (group or 0)
    if decimal := _decimal_tail(text, end, value_so_far):
        size_end, size = read_magnitude(text, decimal[0])
        number = whole(decimal[1] * size)
        return Figure(start, size_end, number, in_words=True, multiplier=size)
    if share := _share_tail(text, end, value_so_far):
        of = _OF_A.match(text, share[0])
        size_end, size = read_magnitude(text, of.end() if of else share[0])
        size_end = size_end if size > 1 else share[0]
        number = whole(share[1] * size)
        return Figure(start, size_end, number, in_words=True, fraction=size == 1, multiplier=size)
    if added := read_added_share(text, end):
        size_end, size = read_magnitude(text, added[0])
        number = add_share(value_so_far, multiplier, added[1], size)
        return Figure(start, size_end, number, in_words=True, multiplier=max(size, multiplier))
    single = last if words == 1 else ""
    return Figure(
        start, end, value_so_far, in_words=True, multiplier=multiplier, single_word=single
    )


def _may_add(group: int | None, value: int, smallest: int | None) -> bool:
    if group is None:
        return smallest is None or value < smallest
    if group >= 100:
        return group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and 0 < value < 10)
    return group >= 20 and group % 10 == 0 and 0 < value < 10


def _next_join(text: str, end: int, word: str) -> int | None:
    """Return where the next word of the number may begin after `word` that ended at `end`."""
    if word in MAGNITUDES and (joined := _AND.match(text, end)):
        following = _WORD.match(text, joined.end())
        lower = following.group().lower() if following else ""
        is_number = (lower in UNITS or lower in TENS) and read_added_share(text, end) is None
        return joined.end() if is_number else None
    join = _JOIN.match(text, end)
    return join.end() if join else None


def _decimal_tail(text: str, end: int, value: Number) -> tuple[int, Number] | None:
    """Read "point five", "point seventy-one" after a number in words."""
    join = _JOIN.match(text, end)
    point = _WORD.match(text, join.end()) if join else None
    if point is None or point.group().lower() != "point":
        return None
    digits = ""
    position = point.end()
    while (join := _JOIN.match(text, position)) and (word := _WORD.match(text, join.end())):
        lower = word.group().lower()
        if lower in UNITS:
            # "seventy-one" is 71 after the point: the unit fills the ten's nought.
            is_after_ten = digits.endswith("0") and len(digits) > 1 and text[join.start()] in "-‐‑"
            digits = digits[:-1] + str(UNITS[lower]) if is_after_ten else digits + str(UNITS[lower])
        elif lower in TENS:
            digits += str(TENS[lower])
        else:
            break
        position = word.end()
        if len(digits) > 12:
            break
    return (position, float(f"{value}.{digits}")) if digits else None


_UNIT_SHARES = listed("firsts seconds thirds fourths fifths sixths sevenths eighths ninths")
_UNIT_SHARE = re.compile(rf"{HYPHEN}({'|'.join(_UNIT_SHARES)})\b", re.IGNORECASE)


def _share_tail(text: str, end: int, value: Number) -> tuple[int, Number] | None:
    """Read "-thirds" of "two-thirds": (end, the fraction)."""
    join = _JOIN.match(text, end) if 0 < value < LARGEST else None
    word = _WORD.match(text, join.end()) if join else None
    if word is None:
        return None
    lower = word.group().lower()
    if lower in TENS and (unit := _UNIT_SHARE.match(text, word.end())):
        return unit.end(), whole(value / (TENS[lower] + _UNIT_SHARES.index(unit[1].lower()) + 1))
    if lower not in DENOMINATORS or (value == 1) == lower.endswith("s"):
        return None
    if value >= 1_000 and value >= DENOMINATORS[lower]:
        return None
    return word.end(), whole(value / DENOMINATORS[lower])


def read_added_share(text: str, end: int) -> tuple[int, float] | None:
    """Read "and a half", "and three quarters" after a number: (end, the part of one)."""
    joined = _AND.match(text, end)
    share = _WORD.match(text, joined.end()) if joined else None
    if share is None:
        return None
    lower = share.group().lower()
    numerator = 1 if lower in ("a", "an") else UNITS.get(lower, 0)
    join = _JOIN.match(text, share.end()) if numerator else None
    word = _WORD.match(text, join.end()) if join else None
    denominator = DENOMINATORS.get(word.group().lower()) if word else None
    return (word.end(), numerator / denominator) if word and denominator else None


def add_share(value: Number, multiplier: int, part: float, size: int) -> Number:
    """Add a part of one: "two and a half million", "three million and a half".

    `multiplier` is the magnitude before the part, `size` the one after it; 1 where none is.
    """
    if multiplier == 1:
        return whole((value + part) * size)
    return whole(value + part * (size if size > 1 else multiplier))
