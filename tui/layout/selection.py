"""A selection that grows from a cursor by characters, words, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.span import Span
from tui.layout import motions


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
    """Return the selection of a span that is not empty, with the cursor at its end."""
    return Selection(span.start, max(span.start, motions.previous_character(text, span.end)))


def grown(span: Span, text: str, sentences: Sequence[Span], paragraphs: Sequence[Span]) -> Span:
    """Return the next larger unit, or run of whole units, around a span.

    A span inside one word becomes the word; words become the sentences they lie in, sentences the
    paragraphs. Paragraphs stay: the whole article has a note of its own.
    """
    last = max(span.start, span.end - 1)
    for left, right in (
        (motions.word_at(text, span.start), motions.word_at(text, last)),
        (motions.unit_at(sentences, span.start), motions.unit_at(sentences, last)),
        (motions.unit_at(paragraphs, span.start), motions.unit_at(paragraphs, last)),
    ):
        if left and right:
            whole = Span(min(left.start, span.start), max(right.end, span.end))
            if whole.end - whole.start > span.end - span.start:
                return whole
    return span
