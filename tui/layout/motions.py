"""Motions: from an offset in a text to another.

Every function takes and returns offsets of characters; a motion that finds nothing to go to returns
the offset it was given. The text is safe text, so that positions are those of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from corpus.span import Span
from tui.layout.cells import graphemes, is_narrow

# A word as vi has it, but for prose: letters and digits with the apostrophes, hyphens, dots and
# commas between them, or a run of other signs.
_WORD = re.compile(r"\w+(?:[’'.,\-‐‑]\w+)*|[^\w\s]+")
_WINDOW = 512
_Unit = TypeVar("_Unit", bound=Span)


def last_offset(text: str) -> int:
    """Return the greatest offset that the cursor may stand on."""
    return max(0, len(text) - 1)


def next_character(text: str, offset: int) -> int:
    """Return the start of the next grapheme cluster."""
    stop = min(len(text), offset + _WINDOW)
    if is_narrow(text, offset, min(stop, offset + 2)):
        return min(offset + 1, last_offset(text))
    for _, end in graphemes(text, offset, stop):
        return min(end, last_offset(text))
    return offset


def previous_character(text: str, offset: int) -> int:
    """Return the start of the grapheme cluster before this one."""
    if offset <= 0:
        return 0
    if is_narrow(text, max(0, offset - 1), offset + 1):
        return offset - 1
    # Clusters never reach over a line end, so counting may begin at one.
    begin = max(text.rfind("\n", 0, offset), offset - _WINDOW, 0)
    last = begin
    for start, _ in graphemes(text, begin, offset):
        last = start
    return last


def cluster_end(text: str, offset: int) -> int:
    """Return the end of the grapheme cluster that begins at `offset`."""
    if is_narrow(text, offset, min(len(text), offset + 2)):
        return min(len(text), offset + 1)
    for _, end in graphemes(text, offset, min(len(text), offset + _WINDOW)):
        return end
    return min(len(text), offset + 1)


def next_word(text: str, offset: int) -> int:
    """Return the start of the next word."""
    here = _WORD.match(text, offset)
    inside = word_at(text, offset)
    begin = max(inside.end if inside else 0, here.end() if here else offset)
    found = _WORD.search(text, begin)
    return found.start() if found else last_offset(text)


def word_end(text: str, offset: int) -> int:
    """Return the last character of this word, or of the next where the cursor is on one already."""
    inside = word_at(text, offset)
    if inside and offset < inside.end - 1:
        return inside.end - 1
    found = _WORD.search(text, inside.end if inside else offset)
    return found.end() - 1 if found else offset


def previous_word(text: str, offset: int) -> int:
    """Return the start of this word, or of the one before where the cursor is there already."""
    begin = max(0, offset - _WINDOW)
    last = begin
    for found in _WORD.finditer(text, begin, offset):
        last = found.start()
    return last


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that holds `offset`, None on white space."""
    line = max(text.rfind("\n", 0, offset) + 1, offset - _WINDOW)
    for found in _WORD.finditer(text, line, min(len(text), offset + _WINDOW)):
        if found.start() > offset:
            return None
        if found.end() > offset:
            return Span(*found.span())
    return None


def unit_at(units: Sequence[_Unit], offset: int) -> _Unit | None:
    """Return the unit (sentence, paragraph) that holds `offset` or ends last before it.

    Units are disjoint and in the order of the text. Before the first, that one is returned.
    """
    if not units:
        return None
    index = bisect_right(units, offset, key=lambda unit: unit.start) - 1
    return units[max(0, index)]


def next_unit(units: Sequence[Span], offset: int) -> int | None:
    """Return the start of the first unit after `offset`, None where there is none."""
    index = bisect_right(units, offset, key=lambda unit: unit.start)
    return units[index].start if index < len(units) else None


def previous_unit(units: Sequence[Span], offset: int) -> int | None:
    """Return the start of the last unit that begins before `offset`, None where there is none."""
    index = bisect_left(units, offset, key=lambda unit: unit.start) - 1
    return units[index].start if index >= 0 else None
