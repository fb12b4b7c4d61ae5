"""Ranges: two figures that are the ends of one quantity."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.currencies import SIGNS
from corpus.understanding.quantities.measured import read_measured
from corpus.understanding.quantities.proportions import read_proportion
from corpus.understanding.quantities.reading import Figure, Reading, Refused, whole
from corpus.understanding.quantities.spacing import DASH, GAP, words_before
from corpus.understanding.quantities.vocabulary import listed

_CONNECT = re.compile(
    rf"(?P<dash>[^\S\n]?{DASH}[^\S\n]?)(?=\S)(?!to\b)"
    rf"|(?:{GAP}|-)(?P<word>to|and|or|through|till|until)(?:{GAP}|-)",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(
    rf"(?:(?:[A-Z]{{1,3}})?[{re.escape(''.join(SIGNS))}][^\S\n]?|[A-Z]{{2,3}}[^\S\n]?)(?=[0-9.])"
)
_OPENING = re.compile(rf"(?<![A-Za-z])(between|from){GAP}(?:[A-Z]{{0,3}}[^\s\w]?)$", re.IGNORECASE)
_CHANGES = frozenset(
    listed(
        "rose rise rises rising risen fell fall falls falling fallen grew grow grows growing "
        "grown increased increase increases increasing decreased decrease decreases decreasing "
        "dropped drop drops dropping cut cuts cutting reduced reduce reducing reduction raised "
        "raise raising climbed climb jumped jump jumping soared plunged slid slipped slumped "
        "surged shrank shrunk up down went gone expanded expand lowered lower narrowed widened "
        "declined decline doubled moved changed edged dwindled swelled rocketed upgraded revised"
    )
)
"""After these "from 10 to 15" tells two figures of two times, not one range."""
SCORE = "score"
"""The unit of two figures that stand against each other: the goals of a game, the votes."""


def read_quantity(text: str, offset: int) -> Reading | Refused | None:
    """Read the range, score or single quantity at `offset`; a score ("6-3") has no value."""
    first = read_measured(text, offset)
    if first is None or first.figure is None or first.value is None:
        return first
    if proportion := read_proportion(text, first):
        return proportion
    connect = _CONNECT.match(text, first.end)
    if connect is None:
        return first
    opening = _opening(text, first.start)
    word = (connect["word"] or "").lower()
    if connect["dash"] and first.figure.in_words and text[first.start - 1 : first.start] == "-":
        return first  # "three-nought-four": digits that are spoken one by one
    if word == "and" and (opening is None or opening[1] != "between"):
        return first
    start_of_second = connect.end()
    if sign := _SIGN_BEFORE.match(text, start_of_second):
        start_of_second = sign.end()
    if start_of_second >= len(text) or not _may_begin(text, start_of_second):
        return first
    second = read_measured(text, start_of_second)
    if second is None or second.value is None or second.figure is None:
        return first
    if second.start < connect.end():
        return first
    if connect["dash"] and _is_score(first, second):
        return Reading(offset, second.end, "count", unit=SCORE)
    if connect["dash"] and (text[second.end : second.end + 1] in "-–" and
                            text[second.end + 1 : second.end + 2].isdigit()):  # fmt: skip
        return Refused(offset, second.end)
    joined = _joined(first, second)
    if joined is None:
        return first
    if word == "or" and not _is_alternative(joined):
        return first
    if opening is not None:
        if opening[1] == "from":
            if _changes(text, opening[0]):
                return first
            joined = replace(joined, start=opening[0])
        elif word == "and" or connect["dash"] or word in ("to", "through"):
            joined = replace(joined, start=opening[0])
    return joined


def _may_begin(text: str, offset: int) -> bool:
    return text[offset].isdigit() or text[offset].isalpha() or text[offset] in ".½¼¾⅓⅔"


def _opening(text: str, start: int) -> tuple[int, str] | None:
    before = text[max(0, start - 16) : start].lower()
    if "between" not in before and "from" not in before:
        return None
    opening = _OPENING.search(text, max(0, start - 16), start)
    if opening is None:
        return None
    return opening.start(1), opening[1].lower()


def _changes(text: str, offset: int) -> bool:
    return any(word.strip(",") in _CHANGES for word in words_before(text, offset, 6))


def _is_score(first: Reading, second: Reading) -> bool:
    if first.kind != "count" or second.kind != "count" or second.value is None:
        return False
    if first.figure is None or second.figure is None or first.value is None:
        return False
    if first.figure.in_words or second.figure.in_words or first.figure.multiplier != 1:
        return False
    return second.value <= first.value < 1_000 and second.figure.multiplier == 1


def _is_alternative(joined: Reading) -> bool:
    """Say whether "two or three" are neighbours, and no two separate things."""
    if joined.min is None or joined.max is None:
        return False
    return joined.max - joined.min <= max(1, joined.min // 2)


def _joined(first: Reading, second: Reading) -> Reading | None:
    """Put two readings together where they can be the ends of one range."""
    if first.figure is None or second.figure is None:
        return None
    if first.kind == "count":
        kind, unit = second.kind, second.unit
    elif (second.kind == "count" and first.kind == "money") or (
        first.kind == second.kind and first.unit == second.unit
    ):
        kind, unit = first.kind, first.unit
    elif first.kind == second.kind == "money" and "dollar" in (first.unit, second.unit):
        kind, unit = first.kind, second.unit if first.unit == "dollar" else first.unit
    else:
        return None
    if first.value is None or second.value is None:
        return None
    low = _scaled(first.value, first.figure, second.value, second.figure)
    high = second.value
    if low >= high or (kind == "count" and first.figure.fraction != second.figure.fraction):
        return None
    return Reading(
        first.start, second.end, kind, min=low, max=high, unit=unit, figure=second.figure
    )


def _scaled(value: Number, figure: Figure, high: Number, high_figure: Figure) -> Number:
    """Give the first figure the magnitude of the second: "2.5 to 3 million"."""
    multiplier = high_figure.multiplier
    if figure.multiplier == 1 and multiplier > 1 and 0 < value < 1_000:
        scaled = whole(value * multiplier)
        if scaled < high:
            return scaled
    return value
