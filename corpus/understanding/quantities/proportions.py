"""Proportions: "one in three", "two out of five", "one over twenty"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.understanding.quantities.measured import read_measured
from corpus.understanding.quantities.reading import Reading, whole
from corpus.understanding.quantities.spacing import GAP

_JOINS = re.compile(
    rf"{GAP}(?P<join>out{GAP}of|in|over)(?:{GAP}every)?{GAP}(?=[0-9a-z])", re.IGNORECASE
)
_ENDS = re.compile(r"[^\S\n]*(?:[.,;:!?)]|\n|$)")
_BARE_YEAR = re.compile(r"[12][0-9]{3}")
_ROUND = frozenset((10, 100, 1_000, 10_000, 100_000, 1_000_000))


def read_proportion(text: str, first: Reading) -> Reading | None:
    """Read what makes `first` the part of a proportion, or return None.

    "In" joins one only to a whole ("one in three") or any to a round one ("seven in ten"); "two in
    three villages" may count two of something else. "Over" must end its phrase.
    """
    part = first.value
    if first.kind != "count" or not isinstance(part, int) or part < 1 or first.figure is None:
        return None
    joined = _JOINS.match(text, first.end)
    if joined is None:
        return None
    second = read_measured(text, joined.end())
    if second is None or second.kind != "count" or not isinstance(second.value, int):
        return None
    join = joined["join"].lower()
    if join == "in" and _BARE_YEAR.fullmatch(text, joined.end(), second.end):
        return None
    if second.value <= 1 or (join != "over" and second.value <= part):
        return None
    if join == "in" and part != 1 and second.value not in _ROUND:
        return None
    if join == "over" and _ENDS.match(text, second.end) is None:
        return None
    return replace(
        first, end=second.end, kind="fraction", value=whole(part / second.value), figure=None
    )
