"""Years in words: "nineteen eighty-six", "two thousand and fifteen"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.number_words import UNITS, read_number_words
from corpus.understanding.quantities.spacing import GAP

_CENTURY = re.compile(
    rf"(?:,?{GAP})?(?P<century>sixteen|seventeen|eighteen|nineteen|twenty)(?:{GAP}|-)(?=[a-z])",
    re.IGNORECASE,
)
_THOUSAND = re.compile(rf"(?:,?{GAP})?(?=two{GAP}thousand\b)", re.IGNORECASE)


def read_worded_year(text: str, offset: int) -> tuple[int, int] | None:
    """Read the year in words at `offset`, after a gap if there is one: (end, year).

    It is up to the caller to know that a year may stand there.
    """
    if century := _CENTURY.match(text, offset):
        rest = read_number_words(text, century.end())
        hundreds = (
            20 if century["century"].lower() == "twenty" else UNITS[century["century"].lower()]
        )
        if rest is None or not isinstance(rest.value, int) or not 10 <= rest.value <= 99:
            return None
        return rest.end, 100 * hundreds + rest.value
    if thousand := _THOUSAND.match(text, offset):
        year = read_number_words(text, thousand.end())
        if year is not None and isinstance(year.value, int) and 2000 <= year.value <= 2099:
            return year.end, year.value
    return None
