"""Motions: from an offset in a text to another.

Every function takes and returns offsets of characters; a motion that finds nothing to go to returns
the offset it was given. The text is safe text, so that positions are those of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from corpus.span import Span
from tui.layout.cells import graphemes, is_narrow

if TYPE_CHECKING:
    import regex

_WINDOW = 512
# A word is looked for in so many characters around a place at most; a longer one is cut there.
_LONGEST_WORD = 65_536
# Between two of these a grapheme cluster ends, whatever stands around them: characters that are
# narrow, kana, Chinese characters, Hangul syllables.
_PLAIN = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058a\u05d0-\u05ea\u2010-\u2027"
    "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n[^\S\n]*\n\s*")
_Unit = TypeVar("_Unit", bound=Span)


@cache
def _sure_break() -> re.Pattern[str]:
    """Match between two characters that stand alone; compiled for the first long line."""
    return re.compile(f"(?<=[{_PLAIN}])(?=[{_PLAIN}])")


@cache
def _word() -> regex.Pattern[str]:
    """Match a word as vi has it, but for prose.

    That is letters and digits with the apostrophes, hyphens, dots and commas between them, or a
    run of other signs. Combining marks belong to the character before them.
    """
    import regex

    return regex.compile(r"\w+(?:[’'.,\-‐‑]\w+)*|[^\w\s]+")


def last_offset(text: str) -> int:
    """Return the greatest offset that the cursor may stand on: the start of the last cluster."""
    return cluster_start(text, len(text) - 1)


def _sure_start(text: str, offset: int) -> int:
    """Return a place at or before `offset` where a grapheme cluster begins for sure.

    Clusters never reach over a line end. In a line without any sure place it is the line's start.
    """
    line, size = text.rfind("\n", 0, offset) + 1, _WINDOW
    while offset - size > line:
        places = [found.start() for found in _sure_break().finditer(text, offset - size, offset)]
        if places:
            return places[-1]
        size *= 8
    return line


def cluster_start(text: str, offset: int) -> int:
    """Return the start of the grapheme cluster that holds `offset`."""
    if offset <= 0:
        return 0
    if is_narrow(text, offset - 1, min(len(text), offset + 1)):
        return offset
    last = begin = _sure_start(text, offset)
    for start, _ in graphemes(text, begin, min(len(text), offset + 1)):
        last = start
    return last


def next_character(text: str, offset: int) -> int:
    """Return the start of the next grapheme cluster; the last one's where there is no other."""
    after = cluster_end(text, offset)
    return after if after < len(text) else cluster_start(text, offset)


def previous_character(text: str, offset: int) -> int:
    """Return the start of the grapheme cluster before this one."""
    return cluster_start(text, offset - 1)


def cluster_end(text: str, offset: int) -> int:
    """Return the end of the grapheme cluster that begins at `offset`."""
    if is_narrow(text, offset, min(len(text), offset + 2)):
        return min(len(text), offset + 1)
    for _, end in graphemes(text, offset, len(text)):
        return end
    return len(text)


def whole_clusters(text: str, span: Span) -> Span:
    """Return a span that is not empty, grown to whole grapheme clusters."""
    last = cluster_start(text, span.end - 1)
    return Span(cluster_start(text, span.start), max(span.end, cluster_end(text, last)))


def next_word(text: str, offset: int) -> int:
    """Return the start of the next word."""
    inside = word_at(text, offset)
    found = _word().search(text, inside.end if inside else offset)
    return found.start() if found else last_offset(text)


def word_end(text: str, offset: int) -> int:
    """Return the last character of this word, or of the next where the cursor is on one already."""
    inside = word_at(text, offset)
    if inside and cluster_end(text, offset) < inside.end:
        return cluster_start(text, inside.end - 1)
    found = _word().search(text, inside.end if inside else offset)
    return cluster_start(text, found.end() - 1) if found else offset


def previous_word(text: str, offset: int) -> int:
    """Return the start of this word, or of the one before where the cursor is there already."""
    size = _WINDOW
    while True:
        begin = max(0, offset - size)
        last = None
        for found in _word().finditer(text, begin, offset):
            last = found.start()
        if begin == 0 or (last is not None and last > begin) or size >= _LONGEST_WORD:
            return begin if last is None else last
        size *= 4


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that holds `offset`, None on white space."""
    size = _WINDOW
    while True:
        begin = max(text.rfind("\n", 0, offset) + 1, offset - size)
        stop = min(len(text), offset + size)
        span = None
        for found in _word().finditer(text, begin, stop):
            if found.end() > offset:
                if found.start() <= offset:
                    span = Span(*found.span())
                break
        reaches = span is not None and (
            (span.start == begin == offset - size) or (span.end == stop < len(text))
        )
        if not reaches or size >= _LONGEST_WORD:
            return span
        size *= 4


def next_break(text: str, offset: int, *, sentence: bool) -> int | None:
    """Return where the next paragraph, or sentence, begins as the text alone shows it.

    For articles whose paragraphs and sentences are not known yet; None at the last.
    """
    pattern = _SENTENCE_END if sentence else _BLANK_LINE
    found = pattern.search(text, max(0, offset - 1))
    while found is not None and found.end() <= offset:
        found = pattern.search(text, found.end())
    return found.end() if found is not None and found.end() < len(text) else None


def previous_break(text: str, offset: int, *, sentence: bool) -> int | None:
    """Return where this paragraph, or sentence, begins, or the one before; None at the first."""
    pattern = _SENTENCE_END if sentence else _BLANK_LINE
    begin = max(0, offset - _LONGEST_WORD)
    places = [found.end() for found in pattern.finditer(text, begin, offset)]
    return next((place for place in reversed(places) if place < offset), begin or None)


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
