"""Rows of figures: a table's, a count-in's, an identifier's. Nothing beside one says more of it."""

from __future__ import annotations

import re

from corpus.understanding.quantities.number_words import TENS, UNITS

_UNIT_WORDS = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN_WORDS = "|".join(TENS)
# Figures with nothing but spaces, commas and semicolons between them: all but the first and the
# last two are "plain". Years and grouped thousands are none.
_DIGITS = re.compile(
    r"(?P<plain>(?:(?!0)[0-9]{1,3}(?:,(?![0-9]{3}(?![0-9]))\s{0,3}|;\s{0,3}|\s{1,3})){12,400})"
    r"(?=[0-9]{1,3}(?:[,;]\s{0,3}|\s{1,3})[0-9])"
)
# The same of words: all below twenty or all tens, for "twenty one" is one figure.
_WORDS = re.compile(
    rf"(?P<plain>(?:(?:{_UNIT_WORDS})(?:[,;]\s{{0,3}}|\s{{1,3}}|-)){{12,400}})"
    rf"(?=(?:{_UNIT_WORDS})(?:[,;]\s{{0,3}}|\s{{1,3}}|-)(?:{_UNIT_WORDS})\b)"
    rf"|(?P<tens>(?:(?:{_TEN_WORDS})(?:[,;]\s{{0,3}}|\s{{1,3}}|-)){{12,400}})"
    rf"(?=(?:{_TEN_WORDS})(?:[,;]\s{{0,3}}|\s{{1,3}}|-)(?:{_TEN_WORDS})\b)",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"[0-9]{1,18}(?:[-‐‑–][0-9]{1,18}){5,400}(?![0-9A-Za-z])")
STARTERS = frozenset(UNITS) | frozenset(TENS)
"""The lower-case words at which a row of words can begin."""


def plain_end(text: str, start: int) -> int:
    """Return where the plain figures of the row at `start` end; `start` where none is."""
    row = (_DIGITS if text[start].isdigit() else _WORDS).match(text, start)
    return row.end(row.lastgroup or 0) if row else start


def plain_value(words: str) -> int:
    """Return the value of one figure of a row."""
    lower = words.lower()
    return int(words) if words.isdigit() else UNITS[lower] if lower in UNITS else TENS[lower]


def chain_end(text: str, start: int) -> int | None:
    """Return where "1-2-3-4-5-6" ends: six figures or more that hyphens join count nothing."""
    chain = _CHAIN.match(text, start)
    return chain.end() if chain else None
