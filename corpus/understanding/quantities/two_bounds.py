"""Two bounds of one figure: "more than 100 and less than 300" is a range."""

from __future__ import annotations

from dataclasses import replace

from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.bounds import is_between_bounds

_LOWER = ("over", "at-least")
_UPPER = ("under", "at-most")
_LONGEST = 40  # code points between the two figures


def join_bounds(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Return the range that two quantities with a bound each make together, or None.

    One must be bounded from below and the other from above, in any order, with nothing but
    "and" and the words of the bound between them.
    """
    if first.kind not in (second.kind, "count") or first.unit not in (second.unit, None):
        return None
    if not 0 <= second.start - first.end <= _LONGEST or first.value is None or second.value is None:
        return None
    ends = (first, second) if first.bound in _LOWER else (second, first)
    if ends[0].bound not in _LOWER or ends[1].bound not in _UPPER:
        return None
    low, high = ends[0].value, ends[1].value
    if low is None or high is None or low >= high:
        return None
    if not is_between_bounds(text[first.end : second.start]):
        return None
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        value=None,
        min=low,
        max=high,
        bound=None,
        approximate=first.approximate or second.approximate,
        of=second.of or first.of,
    )
