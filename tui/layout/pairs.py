"""Brackets and quotation marks: where the other one of a pair stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.layout.motions import unit_at

if TYPE_CHECKING:
    from corpus.understanding.statements.quotations import Quotation

_PAIRS = ("()", "[]", "{}", "「」", "『』", "【】", "〈〉", "《》", "〔〕", "（）", "［］")
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
_OPENING = {pair[1]: pair[0] for pair in _PAIRS}
_BRACKET = re.compile("[" + re.escape("".join(_PAIRS)) + "]")
# In code points, to either side: how far a bracket is looked for, and how far quotations are read.
_FARTHEST = 100_000
_AROUND = 20_000


def quotations_around(text: str, paragraphs: Sequence[Span], offset: int) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraphs near `offset`, in order, disjoint."""
    from corpus.understanding.statements.quotations import find_quotations

    near = [
        paragraph
        for paragraph in _near(paragraphs, offset)
        if paragraph.end - paragraph.start <= _AROUND
    ]
    if not near:
        return ()
    begin, end = near[0].start, near[-1].end
    moved = [Span(each.start - begin, each.end - begin) for each in near]
    return tuple(
        replace(
            found,
            start=found.start + begin,
            end=found.end + begin,
            content=Span(found.content.start + begin, found.content.end + begin),
        )
        for found in find_quotations(text[begin:end], moved)
    )


def _near(paragraphs: Sequence[Span], offset: int) -> Sequence[Span]:
    here = unit_at(paragraphs, offset)
    if here is None:
        return ()
    first = unit_at(paragraphs, max(0, here.start - _AROUND))
    last = unit_at(paragraphs, here.end + _AROUND)
    assert first is not None
    assert last is not None
    low = bisect_left(paragraphs, first.start, key=lambda unit: unit.start)
    high = bisect_right(paragraphs, last.start, key=lambda unit: unit.start)
    return paragraphs[low:high]


def matching(text: str, quotations: Sequence[Quotation], offset: int) -> int | None:
    """Return the other one of the pair of brackets or quotation marks at `offset`.

    Where none stands there it is that of the first one after it in the line. None where there is
    none, or where its other one is missing.
    """
    end = text.find("\n", offset)
    stop = len(text) if end < 0 else end
    marks = {}
    for quotation in quotations:
        if quotation.closed:
            opening, closing = quotation.start, quotation.content.end
            marks[opening], marks[closing] = closing, opening
    at_mark = min((mark for mark in marks if offset <= mark < stop), default=None)
    bracket = _BRACKET.search(text, offset, stop)
    if bracket is not None and (at_mark is None or bracket.start() < at_mark):
        return _other_bracket(text, bracket.start())
    return None if at_mark is None else marks[at_mark]


def _other_bracket(text: str, offset: int) -> int | None:
    """Return the bracket that closes, or opens, the one at `offset`."""
    sign = text[offset]
    other = _CLOSING.get(sign) or _OPENING[sign]
    both = re.compile(f"[{re.escape(sign + other)}]")
    if sign in _CLOSING:
        found = list(both.finditer(text, offset, offset + _FARTHEST))
    else:
        found = list(both.finditer(text, max(0, offset - _FARTHEST), offset + 1))[::-1]
    depth = 0
    for each in found:
        depth += 1 if each[0] == sign else -1
        if depth == 0:
            return each.start()
    return None
