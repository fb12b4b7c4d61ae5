"""The words in which two sentences differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from corpus.compare.wording import Wording
from corpus.span import Span
from corpus.understanding.word_set import word_set

# A word that says nothing by itself is no island between two changes.
_ISLANDS = word_set(
    """
    a an and are as at be been by for from had has have he in is it its of on or she that the their
    they this to was were which who will with
    """
)


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words that stand in one sentence and not in the other; None on the side that has none."""

    left: Span | None
    right: Span | None


def other_words(left: Wording, right: Wording) -> tuple[OtherWords, ...]:
    """Return the runs of words in which two sentences differ, in their order.

    Case, accents and punctuation are no difference; signs of figures are (`$`, `%`, minus).
    """
    return tuple(
        OtherWords(_around(left, one), _around(right, other))
        for one, other in _joined(left, _runs(left, right))
    )


_Range = tuple[int, int]


def _runs(left: Wording, right: Wording) -> Iterator[tuple[_Range, _Range]]:
    """Give the ranges of words that have no counterpart; what follows at once is one run."""
    run: list[int] | None = None
    for code in Indel.opcodes(left.forms, right.forms):
        if code.tag == "equal":
            if run is not None:
                yield (run[0], run[1]), (run[2], run[3])
            run = None
        elif run is None:
            run = [code.src_start, code.src_end, code.dest_start, code.dest_end]
        else:
            run[1], run[3] = code.src_end, code.dest_end
    if run is not None:
        yield (run[0], run[1]), (run[2], run[3])


def _joined(
    left: Wording, runs: Iterator[tuple[_Range, _Range]]
) -> Iterator[tuple[_Range, _Range]]:
    """Join runs between which one empty word stands, where both sides changed around it."""
    held: tuple[_Range, _Range] | None = None
    for run in runs:
        if held is None:
            held = run
            continue
        (start, end), (other_start, _) = held
        (next_start, next_end), (_, other_end) = run
        island = next_start - end == 1 and left.forms[end] in _ISLANDS
        if island and end > start and next_end > next_start:
            held = (start, next_end), (other_start, other_end)
        else:
            yield held
            held = run
    if held is not None:
        yield held


def _around(wording: Wording, words: _Range) -> Span | None:
    first, end = words
    if first == end:
        return None
    return Span(wording.places[first].start, wording.places[end - 1].end)
