"""Where a claim is about: the place that "in" or its like stands before, with its part.

"In northern Marn" is the north of Marn: two figures of two parts of it do not contradict each
other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from corpus.span import Span

if TYPE_CHECKING:
    from corpus.understanding.analysis import Mention

_IN = "in|at|near|across|around|outside|inside|within|into|throughout"
_FROM = "from|off|of"
_AREA = "province|city|town|district|state|county|region|village|country|part|place"
_AREAS = f"areas?|cities|counties|countries|(?:{_AREA})s?"
_LIKE = rf"(?:(?:[a-z-]+\s+){{0,3}}(?:{_AREAS})\s+(?:like|such\s+as|of|including)\s+)?"
_SIDE = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?"
_PART = rf"(?:{_SIDE}|central|upper|lower|rural|coastal|mainland|downtown)"
# What says nothing of where: "the war-torn", "neighbouring".
_KIND = r"(?:[a-z]+-[a-z]+|neighbou?ring|nearby|embattled|besieged|occupied)"
_PLACED = re.compile(
    rf"\b(?:(?P<in>{_IN})|{_FROM})\s+{_LIKE}(?:the\s+)?(?:{_KIND}\s+)*"
    rf"(?P<part>{_PART}(?:\s+(?:and|or)\s+{_PART})?\s+)?(?:{_KIND}\s+)*$",
    re.IGNORECASE,
)
_BEFORE = 80  # code points, which a preposition and what follows it fit into
# "There were two" is of no place.
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can)\b)")
# "The northern Marn province" is all of Marn.
_WHOLE = re.compile(rf"\s+(?:{_AREA})\b")
_OF_IT = re.compile(r"['’]s?\b")


def place_in(
    text: str,
    mentions: Iterable[Mention],
    within: Span,
    around: Span,
    near: int,
    is_of_another: Callable[[int], bool],
) -> str:
    """Return the place of what is claimed in `within`; "" for none.

    It stands next to the figure at `near`, and where there are others rather not by another of
    them (`is_of_another`). Where the words say "there", it is in what stands before them in their
    sentence, `around`.
    """
    known = tuple(mentions)
    found = _best(text, known, within, near, is_of_another)
    if not found and _THERE.search(text, within.start, within.end) and around.start < within.start:
        found = _best(text, known, Span(around.start, within.start), near, is_of_another)
    return found


def _best(
    text: str,
    mentions: Iterable[Mention],
    within: Span,
    near: int,
    is_of_another: Callable[[int], bool],
) -> str:
    found: list[tuple[tuple[bool, bool, bool, int], str]] = []
    for one in mentions:
        if one.type != "PLACE" or one.in_furniture or not within.covers(one.start):
            continue
        placed = _PLACED.search(text[max(within.start, one.start - _BEFORE) : one.start])
        if placed is None or one.end > within.end or text[one.end : one.end + 1] == "-":
            continue
        weak = placed["in"] is None
        if weak and _OF_IT.match(text, one.end):
            continue
        part = " ".join((placed["part"] or "").lower().split())
        part = "" if _WHOLE.match(text, one.end) else part
        rank = (weak, is_of_another(one.start), one.start < near, abs(one.start - near))
        found.append((rank, f"{part} {one.name}".strip()))
    return min(found)[1] if found else ""
