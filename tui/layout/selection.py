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

    A span inside one word becomes the word; words become the sentences they lie in, sentences the
    paragraphs. In a quotation it stays inside until all that is quoted is selected, then it takes
    the marks. Paragraphs stay: the whole article has a note of its own.
    """
    last = max(span.start, span.end - 1)
    quotation = motions.unit_at(quotations, span.start)
    found = []
    for left, right in (
        (motions.word_at(text, span.start), motions.word_at(text, last)),
        (motions.unit_at(sentences, span.start), motions.unit_at(sentences, last)),
        (motions.unit_at(paragraphs, span.start), motions.unit_at(paragraphs, last)),
    ):
        if left and right:
            whole = Span(min(left.start, span.start), max(right.end, span.end))
            found.append(_inside(whole, quotation, span))
    if quotation is not None:
        found += [part for part in (quotation.content, quotation) if _holds(part, span)]
    larger = [Span(one.start, one.end) for one in found if _length(one) > _length(span)]
    return min(larger, key=_length, default=span)


def _inside(whole: Span, quotation: Quotation | None, span: Span) -> Span:
    """Return what of a unit lies inside the quotation around `span`, if it is cut by its marks."""
    if quotation is None or not _holds(quotation.content, span) or _holds(whole, quotation):
        return whole
    content = quotation.content
    return Span(max(whole.start, content.start), min(whole.end, content.end))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _length(span: Span) -> int:
    return span.end - span.start
