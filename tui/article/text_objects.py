"""What can be selected at a place by its name: a word, an entity, what is quoted, a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.layout.motions import unit_at, word_at
from tui.layout.pairs import quotations_around

if TYPE_CHECKING:
    from corpus.understanding.statements.quotations import Quotation
    from tui.article.document import Document


def quotations_at(document: Document, offset: int) -> tuple[Quotation, ...]:
    """Return the quotations near `offset`."""
    return quotations_around(document.shown, document.paragraphs, offset)


def sentences_from(document: Document, offset: int, count: int) -> Span | None:
    """Return the sentence of `offset` with the `count - 1` after it; None on a blank line."""
    first = unit_at(document.sentences, offset)
    if first is None:
        return None
    text = document.article.text
    if "\n" in text[first.end : offset] or "\n" in text[offset : first.start]:
        return None
    number = bisect_left(document.sentences, first.start, key=lambda one: one.start)
    last = min(number + count, len(document.sentences)) - 1
    return Span(first.start, document.sentences[last].end)


def _entity(document: Document, offset: int) -> Span | None:
    return _at(document.analysis.mentions if document.analysis else (), offset)


def _number(document: Document, offset: int) -> Span | None:
    return _at(document.analysis.quantities if document.analysis else (), offset)


def _statement(document: Document, offset: int) -> Span | None:
    around = [content for content in document.contents if content.covers(offset)]
    return min(around, key=_length, default=None)


def _statement_of(document: Document, offset: int) -> Span | None:
    """Return the statement here; on its speaker or its cue, the nearest that has it."""
    here = _statement(document, offset)
    if here is not None or document.analysis is None:
        return here
    beside = [
        statement.content
        for statement in document.analysis.statements
        if any(
            part is not None and part.start <= offset < part.end
            for part in (statement, statement.speaker, statement.cue)
        )
    ]
    return min(beside, key=lambda one: max(one.start - offset, offset - one.end), default=None)


def _annotation(document: Document, offset: int) -> Span | None:
    return next((placed.span for placed in document.annotations_at(offset)), None)


def _quotation(document: Document, offset: int) -> Span | None:
    here = _at(quotations_at(document, offset), offset)
    return here.content if here is not None else None  # type: ignore[attr-defined]


def _at(units: Sequence[Span], offset: int) -> Span | None:
    here = unit_at(units, offset)
    return here if here is not None and here.covers(offset) else None


def _length(span: Span) -> int:
    return span.end - span.start


# By the id of the action that selects it: what it is called, and where it is.
TEXT_OBJECTS: dict[str, tuple[str, Callable[[Document, int], Span | None]]] = {
    "reader.select_word": ("word", lambda document, offset: word_at(document.shown, offset)),
    "reader.select_entity": ("entity", _entity),
    "reader.select_number": ("number", _number),
    "reader.select_statement": ("statement", _statement_of),
    "reader.select_quotation": ("quotation", _quotation),
    "reader.select_annotation": ("annotation", _annotation),
    "reader.select_paragraph": (
        "paragraph",
        lambda document, offset: unit_at(document.paragraphs, offset),
    ),
}
_THINGS = (_entity, _number, _quotation, _statement, _annotation)


def thing_after(document: Document, offset: int, selected: Span | None) -> Span | None:
    """Return the next larger thing at `offset` than what is selected; after the largest, the first.

    Things are entities, numbers, what is quoted, statements and annotations. None where none is.
    """
    found = (thing(document, offset) for thing in _THINGS)
    spans = {Span(one.start, one.end) for one in found if one is not None and one.end > one.start}
    things = sorted(spans, key=lambda span: (_length(span), span.start))
    if not things:
        return None
    if selected not in things:
        return things[0]
    return things[(things.index(selected) + 1) % len(things)]
