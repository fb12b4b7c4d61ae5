"""How many cells of a terminal a text takes, and texts cut and wrapped to fit.

The commands print plain lines and import no terminal library, so the rule is the plain one: wide
and full-width characters (Unicode Standard Annex 11) take two cells, combining marks none.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.span import Span


def character_width(character: str) -> int:
    """Return the cells that one character of safe text takes: 0, 1 or 2."""
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width_of(text: str) -> int:
    """Return the cells that a safe text of one line takes."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def cut(text: str, width: int) -> str:
    """Return the text in at most `width` cells; where something is cut off, it ends in `…`."""
    if width_of(text) <= width:
        return text
    return text[: _fitting(text, width - 1)] + "…" if width > 0 else ""


def cut_start(text: str, width: int) -> str:
    """Return the text in at most `width` cells; where something is cut off, it begins with `…`."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    backwards = text[::-1]
    kept = _fitting(backwards, width - 1)
    return "…" + backwards[:kept][::-1]


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return the text with blanks up to `width` cells; `right` puts them before it."""
    blanks = " " * max(0, width - width_of(text))
    return blanks + text if right else text + blanks


def wrap(text: str, width: int | None) -> list[Span]:
    """Return the lines of a text in at most `width` cells, broken at blanks, as spans of it.

    White space at a break belongs to no line. None is any width: one line.
    """
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    if width is None or width_of(text) <= width:
        return [whole] if whole.start < whole.end else []
    lines: list[Span] = []
    start, end = -1, -1
    for word in re.finditer(r"\S+", text):
        begin, stop = word.span()
        if start >= 0 and width_of(text[start:stop]) <= width:
            end = stop
            continue
        if start >= 0:
            lines.append(Span(start, end))
        start, end = begin, stop
        while width_of(text[start:end]) > width:
            fits = start + max(1, _fitting(text[start:end], width))
            lines.append(Span(start, fits))
            start = fits
    if start >= 0:
        lines.append(Span(start, end))
    return lines


def _fitting(text: str, width: int) -> int:
    """Return how many characters of the text fit into `width` cells."""
    used = 0
    for count, character in enumerate(text):
        used += character_width(character)
        if used > width:
            return count
    return len(text)
