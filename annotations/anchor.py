"""An annotation found again in the text of its article, and how sure that is.

Strategies are asked one after the other; each gives the place it finds, says that the words are at
several places, or passes. Whatever comes next (a normalised match, a fuzzy one) is one more
strategy.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotations.model import Annotation
from corpus.span import Span

if TYPE_CHECKING:
    from corpus.article import Article

State = Literal["ok", "moved", "changed", "ambiguous", "lost"]

CONTEXT = 24
"""How many code points of context an annotation keeps on each side."""

# A sidecar may be a stranger's: what it costs to look for its words in a text is bounded. What was
# not looked for to the end is ambiguous.
_MOST_HITS = 5_000  # words that stand more often than this anchor nothing
_MOST_LOOKS = 200_000  # places looked at for all annotations of a text together
_MOST_SCANNED = 10_000_000_000  # code points passed over for all of them together
_FIND_COST = 40  # how often `str.find` may pass over the words themselves before it begins
_MOST_CONTEXT = 200  # code points of context that count on each side

_CLEAR_LEAD = 6  # code points of context that the best place has more than the next one
_DIGIT_GROUP = re.compile(r"[.,’'   ]?[0-9]")


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it stands in the text.

    `state` is "ok" (the very words at the very place), "moved" (the words stand elsewhere),
    "changed", "ambiguous" (several places; `candidates` lists them, the likeliest first) or "lost".
    `span` is None where there is no one place, and for a note on the whole article.
    """

    annotation: Annotation
    state: State
    span: Span | None
    candidates: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is looked for: the words, where they stood, and what stood around them."""

    annotation: Annotation
    quote: str
    at: Span
    before: str
    after: str


class SearchedText:
    """A text in which many words are looked for: each once, and all of them at a bounded cost."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, tuple[list[int], bool]] = {}
        self._looks = _MOST_LOOKS
        self._scanned = _MOST_SCANNED

    def starts(self, words: str) -> tuple[list[int], bool]:
        """Return where `words` stand, in order, and whether these are all the places."""
        known = self._found.get(words)
        if known is None:
            known = self._found[words] = self._search(words)
        return known

    def may_look_at(self, places: int) -> bool:
        """Whether so many places may be looked at for one annotation; they count from then on."""
        self._looks -= places
        return self._looks >= 0

    def _search(self, words: str) -> tuple[list[int], bool]:
        starts: list[int] = []
        at = 0
        while len(starts) < _MOST_HITS and self._scanned > 0:
            start = self.text.find(words, at)
            self._scanned -= (len(self.text) if start < 0 else start) - at
            self._scanned -= _FIND_COST * len(words)
            if start < 0:
                return starts, True
            starts.append(start)
            at = start + 1
        return starts, False


Strategy = Callable[[Anchor, SearchedText], Placed | None]


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


def by_position(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The very words at the very place: the definition of "ok"."""
    if anchor.at.cut(searched.text) == anchor.quote:
        return Placed(anchor.annotation, "ok", anchor.at)
    return None


def by_exact_words(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The very words elsewhere, at word bounds; of several places the one with the context."""
    text, length = searched.text, len(anchor.quote)
    starts, complete = searched.starts(anchor.quote)
    if not complete or not searched.may_look_at(len(starts)):
        at = bisect_left(starts, anchor.at.start)
        near = (Span(start, start + length) for start in starts[max(0, at - 5) : at + 5])
        return Placed(anchor.annotation, "ambiguous", None, tuple(near))
    spans = (Span(start, start + length) for start in starts)
    hits = [span for span in spans if _at_word_bounds(anchor, text, span)]
    if not hits:
        return None
    if len(hits) == 1:
        return Placed(anchor.annotation, "moved", hits[0])
    scores = {hit: context_score(anchor, text, hit) for hit in hits}
    ranked = sorted(hits, key=lambda hit: (-scores[hit], abs(hit.start - anchor.at.start)))
    best, second = ranked[0], ranked[1]
    if scores[best] >= scores[second] + _CLEAR_LEAD:
        return Placed(anchor.annotation, "moved", best)
    return Placed(anchor.annotation, "ambiguous", None, tuple(ranked[:10]))


STRATEGIES: tuple[Strategy, ...] = (by_position, by_exact_words)


def context_score(anchor: Anchor, text: str, span: Span) -> int:
    """Count the code points of context that stand around `span` as they stood around the quote."""
    before = text[max(0, span.start - len(anchor.before)) : span.start]
    after = text[span.end : span.end + len(anchor.after)]
    return _common(reversed(anchor.before), reversed(before)) + _common(anchor.after, after)


def context_of(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a span, up to `CONTEXT` code points each."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def _at_word_bounds(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether no word or figure goes on beyond the span, unless it did when the quote was made."""
    quote = anchor.quote
    goes_on_before = _joined(text[max(0, span.start - 2) : span.start], quote)
    goes_on_after = _joined(quote, text[span.end : span.end + 2])
    return not (goes_on_before and not _joined(anchor.before[-2:], quote)) and not (
        goes_on_after and not _joined(quote, anchor.after[:2])
    )


def _joined(left: str, right: str) -> bool:
    """Whether the last word of `left` goes on in `right`; `1,600` is one figure with `,600`."""
    if not left or not right:
        return False
    if left[-1].isalnum() and right[0].isalnum():
        return True
    if left[-1].isdigit():
        return _DIGIT_GROUP.match(right) is not None
    return right[0].isdigit() and len(left) > 1 and left[-2].isdigit() and left[-1] in ".,’'"


def _common(left: Iterable[str], right: Iterable[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _order(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span else (0, 0)
