"""An annotation found again in the text of its article, and how sure that is.

Strategies are asked one after the other, the surest first. Each gives the place it finds, says that
the words are at several places, or passes. What agrees with the surroundings on both sides goes
before what agrees on one, and the same words go before others: so a figure that was corrected in
its sentence is "changed" there, though the old figure stands in another sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotations.likeness import alone as likeness_alone
from annotations.likeness import beside_a_neighbour as likeness_beside_a_neighbour
from annotations.likeness import between_neighbours as likeness_between_neighbours
from annotations.likeness import in_their_gap
from annotations.likeness import in_their_surroundings as likeness_in_their_surroundings
from annotations.model import Annotation
from annotations.placed import Placed, State
from annotations.quoted_words import alone as words_alone
from annotations.quoted_words import at_the_place, lost
from annotations.quoted_words import beside_a_neighbour as words_beside_a_neighbour
from annotations.quoted_words import between_neighbours as words_between_neighbours
from annotations.quoted_words import in_their_surroundings as words_in_their_surroundings
from annotations.searching import Anchor, SearchedText
from corpus.span import Span

if TYPE_CHECKING:
    from corpus.article import Article

__all__ = ["CONTEXT", "STRATEGIES", "Placed", "State", "context_of", "place", "place_all"]

CONTEXT = 24
"""How many code points of context an annotation keeps on each side."""

_MOST_CONTEXT = 200  # code points of context that count on each side; a sidecar may be a stranger's

Strategy = Callable[[Anchor, SearchedText], Placed | None]

STRATEGIES: tuple[Strategy, ...] = (
    at_the_place,
    words_in_their_surroundings,
    likeness_in_their_surroundings,
    in_their_gap,
    words_between_neighbours,
    likeness_between_neighbours,
    words_beside_a_neighbour,
    likeness_beside_a_neighbour,
    words_alone,
    likeness_alone,
    lost,
)


def place(
    annotation: Annotation, text: str | SearchedText, strategies: Sequence[Strategy] = ()
) -> Placed:
    """Find an annotation in `text`; `strategies` default to `STRATEGIES`."""
    if annotation.quote is None or annotation.at is None:
        return Placed(annotation, "ok", None)
    before, after = annotation.before[-_MOST_CONTEXT:], annotation.after[:_MOST_CONTEXT]
    anchor = Anchor(annotation, annotation.quote, annotation.at, before, after)
    searched = SearchedText(text) if isinstance(text, str) else text
    for strategy in strategies or STRATEGIES:
        found = strategy(anchor, searched)
        if found is not None:
            return found
    return Placed(annotation, "lost", None)


def place_all(annotations: Sequence[Annotation], article: Article) -> tuple[Placed, ...]:
    """Find the annotations of an article's part, in the order of the text; the rest come last."""
    text = SearchedText(article.text)
    placed = [place(one, text) for one in annotations if one.part == article.file.part]
    return tuple(sorted(placed, key=lambda one: (one.span is None, _order(one.span))))


def context_of(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a span, up to `CONTEXT` code points each."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def _order(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span else (0, 0)
