"""What of a text is its own where it stands on a page with menus: without what is furniture.

To tell the furniture of a text takes fifteen times as long as to read it, so it is told only of
texts that look as if they had menus: many lines that are short, no sentences, and begin with a
capital, or a line parted by bars. What a report wrapped into lines has of such lines is less.
"""

from __future__ import annotations

from typing import Final

from corpus.understanding.furniture import find_furniture
from corpus.understanding.repeated_lines import may_be_repeated

FEWEST_ENTRIES: Final = 5
"""Entries of the shortest menu."""
_LINES_AN_ENTRY: Final = 3
"""Of so many lines one is an entry, of a page with menus."""
_LONGEST: Final = 200_000
"""Code points; what is longer is no page of a site."""


def has_menus(text: str) -> bool:
    """Say whether a text looks as if it had menus."""
    if len(text) > _LONGEST:
        return False
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    entries = sum(_entries(line) for line in lines)
    return entries >= FEWEST_ENTRIES and entries * _LINES_AN_ENTRY >= len(lines)


def _entries(line: str) -> int:
    """Count the entries of a menu on a line."""
    if bars := line.count("|"):
        return bars + 1
    return not line[0].islower() and may_be_repeated(line)


def body_of(text: str) -> str:
    """Return a text without its furniture."""
    kept, place = [], 0
    for furniture in find_furniture(text):
        kept.append(text[place : furniture.start])
        place = furniture.end
    return "".join((*kept, text[place:]))
