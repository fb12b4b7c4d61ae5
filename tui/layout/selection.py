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


def steps(
    text: str, offset: int, sentences: Sequence[Span], paragraphs: Sequence[Span]
) -> tuple[Span, ...]:
    """Return what a selection grows through: character, word, sentence, paragraph, text."""
    around = [Span(offset, motions.cluster_end(text, offset))]
    for unit in (
        motions.word_at(text, offset),
        motions.unit_at(sentences, offset),
        motions.unit_at(paragraphs, offset),
        Span(0, len(text)),
    ):
        if unit and unit.start <= around[-1].start and unit.end >= around[-1].end:
            around.append(unit)
    return tuple(around)


def grown(span: Span, text: str, sentences: Sequence[Span], paragraphs: Sequence[Span]) -> Span:
    """Return the next larger unit, or run of whole units, around a span.

    A span inside one word becomes the word; words become the sentences they lie in; sentences the
    paragraphs; paragraphs the text.
    """
    last = max(span.start, span.end - 1)
    lefts = steps(text, span.start, sentences, paragraphs)
    rights = steps(text, last, sentences, paragraphs)
    wholes = [
        (motions.word_at(text, span.start), motions.word_at(text, last)),
        (motions.unit_at(sentences, span.start), motions.unit_at(sentences, last)),
        (motions.unit_at(paragraphs, span.start), motions.unit_at(paragraphs, last)),
        (lefts[-1], rights[-1]),
    ]
    for left, right in wholes:
        if not left or not right:
            continue
        whole = Span(min(left.start, span.start), max(right.end, span.end))
        if whole != span and whole.end - whole.start > span.end - span.start:
            return whole
    return span


def shrunk(
    span: Span, offset: int, text: str, sentences: Sequence[Span], paragraphs: Sequence[Span]
) -> Span:
    """Return the largest unit around `offset` that is smaller than the span and inside it."""
    inside = [
        step
        for step in steps(text, offset, sentences, paragraphs)
        if step.start >= span.start and step.end <= span.end and step != span
    ]
    return inside[-1] if inside else span
