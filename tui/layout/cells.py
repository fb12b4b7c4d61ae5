"""How many cells of a terminal a text takes, and texts cut and padded to fit.

Reader and commands measure alike: by the table of Rich, with which Textual paints, but without
importing either, because the commands start in less time than those take. In some things terminals
differ from it, in marks beside their letter by whole scripts: the reader asks the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

# Ranges in which every character takes one cell and stands alone: Latin, Greek, Cyrillic, Hebrew
# letters, dashes, quotation marks and other general punctuation, arrows, control pictures, blocks.
NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058a\u05d0-\u05ea\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u2199\u21c4\u21b5\u2400-\u2426\u2500-\u25fc\ufffd\n]*"
)


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Say whether every character of `text[start:end]` takes exactly one cell."""
    stop = len(text) if end is None else end
    found = NARROW.match(text, start, stop)
    return found is not None and found.end() == stop


def cells(text: str) -> int:
    """Return the width of safe text (see tui.safe_text) in cells."""
    if is_narrow(text):
        return len(text)
    return _known(text) if len(text) < _LONG else _measured(text)


# Longer texts are measured, not remembered.
_LONG = 512
_JOINER, _EMOJI = "\u200d", "\ufe0f"
_TONES = range(0x1F3FB, 0x1F400)


class TerminalCells(NamedTuple):
    """What terminals differ in, in cells; else as the table has it.

    `spacing_mark` is what a mark takes that stands beside its letter, as vowels of Hindi do, `tone`
    what the colour of skin takes behind an emoji; `widens` says that a selector makes two cells of
    one.
    """

    spacing_mark: int = 0
    tone: int = 0
    widens: bool = True


_terminal = TerminalCells()


def measured_by() -> TerminalCells:
    """Return what the cells of texts are measured by."""
    return _terminal


def measure_by(terminal: TerminalCells) -> None:
    """Measure as a terminal does from now on."""
    global _terminal
    _terminal = terminal
    for measured in (_known, character_cells, _table, _widened):
        measured.cache_clear()


def is_spacing_mark(character: str) -> bool:
    """Say whether a character is a mark that stands beside its letter, not above or below it."""
    return unicodedata.category(character) == "Mc"


@lru_cache(4096)
def _known(text: str) -> int:
    return _measured(text)


def _measured(text: str) -> int:
    """Measure character by character, as Rich does.

    What a joiner joins takes the cells of its first part, and a selector may widen what it follows.
    """
    if _JOINER not in text and _EMOJI not in text:
        return sum(map(character_cells, text))
    total, last, joined = 0, "", False
    for character in text:
        if joined:
            joined = False
        elif character == _JOINER:
            joined = True
        elif character == _EMOJI:
            if last:
                total += last in _widened()
                last = ""
        elif size := character_cells(character):
            total += size
            last = character
    return total


@lru_cache(4096)
def character_cells(character: str) -> int:
    """Return the cells that one character of safe text takes: 0, 1 or 2."""
    starts, ends, sizes = _table()
    number = ord(character)
    place = bisect_right(starts, number) - 1
    return sizes[place] if place >= 0 and number <= ends[place] else 1


@cache
def _table() -> tuple[list[int], list[int], list[int]]:
    """Return the first and last characters of ranges, and their cells, in order."""
    rows = sized_ranges()
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def sized_ranges() -> list[tuple[int, int, int]]:
    """Return the characters that do not take one cell: first and last of each range, and cells."""
    from tui.layout.cell_table import NONE, TWO

    nothing = _ranges(NONE, 0)
    if _terminal.spacing_mark or _terminal.tone:
        sizes = (
            (number, _less_known(number))
            for start, end, _ in nothing
            for number in range(start, end + 1)
        )
        nothing = ((number, number, size) for number, size in sizes if size != 1)
    return sorted((*nothing, *_ranges(TWO, 2)))


def _less_known(number: int) -> int:
    """Return the cells of a character of which the table says that it takes none."""
    if number in _TONES:
        return _terminal.tone
    return _terminal.spacing_mark if is_spacing_mark(chr(number)) else 0


@cache
def _widened() -> frozenset[str]:
    """Return the characters of one cell that take two before the selector for emoji."""
    from tui.layout.cell_table import WIDENED

    if not _terminal.widens:
        return frozenset()
    return frozenset(
        chr(number) for start, end, _ in _ranges(WIDENED, 2) for number in range(start, end + 1)
    )


def _ranges(packed: str, size: int) -> Iterator[tuple[int, int, int]]:
    for word in packed.split():
        start, _, end = word.partition("-")
        yield int(start, 16), int(end or start, 16), size


def graphemes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the extended grapheme clusters of `text[start:end]` (Unicode Standard Annex 29)."""
    import regex

    for found in regex.finditer(r"\X", text, pos=start, endpos=end):
        yield found.span()


def cut(text: str, width: int) -> str:
    """Return safe text of one line, cut to at most `width` cells with an ellipsis at its end."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    return text[: fitting(text, width - 1)] + "…"


def cut_start(text: str, width: int) -> str:
    """Return safe text of one line, cut to at most `width` cells, an ellipsis at its beginning."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    if is_narrow(text):
        return "…" + text[len(text) - width + 1 :]
    kept, used = len(text), 0
    for start, end in reversed(list(graphemes(text, 0, len(text)))):
        used += cells(text[start:end])
        if used > width - 1:
            break
        kept = start
    return "…" + text[kept:]


def fitting(text: str, width: int) -> int:
    """Return how many characters of safe text fit into `width` cells, no grapheme cut in two."""
    if is_narrow(text):
        return min(len(text), width)
    kept, used = 0, 0
    for start, end in graphemes(text, 0, len(text)):
        used += cells(text[start:end])
        if used > width:
            break
        kept = end
    return kept


def padded(text: str, width: int) -> str:
    """Return safe text of one line in exactly `width` cells: cut, or with blanks after it."""
    return filled(cut(text, width), width)


def filled(text: str, width: int, *, right: bool = False) -> str:
    """Return safe text of one line with blanks up to `width` cells; what is longer stays whole.

    `right` puts the blanks before it.
    """
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks
