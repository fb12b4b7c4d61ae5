"""The figures of a text, as far as its words tell: does one report state what another does not?

Told without an analysis, which takes far longer: numbers in digits and in words, without dates and
times written in digits, and without years. What is kept apart by it is only what is folded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATE_OR_TIME: Final = re.compile(
    r"\b(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?)\b"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "one" is a pronoun as often.
_NUMERALS: Final = word_set(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion
    """
)


def without_dates(text: str) -> str:
    """Return a text without dates and times in digits."""
    return _DATE_OR_TIME.sub(" ", text)


def figures_of(words: Sequence[str]) -> frozenset[str]:
    """Return the numbers among words in their normal form."""
    return frozenset(
        word
        for word in set(words)
        if (word[0].isdigit() and not _YEAR.fullmatch(word)) or word in _NUMERALS
    )
