"""Finding in one article, as `/` does: characters, not words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.tokens import APOSTROPHES
from index.results import Match

_DOUBLE_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"


def find_in_text(text: str, needle: str) -> tuple[Match, ...]:
    """Return what `matches_in_text` gives."""
    return tuple(matches_in_text(text, needle))


def matches_in_text(text: str, needle: str) -> Iterator[Match]:
    """Give every place of `needle` as `places_in_text` does, as matches."""
    return (Match(*place) for place in places_in_text(text, needle))


def places_in_text(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Give where every place of `needle` starts and ends, in order, none overlapping another.

    Any run of white space matches a space, so that line ends and no-break spaces are no obstacle.
    Quotation marks, apostrophes and hyphens agree with others of their kind, soft hyphens are
    passed over, and commas that group digits may be there or not (`1600` finds `1,600`). Letter
    case counts only if the needle has a capital. Takes time in proportion to the text.
    """
    needle = needle.rstrip("\n")
    if not needle or needle.isspace():
        return
    for found in _expression(needle).finditer(text):
        yield found.span()


@lru_cache(maxsize=32)
def _expression(needle: str) -> re.Pattern[str]:
    parts: list[str] = []
    at = 0
    while at < len(needle):
        char = needle[at]
        if char.isspace():
            while at + 1 < len(needle) and needle[at + 1].isspace():
                at += 1
            # A run is entered at its first character only: otherwise long runs cost their square.
            parts.append(r"\s+" if parts else r"(?<!\s)\s+")
        elif char == "," and _divides_digits(needle, at):
            parts.append(",?")
        elif char in APOSTROPHES:
            parts.append(f"[{re.escape(APOSTROPHES)}]")
        elif char in _DOUBLE_QUOTES:
            parts.append(f"[{_DOUBLE_QUOTES}]")
        elif char in _HYPHENS:
            parts.append(f"[{re.escape(_HYPHENS)}]")
        else:
            parts.append(re.escape(char))
            following = needle[at + 1 : at + 2]
            if char.isdecimal() and following.isdecimal():
                parts.append(r"(?:,(?=\d\d\d))?")
            elif char.isalpha() and following.isalpha():
                parts.append("\u00ad?")
        at += 1
    smart_case = any(char.isupper() for char in needle)
    return re.compile("".join(parts), 0 if smart_case else re.IGNORECASE)


def _divides_digits(needle: str, at: int) -> bool:
    return at > 0 and needle[at - 1].isdecimal() and needle[at + 1 : at + 2].isdecimal()
