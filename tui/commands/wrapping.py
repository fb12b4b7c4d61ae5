"""Texts wrapped to the width of a terminal at their blanks."""

from __future__ import annotations

import re

from corpus.span import Span
from tui.layout.cells import cells, fitting


def wrap(text: str, width: int | None) -> list[Span]:
    """Return the lines of a text in at most `width` cells, broken at blanks, as spans of it.

    White space at a break belongs to no line. None is any width: one line.
    """
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    if width is None or cells(text) <= width:
        return [whole] if whole.start < whole.end else []
    lines: list[Span] = []
    start, end = -1, -1
    for word in re.finditer(r"\S+", text):
        begin, stop = word.span()
        if start >= 0 and cells(text[start:stop]) <= width:
            end = stop
            continue
        if start >= 0:
            lines.append(Span(start, end))
        start, end = begin, stop
        # Looked at piece by piece: a word may be as long as the text.
        while (fits := start + fitting(text[start : start + 8 * width], width)) < end:
            lines.append(Span(start, max(fits, start + 1)))
            start = lines[-1].end
    if start >= 0:
        lines.append(Span(start, end))
    return lines
