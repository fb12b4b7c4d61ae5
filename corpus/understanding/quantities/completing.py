"""Readings made quantities: with bound, what is counted, and whether it is furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.span import Span
from corpus.understanding.analysis import Bound, Counted, Quantity
from corpus.understanding.quantities.bounds import bound_after, bound_before
from corpus.understanding.quantities.counted import (
    counted_after,
    counted_before,
    counted_of,
    is_announced,
)
from corpus.understanding.quantities.ranges import SCORE
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.rows import plain_value
from corpus.understanding.quantities.spacing import GAP

_OF = re.compile(rf"{GAP}of\b", re.IGNORECASE)


class Completing:
    """Completes the readings of one text."""

    def __init__(self, text: str, sentences: Sequence[Span], furniture: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._furniture = sorted(furniture, key=lambda span: span.start)
        self._furniture_starts = [span.start for span in self._furniture]

    def plain(self, start: int, end: int) -> Quantity:
        """Make a count of a figure in a row of figures: nothing beside it can say more of it."""
        words = self._text[start:end]
        inside = self._is_in_furniture(start)
        return Quantity(start, end, words, "count", plain_value(words), in_furniture=inside)

    def completed(self, reading: Reading) -> Quantity:
        """Add the bound, what is counted, and where it lies, to `reading`."""
        text = self._text
        bound: Bound | None = reading.bound
        approximate = reading.approximate
        of: Counted | None = None
        if reading.kind not in ("date", "time", "ordinal"):
            before, roughly = bound_before(text, reading.start)
            after, roughly_after = bound_after(text, reading.end)
            bound = bound or before or after
            approximate = approximate or roughly or roughly_after
        if reading.kind in ("count", "fraction", "percent") and reading.unit != SCORE:
            of = self._counted(reading)
        return Quantity(
            reading.start,
            reading.end,
            text[reading.start : reading.end],
            reading.kind,
            reading.value,
            reading.min,
            reading.max,
            bound,
            approximate,
            reading.unit,
            of,
            reading.iso,
            reading.basis,
            self._is_in_furniture(reading.start),
        )

    def _counted(self, reading: Reading) -> Counted | None:
        text = self._text
        start, limit = 0, len(text)
        index = bisect_right(self._sentence_starts, reading.start) - 1
        if index >= 0 and self._sentences[index].end > reading.start:
            start, limit = self._sentences[index].start, self._sentences[index].end
        if reading.kind != "count" and reading.figure is not None:
            return counted_of(text, reading.end, limit)
        # "One boat" counts a singular noun, "one of the boats" a plural one.
        is_one = reading.value == 1 and not _OF.match(text, reading.end)
        after = counted_after(text, reading.end, limit, is_one=is_one)
        if after is not None or not is_announced(text, reading.start):
            return after
        return counted_before(text, reading.start, start)

    def _is_in_furniture(self, offset: int) -> bool:
        index = bisect_right(self._furniture_starts, offset) - 1
        return index >= 0 and self._furniture[index].end > offset
