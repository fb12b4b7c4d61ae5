"""Paragraphs that were broken into lines of one width, told from lines that mean to end.

Such lines are shown as one where the screen is narrower than they are: each line end becomes a
blank, which is as long, so that offsets stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui.layout.displayed import Edit
from tui.layout.wrap import HIDDEN

# Widths that texts are broken at, in characters: mail and typewriters at 60 to 80, some at 100.
NARROWEST, WIDEST = 45, 120
# Two lines may end so by chance; with three, both breaks would have to.
FEWEST_LINES = 3
# Characters by which lines may be narrower than the widest of the article.
SLACK = 4
# A line that begins so begins something of its own: an item of a list, a quoted line, a heading, a
# row of a table.
_OWN_LINE = re.compile(r"\s*(?:[-*+•‣◦▪–—>|#=_~]|\d{1,3}[.)]\s|\[\d|.*\S {3,}\S)")
_LINE_WITH_WORDS = re.compile(r"[^\n]*\S[^\n]*")
# Writing without blanks between words breaks anywhere, and is joined without one.
_WITHOUT_BLANKS = "\u2e80"
_STOPS = (".", "!", "?", ":", ";", "”", '"', "’", ")", "»")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str

    @property
    def indent(self) -> int:
        return len(self.words) - len(self.words.lstrip(" "))

    @property
    def length(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Reflow:
    """What joins the lines of paragraphs that were broken at `width` characters."""

    width: int = 0
    joins: tuple[Edit, ...] = ()


def reflow_of(text: str) -> Reflow:
    """Find the paragraphs of safe text that were broken into lines; linear in the text."""
    blocks = [block for block in _blocks(text) if len(block) > 1]
    widths = {id(block): _broken_at(block) for block in blocks}
    width = max((found for found in widths.values() if found), default=0)
    if not width:
        return Reflow()
    joins = []
    for block in blocks:
        # Where paragraphs are known to be broken two lines are enough, and none has to be as wide.
        if widths[id(block)] or (_fill(block, width, width - SLACK) and not _all_stop(block)):
            joins += [_join(text, one, other) for one, other in pairwise(block)]
    return Reflow(width, tuple(joins))


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines that may be one paragraph: of one indent, but for the first line."""
    block: list[_Line] = []
    for found in _LINE_WITH_WORDS.finditer(text):
        line = _Line(found.start(), found.end(), found.group().rstrip(" "))
        if block and (block[-1].end + 1 != line.start or _OWN_LINE.match(line.words)):
            yield block
            block = []
        elif len(block) > 1 and line.indent < block[-1].indent:
            # The line before is indented as the first of a paragraph.
            yield block[:-1]
            block = block[-1:]
        elif block and line.indent > block[-1].indent:
            hangs = len(block) == 1 and _OWN_LINE.match(block[0].words)
            if not hangs:
                yield block
                block = []
        block.append(line)
    if block:
        yield block


def _broken_at(block: list[_Line]) -> int:
    """Return the width that a block of lines was broken at, 0 where it was not."""
    width = max(line.length for line in block)
    if (
        len(block) < FEWEST_LINES
        or not NARROWEST <= width <= WIDEST
        or not _fill(block, width, width)
    ):
        return 0
    return 0 if _all_stop(block) else width


def _all_stop(block: list[_Line]) -> bool:
    """Say whether the lines of a block, of three or more, are paragraphs of their own."""
    return len(block) >= FEWEST_LINES and all(line.words.endswith(_STOPS) for line in block[:-1])


def _fill(block: list[_Line], width: int, full: int) -> bool:
    """Say whether no line is wider than `width`, nor had room for the next word up to `full`."""
    for line, after in pairwise(block):
        first = after.words.split(None, 1)[0]
        if line.length > width or line.length + 1 + len(first) <= full:
            return False
        if line.words[-1] >= _WITHOUT_BLANKS or first[0] >= _WITHOUT_BLANKS:
            return False
    return True


def _join(text: str, line: _Line, after: _Line) -> Edit:
    """Return what joins a line with the one after it: one blank, and no indent."""
    blank = HIDDEN if text[line.end - 1] in " -" else " "
    return Edit(line.end, blank + HIDDEN * after.indent)
