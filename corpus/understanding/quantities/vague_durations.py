"""Durations without a figure: "several years", "a decade ago", "over a week"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.dating import is_future
from corpus.understanding.quantities.durations import PERIODS, iso_duration
from corpus.understanding.quantities.edtf import PartialDate
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.relative_dates import read_ago, read_hence
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.vocabulary import listed

_VAGUE = re.compile(
    rf"(?:few|several|many|couple{GAP}of|couple)(?:{GAP}(?:more|short|long|full|tense|last|past))?"
    rf"{GAP}(?P<unit>seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"(?<![A-Za-z])an?{GAP}$", re.IGNORECASE)
_LEADING = frozenset(
    listed(
        "for over than about nearly almost within in lasted lasting after least around roughly "
        "only just some once take takes took approximately under over- every half of"
    )
)
"""Words after which "a week" is a length of time; elsewhere it is a rate ("$5 a week")."""
_LONG = frozenset(("decade", "century", "fortnight", "millennium"))


def read_vague_duration(
    text: str, start: int, end: int, word: str, published: PartialDate | None
) -> Reading | None:
    """Read "several years" at `several`, and "a year", "a year ago" at `year`.

    "Several" and "a few" mean two at least.
    """
    if word in PERIODS:
        return _one(text, start, end, word, published)
    vague = _VAGUE.match(text, start)
    if vague is None:
        return None
    article = _ARTICLE.search(text, max(0, start - 16), start)
    unit = PERIODS[vague["unit"].lower()]
    first = article.start() if article else start
    ago = read_ago(text, first, vague.end(), None, unit, published, approximate=True)
    if ago is not None:
        return ago
    return Reading(first, vague.end(), "duration", min=2, approximate=True, unit=unit)


def _one(
    text: str, start: int, end: int, word: str, published: PartialDate | None
) -> Reading | None:
    if word.endswith("s"):
        return None
    article = _ARTICLE.search(text, max(0, start - 16), start)
    unit = PERIODS[word]
    if article is None:
        return None
    before = words_before(text, article.start(), 1)
    leading = before[0].lstrip('(“"') if before else ""
    roughly = leading in ("about", "around", "almost", "nearly", "roughly", "over", "than")
    if ago := read_ago(text, article.start(), end, 1, unit, published, approximate=roughly):
        return ago
    if leading == "in" and is_future(text, article.start()) and (
        hence := read_hence(article.start(), end, 1, unit, published)
    ):  # fmt: skip
        return hence
    if unit not in _LONG and leading not in _LEADING:
        return None
    if text[end : end + 1] == "-" or (
        word in ("second", "minute") and leading not in ("for", "than")
    ):
        return None
    return Reading(article.start(), end, "duration", 1, unit=unit, iso=iso_duration(1, unit))
