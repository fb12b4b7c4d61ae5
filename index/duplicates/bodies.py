"""What of a text is its own where it stands on a page with menus: without what is furniture.

To tell the furniture of a text takes fifteen times as long as to read it, so it is told only of
texts that look as if they had menus: several lines below each other that are short, no sentences,
and begin with a capital, or a line parted by bars. Where a report is wrapped into lines, few that
begin so follow each other.
"""

from __future__ import annotations

from typing import Final

from corpus.understanding.furniture.finding import find_furniture
from corpus.understanding.repeated_lines import may_be_repeated

FEWEST_ENTRIES: Final = 5
"""Entries of the shortest menu."""
_TOGETHER: Final = 3
"""Lines below each other that are taken for entries, whatever blank lines stand between them."""
_LONGEST: Final = 200_000
"""Code points; what is longer is no page of a site."""


def has_menus(text: str) -> bool:
    """Say whether a text looks as if it had menus."""
    if len(text) > _LONGEST:
        return False
    entries = together = 0
    for line in filter(None, map(str.strip, text.split("\n"))):
        if bars := line.count("|"):
            entries += bars + 1
        elif not line[0].islower() and may_be_repeated(line):
            together += 1
            if together >= _TOGETHER:
                entries += _TOGETHER if together == _TOGETHER else 1
        else:
            together = 0
        if entries >= FEWEST_ENTRIES:
            return True
    return False


def body_of(text: str) -> str:
    """Return a text without its furniture."""
    kept, place = [], 0
    for furniture in find_furniture(text):
        kept.append(text[place : furniture.start])
        place = furniture.end
    return "".join((*kept, text[place:]))
