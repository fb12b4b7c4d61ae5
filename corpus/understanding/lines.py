"""The lines of a text that hold something, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Line(Span):
    """The words of a line, without the white space around them.

    `first` is the offset where the whole line begins, `last` where it ends, its line end left out.
    `words` is what the span covers. `block` counts the runs of lines that no blank line parts.
    """

    first: int
    last: int
    words: str
    block: int

    @property
    def indent(self) -> int:
        """How many white-space characters stand before the words."""
        return self.start - self.first


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    first = 0
    block = 0
    gap = False
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            block += gap
            gap = False
            start = first + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(words), first, first + len(raw), words, block))
        else:
            gap = True
        first += len(raw) + 1
    return lines
