"""Other languages kept from the rules for English, and what of these holds in any of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.span import Span
from corpus.understanding.analysis import Quantity

# Digits alone or in groups, a percentage, a sum with its sign, a date as ISO 8601 writes it, a time
# of the day. A dot or a comma in a number says another thing in other languages, a blank does not.
_NUMBER = r"(?:\d+|\d{1,3}(?:[ \u00a0\u2007\u2009\u202f'’٬]\d{3})+)(?:٫\d+)?"
_ANY = re.compile(
    rf"{_NUMBER}(?:\s?%)?|[$€£¥]\s?{_NUMBER}|[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?|[0-9]{{1,2}}:[0-9]{{2}}"
)


_LINE = re.compile(r"[^\n]+")


def without_passages(text: str, passages: Sequence[Span]) -> str:
    """Return a text of the same length and lines, with small letters in the place of passages.

    Blanks there would be one gap, that a rule might reach over, or take long to go through.
    """
    pieces, done = [], 0
    for passage in passages:
        pieces.append(text[done : passage.start])
        pieces.append(_LINE.sub(_filled, text[passage.start : passage.end]))
        done = passage.end
    return "".join((*pieces, text[done:])) if pieces else text


def _filled(line: re.Match[str]) -> str:
    size = line.end() - line.start()
    return ("x " * (size // 2 + 1))[:size]


def hold_in_any_language(
    quantities: Sequence[Quantity], text: str, foreign: Sequence[Span]
) -> tuple[Quantity, ...]:
    """Return the quantities without those that only English would read so in foreign passages.

    What stays there has neither a bound nor a noun: those are words.
    """
    if not foreign:
        return tuple(quantities)
    starts = [span.start for span in foreign]
    found = []
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        if at < 0 or not foreign[at].covers(quantity.start):
            found.append(quantity)
        elif _ANY.fullmatch(quantity.text) and _stands_alone(text, quantity):
            found.append(replace(quantity, bound=None, approximate=False, of=None))
    return tuple(found)


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """Say whether no separator joins the figure to more digits, as in `1.600` or `1 600`."""
    before, after = text[max(0, quantity.start - 2) : quantity.start], text[quantity.end :][:2]
    return not re.search(r"\d[.,’'\s]$", before) and not re.match(r"[.,’'\s]\d", after)
