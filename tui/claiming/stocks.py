"""How many there are, where nothing was done: a figure of all that somebody has or a place holds.

"The number of fighters exceeds 1,500", "they have around 1,100", "4,000 are still in the north".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.understanding.word_set import word_set
from tui.claiming.dates import is_compared
from tui.claiming.deeds import BOUND

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity

NUMBER = "number"
# How readers call it.
_NAMES = word_set("number numbers strength headcount count size total membership population")

_BEFORE = re.compile(
    rf"\b(?:have|has|had|possess(?:es|ed)?|command(?:s|ed)?|number(?:s|ed)|total(?:s|led|ed)?|"
    rf"there\s+(?:is|are|was|were|may\s+be|might\s+be|could\s+be)(?:\s+(?:still|now|currently))?)"
    rf"\s+{BOUND}$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|size|strength|ranks)\s+of\s+(?!times\b|days\b|years\b)[^.;]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:(?:who|that|which)\s+)?(?:"
    r"(?:(?:are|is|were|was)\s+)?(?:still|now|currently)\s+"
    r"(?:in|at|inside|active|present|there|operating|fighting|living)|"
    r"(?:remain|remains|remained|remaining)\s+(?:in|at|inside|active|there)|"
    r"(?:are|is|were|was)\s+(?:active|present|based))\b",
    re.IGNORECASE,
)
_FAR = 160  # code points before a figure, which a clause fits into


def is_stock(text: str, within: Span, figure: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure says how many there are; `others` are the other figures, in their order."""
    if figure.kind != "count":
        return False
    earlier = [one for one in others if one.end <= figure.start]
    if earlier and is_compared(text, figure):
        *rest, last = earlier
        return is_stock(text, within, last, rest)
    end = max(figure.end, figure.of.end) if figure.of is not None else figure.end
    if _AFTER.match(text, end, within.end):
        return True
    begins = earlier[-1].end if earlier else within.start
    start = max(within.start, begins, figure.start - _FAR)
    before = text[start : figure.start]
    return bool(_BEFORE.search(before) or _NUMBER_OF.search(before))


def stock_measure(measures: Sequence[str], *, bound: bool) -> str:
    """Return the measure of a stock that is known; "number" where the measures are not `bound`."""
    known = (measure for measure in measures if measure.casefold() in _NAMES)
    return next(known, "" if bound else NUMBER)
