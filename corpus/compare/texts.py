"""Two articles, or two versions of one, compared: what differs in words, and what in figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.compare.alignment import NotWantedError, aligned
from corpus.compare.figures import FigurePair, FiguresOfThing, figure_pairs, figures_of_things
from corpus.compare.pairs import Pair, pairs_of
from corpus.compare.wording import Wording, wordings
from corpus.compare.words import OtherWords, other_words
from corpus.span import Span

if TYPE_CHECKING:
    from corpus.understanding.analysis import Analysis, Quantity

MOST_SENTENCES = 20_000
"""Longer texts are compared as far as that: a text of so many sentences has two to three MB."""

Kind = Literal["changed", "moved", "left", "right"]

__all__ = ["Comparison", "Difference", "Kind", "NotWantedError", "compared"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in which two texts differ.

    "changed": sentences that answer each other, in other words; "moved": they stand elsewhere, in
    the same words or others; "left" and "right": sentences that one text alone has. `left` and
    `right` are the sentences, empty spans at the place where they would stand if they are not
    there. `words` are the words that differ, `figures` the figures among them.
    """

    kind: Kind
    left: Span
    right: Span
    words: tuple[OtherWords, ...] = ()
    figures: tuple[FigurePair, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts have in common, and in what they differ, in the order of the left one.

    `anchors` are pairs of offsets of sentences that are about the same, going up in both. `same` is
    the number of sentences in the same words, `alike` of those in other words. `complete` is False
    where only the beginning of the texts was compared.
    """

    differences: tuple[Difference, ...]
    things: tuple[FiguresOfThing, ...]
    anchors: tuple[tuple[int, int], ...]
    same: int
    alike: int
    complete: bool = True

    @property
    def figures(self) -> tuple[tuple[Difference, FigurePair], ...]:
        """The figures in which sentences that answer each other differ, with where that is."""
        return tuple((each, pair) for each in self.differences for pair in each.figures)


def compared(
    left: tuple[str, Analysis],
    right: tuple[str, Analysis],
    wanted: Callable[[], bool] = lambda: True,
) -> Comparison:
    """Compare two texts, each with what was found in it; furniture is no part of either.

    Raises NotWantedError as soon as `wanted` says no. Time grows with the length of the texts.
    """
    mine, theirs = _wordings(*left), _wordings(*right)
    complete = max(len(mine), len(theirs)) <= MOST_SENTENCES
    mine, theirs = mine[:MOST_SENTENCES], theirs[:MOST_SENTENCES]
    alignment = aligned(mine, theirs, wanted)
    pairs = pairs_of(mine, theirs, alignment.pairs)
    figures = left[1].body_quantities, right[1].body_quantities
    differences = _differences(mine, theirs, pairs, figures)
    return Comparison(
        tuple(differences),
        figures_of_things(*figures),
        tuple((mine[one.left].start, theirs[one.right].start) for one in alignment.near),
        same=sum(pair.same for pair in pairs),
        alike=sum(not pair.same for pair in pairs),
        complete=complete,
    )


def _wordings(text: str, analysis: Analysis) -> list[Wording]:
    return list(wordings(text, analysis.sentences, analysis.furniture))


def _differences(
    mine: Sequence[Wording],
    theirs: Sequence[Wording],
    pairs: Sequence[Pair],
    figures: tuple[Sequence[Quantity], Sequence[Quantity]],
) -> list[Difference]:
    """Return all differences; what only the right text has comes where it would stand."""
    found = [_of_pair(pair, figures) for pair in pairs if pair.moved or not pair.same]
    orderly = [pair for pair in pairs if not pair.moved]
    answered = {number for pair in pairs for number in pair.lefts}
    for run in _runs(len(mine), answered):
        after = bisect_left(orderly, run.start, key=lambda pair: pair.lefts.start) - 1
        at = orderly[after].right.end if after >= 0 else 0
        found.append(Difference("left", _whole(mine, run), Span(at, at)))
    replied = {number for pair in pairs for number in pair.rights}
    for run in _runs(len(theirs), replied):
        after = bisect_left(orderly, run.start, key=lambda pair: pair.rights.start) - 1
        number = orderly[after].lefts.stop if after >= 0 else 0
        # What stands in the place of other sentences stands after them.
        while number < len(mine) and number not in answered:
            number += 1
        at = mine[number - 1].end if number else 0
        found.append(Difference("right", Span(at, at), _whole(theirs, run)))
    return sorted(found, key=lambda each: (each.left.start, each.right.start))


def _runs(count: int, answered: set[int]) -> Iterator[range]:
    """Give the runs of numbers below `count` that are not answered."""
    start = 0
    for number in range(count + 1):
        if number == count or number in answered:
            if number > start:
                yield range(start, number)
            start = number + 1


def _whole(sentences: Sequence[Wording], run: range) -> Span:
    return Span(sentences[run.start].start, sentences[run.stop - 1].end)


def _of_pair(pair: Pair, figures: tuple[Sequence[Quantity], Sequence[Quantity]]) -> Difference:
    return Difference(
        "moved" if pair.moved else "changed",
        Span(pair.left.start, pair.left.end),
        Span(pair.right.start, pair.right.end),
        other_words(pair.left, pair.right),
        figure_pairs(_inside(figures[0], pair.left), _inside(figures[1], pair.right)),
    )


def _inside(quantities: Sequence[Quantity], span: Span) -> Sequence[Quantity]:
    first = bisect_left(quantities, span.start, key=lambda each: each.start)
    last = bisect_right(quantities, span.end - 1, key=lambda each: each.start)
    return quantities[first:last]
