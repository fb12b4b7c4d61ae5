"""Positions: half-open spans of code points in an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start, end)` of Unicode code points in an article's `text`."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, offset: int) -> bool:
        """Say whether `offset` lies inside; the end is outside."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether at least one code point lies in both spans."""
        return self.start < other.end and other.start < self.end
