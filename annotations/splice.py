"""One replacement in a text, and the place of a new line in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotations.tree import BREAK, before_break


@dataclass(frozen=True, slots=True)
class Splice:
    """`[start, end)` of a text gives way to `text`; offsets are code points."""

    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """Return the text after the replacement."""
        return text[: self.start] + self.text + text[self.end :]

    def moved(self, by: int) -> Splice:
        """Return the same replacement in a text that begins `by` code points earlier."""
        return Splice(self.start + by, self.end + by, self.text)

    def inverse(self, text: str) -> Splice:
        """Return what undoes it; `text` is the text before the replacement."""
        return Splice(self.start, self.start + len(self.text), text[self.start : self.end])


def ending(text: str) -> str:
    """Return the line end that a text uses: that of its first line, LF where it has none."""
    found = BREAK.search(text)
    return found.group() if found and found.group() in ("\r\n", "\n", "\r") else "\n"


def new_lines(text: str, at: int, lines: list[str]) -> Splice:
    """Put lines in before the line that begins at `at`, or after the end of the text.

    A text without a final line end stays without.
    """
    end = ending(text)
    if at == len(text) and text and before_break(text, at) == at:
        return Splice(at, at, "".join(end + line for line in lines))
    return Splice(at, at, "".join(line + end for line in lines))


def narrowed(old: str, new: str) -> Splice:
    """Give the shortest replacement that turns `old` into `new`."""
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = 0
    while tail < shorter - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Splice(same, len(old) - tail, new[same : len(new) - tail])


def joined(text: str, splices: Sequence[Splice]) -> Splice:
    """Give one replacement that does several, one at least, in the order of the text."""
    pieces = [splices[0].text]
    for before, splice in pairwise(splices):
        pieces += (text[before.end : splice.start], splice.text)
    return Splice(splices[0].start, splices[-1].end, "".join(pieces))
