"""A selection that grows from a cursor by words, quotations, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.layout import motions

if TYPE_CHECKING:
    from corpus.understanding.statements.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Selection:
    """Two ends, both offsets of characters and both inside: `anchor` stays, `cursor` moves."""

    anchor: int
    cursor: int

    def span(self, text: str) -> Span:
        """Return what is selected, whole grapheme clusters, as a half-open span."""
        return Span(
            min(self.anchor, self.cursor),
            motions.cluster_end(text, max(self.anchor, self.cursor)),
        )

    def swapped(self) -> Selection:
        """Return the same selection with the other end moving."""
        return Selection(self.cursor, self.anchor)


def of_span(span: Span, text: str) -> Selection:
    """Return the selection of a span that is not empty, with the cursor at its end.

    It holds whole grapheme clusters, which may be more than the span.
    """
    start = motions.cluster_start(text, span.start)
    return Selection(start, max(start, motions.cluster_start(text, span.end - 1)))


def grown(
    span: Span,
    text: str,
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
) -> Span:
    """Return the next larger unit, or run of whole units, around a span.

    A span inside one word becomes the word; words become what is quoted around them, then that with
    its marks, or the sentences they lie in, whichever is the shortest; then the paragraphs.
    Paragraphs stay: the whole article has a note of its own.
    """
    last = max(span.start, span.end - 1)
    runs = [
        (motions.word_at(text, span.start), motions.word_at(text, last)),
        (motions.unit_at(sentences, span.start), motions.unit_at(sentences, last)),
        (motions.unit_at(paragraphs, span.start), motions.unit_at(paragraphs, last)),
    ]
    quotation = motions.unit_at(quotations, span.start)
    if quotation is not None:
        runs += [(part, part) for part in (quotation.content, quotation) if _holds(part, span)]
    found = [
        Span(min(left.start, span.start), max(right.end, span.end))
        for left, right in runs
        if left and right
    ]
    larger = [each for each in found if each.end - each.start > span.end - span.start]
    return min(larger, key=lambda each: each.end - each.start, default=span)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
