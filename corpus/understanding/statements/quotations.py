"""What stands in quotation marks: the outermost quotations of a text, by any convention.

Straight, typographic, low and angle marks, TeX's (`` and ''), and single marks as outer ones, told
from apostrophes. A quotation of several paragraphs is one: each of its paragraphs is reopened by
an opening mark. One that is never closed ends with its paragraph. What is quoted inside a quotation
belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.span import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚'＂]")
_SINGLE = frozenset("‘’‚'")
_ANGLE = frozenset("«»")
_CLIPPED = re.compile(r"(?:\d\ds?|tis|twas|til|em|cause|n|bout|round|cos|fraid)\b", re.IGNORECASE)
_ATTRIBUTED = re.compile(r"[,?!.]\s+(?:he|she|they)\s+(?:said|says|added|told|asked)\b")
_BEFORE_OPENING = "([{—–-/…>"
_AFTER_CLOSING = ".,;:!?)]}—–-/…<"
_STOPS = ".!?…"
_LOUD = ".,!?…"
_OPENING_AFTER = tuple('.!?…:,”"')
_NEAR = 8
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """A quotation with its marks; `content` is what stands between them.

    `closed` says whether its closing mark was found.
    """

    content: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that may be one of quotation: where it stands, and what it can be there."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text`, in order, disjoint."""
    found: list[Quotation] = []
    carried: Quotation | None = None
    marks = _marks_by_paragraph(text, paragraphs)
    for number, paragraph in enumerate(paragraphs):
        here = marks[number]
        if carried is not None and not (
            here and here[0].start == paragraph.start and _reopens(here[0])
        ):
            found.append(carried)
            carried = None
        if not here:
            continue
        quotations = list(_in_paragraph(text, paragraph, here, carried))
        carried = None
        if quotations and not quotations[-1].closed and _goes_on(text, paragraph, quotations[-1]):
            carried = quotations.pop()
        found.extend(q for q in quotations if q.closed or _goes_on(text, paragraph, q))
    if carried is not None:
        found.append(carried)
    return tuple(found)


def _marks_by_paragraph(text: str, paragraphs: Sequence[Span]) -> list[list[_Mark]]:
    """Return the marks of each paragraph; apostrophes inside words are left out."""
    found: list[list[_Mark]] = [[] for _ in paragraphs]
    number = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        while number < len(paragraphs) and paragraphs[number].end <= start:
            number += 1
        if number == len(paragraphs):
            break
        paragraph = paragraphs[number]
        if start < paragraph.start:
            continue
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if before.isalnum() and after.isalnum():
            continue
        opened = found[number][-1] if found[number] else None
        behind_mark = opened is not None and opened.end == start and opened.opens
        free_before = before.isspace() or before in _BEFORE_OPENING or behind_mark
        found[number].append(
            _Mark(
                start,
                end,
                match[0],
                opens=match[0] == "«" or (free_before and not after.isspace()),
                closes=match[0] == "»"
                or (not before.isspace() and not (behind_mark and before in "\"“'‘«")),
            )
        )
    return found


def _reopens(mark: _Mark) -> bool:
    return mark.opens and mark.sign not in "”»’"


def _goes_on(text: str, paragraph: Span, quotation: Quotation) -> bool:
    """Say whether an unclosed quotation is one: a sentence, not a phrase, begins with it."""
    before = text[max(0, quotation.start - _NEAR) : quotation.start].rstrip()
    return quotation.start <= paragraph.start or before[-1:] in _OPENING_AFTER


def _in_paragraph(
    text: str, paragraph: Span, marks: Sequence[_Mark], carried: Quotation | None
) -> Iterator[Quotation]:
    """Yield the quotations of a paragraph; `carried` began in an earlier one."""
    opened: list[_Mark] = []
    first = carried
    at = 0
    if carried is not None:
        opened.append(marks[0])
        at = 1
    while at < len(marks):
        mark = marks[at]
        at += 1
        if opened:
            opening = opened[0]
            step = _inside(text, mark, opened, nested=_is_nested(marks, at))
            if step == "closed":
                yield _made(first, opening, mark)
                opened, first = [], None
            elif step == "broken":
                opened, first = [mark], None
            continue
        if mark.sign in _SINGLE:
            end = _single_end(marks, at - 1, text)
            if end is not None:
                yield Quotation(mark.start, marks[end].end, Span(mark.end, marks[end].start))
                at = end + 1
        elif mark.opens and mark.sign != "»" and (mark.sign != "”" or not mark.closes):
            opened.append(mark)
    if opened:
        start = first.start if first is not None else opened[0].start
        begin = first.content.start if first is not None else opened[0].end
        end = paragraph.end
        spoken = _ATTRIBUTED.search(text, opened[0].end, end)
        if spoken is not None and first is None:
            end = spoken.start() + 1
            yield Quotation(start, end, Span(begin, end))
        else:
            yield Quotation(start, end, Span(begin, end), closed=False)


def _made(first: Quotation | None, opening: _Mark, closing: _Mark) -> Quotation:
    if first is not None:
        return Quotation(first.start, closing.end, Span(first.content.start, closing.start))
    return Quotation(opening.start, closing.end, Span(opening.end, closing.start))


def _is_nested(marks: Sequence[_Mark], after: int) -> bool:
    """Say whether the two marks from `after` on both close: one what is quoted in a quotation."""
    pair = marks[after : after + 2]
    return len(pair) == 2 and all(mark.closes and not mark.opens for mark in pair)


def _inside(text: str, mark: _Mark, opened: list[_Mark], *, nested: bool) -> str:
    """Take a mark inside a quotation into account: is the quotation closed, broken off, or open?"""
    outer = opened[0].sign
    if mark.sign in _SINGLE:
        return "open"
    if (mark.sign in _ANGLE) != (outer in _ANGLE):
        return "open"
    if mark.sign in "”»" or (mark.sign == "“" and outer == "„"):
        opened.pop()
        return "open" if opened else "closed"
    if mark.sign in "“„«``":
        if _after_stop(text, mark.start):
            return "open"
        if len(opened) < _DEEPEST:
            opened.append(mark)
        return "open"
    if mark.closes and not (mark.opens and text[mark.start - 1] in "([{"):
        opened.pop()
        return "open" if opened else "closed"
    if not mark.opens:
        opened.pop()
        return "open" if opened else "closed"
    if _after_stop(text, mark.start):
        return "open"
    if nested and len(opened) < _DEEPEST:
        opened.append(mark)
        return "open"
    return "broken"


def _after_stop(text: str, start: int) -> bool:
    """Say whether a mark follows the end of a sentence: it reopens what runs on."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    return before[-1:] in _STOPS + "\"”'’"


def _single_end(marks: Sequence[_Mark], at: int, text: str) -> int | None:
    """Return which mark closes the single mark at `at`; None where that one opens nothing."""
    opening = marks[at]
    if not opening.opens or opening.sign == "’" or _CLIPPED.match(text, opening.end):
        return None
    doubles = 0
    fallback = None
    for number in range(at + 1, len(marks)):
        mark = marks[number]
        if mark.sign not in _SINGLE:
            doubles += 1
            continue
        if mark.opens and not mark.closes:
            if _after_stop(text, mark.start):
                continue
            break
        if mark.sign == "‘" or not mark.closes:
            continue
        before = text[mark.start - 1]
        if before in _LOUD or not _may_own(text, mark):
            return number if doubles % 2 == 0 else None
        if fallback is None and doubles % 2 == 0:
            fallback = number
    return fallback


def _may_own(text: str, mark: _Mark) -> bool:
    """Say whether a mark may be the apostrophe of a plural: the workers' union."""
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1] in "sSxXzZ" and after[:1].isspace() and after[1:].isalnum()
