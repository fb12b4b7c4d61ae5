"""What is shown of an article below the results: the text around one match of the search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corpus.span import Span
from tui.layout.cells import cells, fitting
from tui.safe_text import safe

if TYPE_CHECKING:
    from index.results import Match

AROUND: Final = 3_000
"""Characters before and after the match that are laid out, about."""


@dataclass(frozen=True, slots=True)
class HitPreview:
    """A text with the matches in it, in order, and the number of the one that is shown."""

    text: str
    matches: Sequence[Match]
    at: int = 0

    @property
    def match(self) -> Match | None:
        """The match that is shown; None where there is none."""
        return self.matches[self.at] if self.matches else None

    def at_place(self, place: Span | None) -> HitPreview:
        """Return the same at the match that begins where `place` does, or next after it."""
        if place is None or not self.matches:
            return self
        at = bisect_left(self.matches, place.start, key=lambda match: match.start)
        return replace(self, at=min(at, len(self.matches) - 1))

    def moved(self, by: int) -> HitPreview:
        """Return the same so many matches further on; after the last comes the first."""
        return replace(self, at=(self.at + by) % len(self.matches)) if self.matches else self

    def lines(self, width: int) -> list[Span]:
        """Return the lines around the match in `width` cells, as spans of the text."""
        middle = self.match.start if self.match is not None else 0
        first = self.text.rfind("\n", 0, max(0, middle - AROUND)) + 1
        first = max(first, middle - 2 * AROUND)
        last = self.text.find("\n", min(len(self.text), middle + AROUND))
        last = min(len(self.text) if last < 0 else last, middle + 2 * AROUND)
        found: list[Span] = []
        start = first
        while start < last:
            end = self.text.find("\n", start, last)
            end = last if end < 0 else end
            found += _wrapped(self.text, start, end, max(8, width))
            start = end + 1
        return found

    def line_of_match(self, lines: Sequence[Span]) -> int:
        """Return the number of the line in which the match begins."""
        if self.match is None:
            return 0
        return max(0, bisect_left(lines, self.match.start + 1, key=lambda line: line.start) - 1)

    def pieces(self, line: Span) -> list[tuple[str, str]]:
        """Return what a line shows, as pieces of safe text with the name of a style."""
        pieces, place = [], line.start
        at = max(0, bisect_left(self.matches, line.start, key=lambda match: match.start) - 1)
        while at < len(self.matches) and self.matches[at].start < line.end:
            match = self.matches[at]
            start, end = max(match.start, place), min(match.end, line.end)
            if start < end:
                pieces.append((self._shown(place, start), ""))
                pieces.append(
                    (self._shown(start, end), "match" if match.exact else "match-widened")
                )
                place = end
            at += 1
        pieces.append((self._shown(place, line.end), ""))
        return [piece for piece in pieces if piece[0]]

    def _shown(self, start: int, end: int) -> str:
        return safe(self.text[start:end])


def _wrapped(text: str, start: int, end: int, width: int) -> list[Span]:
    """Return a paragraph as lines, broken at blanks where there are any; an empty one is one."""
    lines: list[Span] = []
    while True:
        rest = safe(text[start : min(end, start + 4 * width)])
        fits = start + max(1, fitting(rest, width))
        if fits >= end or cells(safe(text[start:end])) <= width:
            lines.append(Span(start, end))
            return lines
        blank = text.rfind(" ", start + 1, fits + 1)
        stop = blank if blank > start else fits
        lines.append(Span(start, stop))
        start = stop + 1 if blank > start else stop
        if start >= end:
            return lines
