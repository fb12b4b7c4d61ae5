"""Numbers written in digits, with separators of any kind."""

from __future__ import annotations

import math
import re

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.reading import whole

_SEPARATORS = ",\u00a0\u202f\u2009\u2007\u2008 '’"
MOST_DIGITS = 18
"""A longer run of digits is an identifier, not a number of anything."""

_NUMERAL = re.compile(
    rf"""
    (?P<grouped>[0-9]{{1,3}}(?:(?P<separator>[{_SEPARATORS}])[0-9]{{3}})
        (?:(?P=separator)[0-9]{{3}}){{0,5}}(?![0-9]))(?P<grouped_part>\.[0-9]{{1,15}}(?![0-9]))?
  | (?P<indian>[0-9]{{1,2}}(?:,[0-9]{{2}}){{1,5}},[0-9]{{3}}(?![0-9,]))
  | (?P<dotted>[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,5}}(?![0-9.]))
  | (?P<comma>[0-9]{{1,3}},[0-9]{{1,2}}(?![0-9,]))
  | (?P<plain>[0-9]{{1,{MOST_DIGITS}}}(?![0-9]))(?P<plain_part>\.[0-9]{{1,15}}(?![0-9]))?
    """,
    re.VERBOSE,
)
_POWER = re.compile(
    r"[eE](?P<scientific>[+-]?[0-9]{1,2})(?![0-9A-Za-z])"
    r"|[^\S\n]?[x×][^\S\n]?10\^(?P<tens>[+-]?[0-9]{1,2})(?![0-9])"
    r"|\^(?P<power>[+-]?[0-9]{1,2})(?![0-9])"
)
_LEADING_POINT = re.compile(r"\.[0-9]{1,15}(?![0-9.])")
_SIMPLE_FRACTION = re.compile(r"([0-9]{1,3})[/⁄]([0-9]{1,3})(?![0-9/⁄])")
_MIXED_FRACTION = re.compile(r"[0-9]{1,3}(?:[^\S\n]{1,2}|-)([0-9]{1,2})[/⁄]([0-9]{1,2})(?![0-9/⁄])")
_SLASH_WITHIN = 8  # code points from the start of either fraction
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100))
GLYPHS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
    "⅞": 7 / 8,
}  # fmt: skip
"""Fractions that are one character, with their values."""


def read_numeral(text: str, offset: int) -> tuple[int, Number, bool] | None:
    """Read the digits at `offset`: (end, value, whether it is a fraction below one), or None.

    Thousands may be separated by commas, apostrophes, spaces (no-break and thin ones too) or, from
    two groups on, full stops; a comma before one or two last digits is a decimal comma.
    """
    if text[offset] in GLYPHS:
        return offset + 1, GLYPHS[text[offset]], True
    if text[offset] == ".":
        point = _LEADING_POINT.match(text, offset)
        return (point.end(), float(point.group()), False) if point else None
    near = text[offset : offset + _SLASH_WITHIN]
    if "/" in near or "⁄" in near:
        mixed = _MIXED_FRACTION.match(text, offset)
        if mixed and _is_fraction(int(mixed[1]), int(mixed[2])):
            return mixed.end(), _leading_integer(mixed) + int(mixed[1]) / int(mixed[2]), False
        simple = _SIMPLE_FRACTION.match(text, offset)
        if simple and _is_fraction(int(simple[1]), int(simple[2])):
            return simple.end(), int(simple[1]) / int(simple[2]), True
    numeral = _NUMERAL.match(text, offset)
    if numeral is None:
        return None
    end = numeral.end()
    value: Number
    if (grouped := numeral["grouped"]) is not None:
        digits = grouped.replace(numeral["separator"], "")
        value = _number(digits, numeral["grouped_part"])
    elif (indian := numeral["indian"]) is not None:
        value = int(indian.replace(",", ""))
    elif (dotted := numeral["dotted"]) is not None:
        value = int(dotted.replace(".", ""))
    elif (comma := numeral["comma"]) is not None:
        if text[offset - 2 : offset - 1].isdigit() and text[offset - 1 : offset] == ",":
            digits = comma.partition(",")[0]
            return offset + len(digits), int(digits), False
        value = float(comma.replace(",", "."))
    else:
        value = _number(numeral["plain"], numeral["plain_part"])
    if power := _POWER.match(text, end):
        scaled = _raised(value, power)
        return (power.end(), scaled, False) if scaled is not None else None
    if end < len(text) and text[end] in GLYPHS:
        return end + 1, value + GLYPHS[text[end]], False
    return end, value, False


def is_fraction(text: str, offset: int) -> bool:
    """Say whether a fraction with a slash stands at `offset`: "3/4", "10 1/2"."""
    for pattern in (_MIXED_FRACTION, _SIMPLE_FRACTION):
        found = pattern.match(text, offset)
        if found and _is_fraction(int(found[1]), int(found[2])):
            return True
    return False


def _raised(value: Number, power: re.Match[str]) -> Number | None:
    """Return the value with its power; None where it is beyond all counting."""
    exponent = int(power["scientific"] or power["tens"] or power["power"])
    if abs(exponent) > 60:
        return None
    if power["power"] is None:
        return whole(value * 10.0**exponent) if exponent >= 0 else float(value) * 10.0**exponent
    if value == 0 or abs(exponent * math.log10(abs(value))) > 60:
        return None
    return whole(float(value) ** exponent)


def _number(digits: str, part: str | None) -> Number:
    return float(digits + part) if part else int(digits)


def _leading_integer(mixed: re.Match[str]) -> int:
    return int(re.split(r"[^0-9]", mixed.group(), maxsplit=1)[0])


def _is_fraction(numerator: int, denominator: int) -> bool:
    return 0 < numerator < denominator and denominator in _DENOMINATORS
