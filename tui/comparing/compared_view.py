"""A comparison of two articles as it is shown: signs and styles in both texts, and words.

No Textual here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.layout.layers import Layer, StyledSpan

if TYPE_CHECKING:
    from corpus.compare.texts import Comparison, Difference, Kind
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity

LEGEND = "~ words  ≠ figures  + only here  ↕ moved"

MEANINGS = (
    ("~", "other words in a sentence that says much the same"),
    ("≠", "another figure there"),
    ("+", "a passage that this article alone has, as far as the bar goes"),
    ("↕", "a passage that stands elsewhere in the other"),
)
"""The signs, and what each means."""

_KINDS = {
    "changed": "in other words",
    "moved": "elsewhere in the other",
    "left": "only in the first",
    "right": "only in the second",
}
_ALONE: tuple[tuple[Kind, str], ...] = (("left", "in the first"), ("right", "in the second"))


def layers_of(comparison: Comparison) -> tuple[Layer, Layer]:
    """Return the layers that mark what differs, of the left text and of the right one."""
    return Layer(_spans(comparison, 0)), Layer(_spans(comparison, 1))


def _spans(comparison: Comparison, side: int) -> Iterator[StyledSpan]:
    alone = ("left", "right")[side]
    for each in comparison.differences:
        whole = (each.left, each.right)[side]
        if each.kind == alone:
            yield _styled(whole, "only-here")
        elif each.kind == "moved":
            yield _styled(whole, "moved")
        for words in each.words:
            span = (words.left, words.right)[side]
            if span is not None:
                yield _styled(span, "difference")
        for figures in each.figures:
            figure = (figures.left, figures.right)[side]
            if figure is not None:
                yield _styled(figure, "difference-figure")


def _styled(span: Span, style: str) -> StyledSpan:
    return StyledSpan(span.start, span.end, style)


@dataclass(frozen=True, slots=True)
class ComparedView:
    """A comparison with what is shown of it, made once, off the UI thread.

    `layers` mark what differs in both texts; `starts` are the places of each difference in both;
    `orders` are, for each text, the starts in its order with the numbers of the differences.
    """

    comparison: Comparison
    layers: tuple[Layer, Layer]
    starts: tuple[tuple[int, ...], tuple[int, ...]]
    orders: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, comparison: Comparison) -> ComparedView:
        """Return the view of a comparison."""
        left, right = tuple(starts_of(comparison, 0)), tuple(starts_of(comparison, 1))
        return cls(comparison, layers_of(comparison), (left, right), (_order(left), _order(right)))

    def step(self, side: int, cursor: int, current: int, count: int) -> int | None:
        """Return the number of the difference `count` further on (back, if negative) in a text.

        `current` is the one that the cursor was brought to, -1 for none. Fewer than that: the last
        one. None where there is none in that direction.
        """
        order, starts = self.orders[side], self.starts[side]
        at_current = 0 <= current < len(starts) and starts[current] == cursor
        if count > 0:
            here = (cursor, current if at_current else -1)
            first = bisect_right(order, here)
            ahead = min(first + count, len(order)) - 1
            return order[ahead][1] if first < len(order) else None
        here = (cursor, current) if at_current else (cursor, -1)
        last = bisect_left(order, here)
        return order[max(0, last + count)][1] if last > 0 else None


def _order(starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((start, number) for number, start in enumerate(starts)))


def starts_of(comparison: Comparison, side: int) -> list[int]:
    """Return where each difference begins in the left text (0) or the right one (1).

    That is its first figure or word that differs, so that the cursor stands on it; the start of the
    sentences, or the place where they would stand, where there is none.
    """
    return [_start(each, side) for each in comparison.differences]


def _start(each: Difference, side: int) -> int:
    spans: list[Span | Quantity | None] = [(f.left, f.right)[side] for f in each.figures]
    spans += [(words.left, words.right)[side] for words in each.words]
    whole = (each.left, each.right)[side]
    return next((span.start for span in spans if span is not None), whole.start)


def said_of(difference: Difference) -> str:
    """Say in safe words in what two texts differ in a place: its figures, else the kind."""
    return (
        " · ".join(" | ".join(pair) for pair in figures_beside(difference))
        or _KINDS[difference.kind]
    )


def figures_beside(difference: Difference) -> Iterator[tuple[str, str]]:
    """Give the figures of a difference side by side in safe words, what stands alone at the end."""
    alone: tuple[list[str], list[str]] = ([], [])
    for pair in difference.figures:
        if pair.left is not None and pair.right is not None:
            yield figure_words(pair.left), figure_words(pair.right)
        elif pair.left is not None:
            alone[0].append(figure_words(pair.left))
        else:
            alone[1].append(figure_words(pair.right))
    if any(alone):
        yield ", ".join(alone[0]) or "—", ", ".join(alone[1]) or "—"


def figure_words(quantity: Quantity | None) -> str:
    """Return a figure with its bound and what is counted, as safe words; a dash for none."""
    if quantity is None:
        return "—"
    from tui.cards.quantity_card import title_of

    return title_of(quantity)


def summary_of(comparison: Comparison) -> str:
    """Say how much two texts have in common."""
    kinds = Counter(each.kind for each in comparison.differences)
    parts = [f"{comparison.same:,} sentences the same"] if comparison.same else []
    if comparison.alike:
        parts.append(f"{comparison.alike:,} in other words")
    if kinds["moved"]:
        parts.append(f"{kinds['moved']:,} moved")
    alone = [f"{kinds[side]:,} only {where}" for side, where in _ALONE if kinds[side]]
    if not comparison.complete:
        parts.append("of the beginning: the rest is too long to compare")
    return " · ".join((*parts, *alone))


def counterpart(
    anchors: Sequence[tuple[int, int]], offset: int, ends: tuple[int, int], *, back: bool = False
) -> int:
    """Return the offset of the right text that answers `offset` of the left one.

    `anchors` go up in both; between two of them the place is in proportion. `ends` are the lengths
    of both texts. With `back` the answer is that of the left text to the right one.
    """
    here, there = (1, 0) if back else (0, 1)
    # The ends of the texts answer each other like two anchors.
    at = bisect_right(anchors, offset, key=lambda pair: pair[here]) - 1
    first = anchors[at] if at >= 0 else (0, 0)
    last = anchors[at + 1] if at + 1 < len(anchors) else ends
    width, height = last[here] - first[here], last[there] - first[there]
    if width <= 0:
        return min(first[there], ends[there])
    return min(first[there] + (offset - first[here]) * height // width, ends[there])
