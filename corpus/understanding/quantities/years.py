"""When four bare digits are a year and no number of things."""

from __future__ import annotations

import re

from corpus.understanding.quantities.lemmas import is_plural
from corpus.understanding.quantities.spacing import words_after, words_before
from corpus.understanding.quantities.vocabulary import listed

_STRONG = frozenset(
    listed(
        "in since until till by during early late mid circa year spring summer autumn fall winter "
        "january february march april may june july august september october november december "
        "quarter half copyright © (c) born elected founded season"
    )
)
"""Words that a year follows and a number does not."""
_WEAK = frozenset(
    listed(
        "from of to through and between before after the a an this his her its their around about "
        "for on that until/ - – — or into"
    )
)
_COUNTING = frozenset(
    listed("than over nearly some least most exceeds exceeded exceeding almost fewer")
)
_PERSONS = frozenset(
    listed(
        "people troops men women soldiers fighters militants members civilians residents refugees "
        "employees workers students families homes houses houseboats prisoners protesters"
    )
)
# The comma first: it is looked for fast.
_STYLE = re.compile(r",(?<=[0-9],)(?<![0-9]{4},)[0-9]{3}(?![0-9])")


def writes_separators(text: str) -> bool:
    """Say whether the article separates thousands: then four bare digits are a year."""
    return _STYLE.search(text, 0, 400_000) is not None


def is_year(text: str, start: int, end: int, *, separators: bool) -> bool:
    """Say whether the four digits at `start:end` are a year.

    Years from 1900 to 2099 are believed unless a bound ("more than") or a counted noun says
    otherwise; years from 1000 need a preposition. `separators` is the answer of
    `writes_separators` for the text.
    """
    year = int(text[start:end])
    if not 1000 <= year <= 2199 or (
        text[end : end + 1] == "," and text[end + 1 : end + 4].isdigit()
    ):
        return False
    before = [word.strip("(“\"'‘,") for word in words_before(text, start, 2)]
    last = before[-1] if before else ""
    if last in _STRONG and year < 2100:
        return True
    following = words_after(text, end, 2)
    word = text[following[0].start : following[0].end] if following else ""
    noun = word.islower() and (is_plural(word) or word in _PERSONS)
    if not noun and len(following) > 1 and word.islower():
        second = text[following[1].start : following[1].end]
        noun = second in _PERSONS
    if year >= 2100:
        return last in _STRONG and not noun
    if last == "than" and len(before) == 2 and before[0] in ("later", "earlier"):
        return True
    if last in _COUNTING or (len(before) == 2 and before[0] in ("more", "less", "fewer")):
        return False
    if year < 1900:
        return last in _WEAK and not noun and not word and last not in ("to", "than", "about", "a")
    if not noun:
        return True
    if word in _PERSONS:
        return separators and last in ("the", "of", "from")
    return separators or last in _WEAK
