"""Dates in other languages than English, by the names of months that CLDR has, to ISO 8601."""

from __future__ import annotations

import re
from unicodedata import normalize

from corpus.understanding.line_kinds.dates import iso_day

_WORD = r"[^\W\d_][^\s\d.,;:()]*"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 5. März 2019, 1er mars 2019, 5 de marzo de 2019, 5 марта 2019 г.
        (
            rf"{_DAY}(?:\.|er|ère|º|ª|°)?\s*(?:d[eio]\s+|d['’])?(?P<month>{_WORD})\.?,?\s+"
            rf"(?:d[eo]l?\s+)?{_YEAR}(?:\s?-?{_WORD}\.?)?"
        ),
        # 2019. március 5., 2019 m. kovo 5 d.
        rf"{_YEAR}\.?\s+(?:m\.\s+)?(?P<month>{_WORD})\.?\s+{_DAY}(?:\.|\s+d\.)?",
        # 2019年3月5日, 2019년 3월 5일
        rf"{_YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]",
    )
)
# Before the date: a day of the week, a short word ("le", "den", "am"), or both.
_BEFORE = re.compile(rf"(?P<word>{_WORD})\.?,?\s+(?=\d|{_WORD}\s+\d)")
_SHORT = 3
# Behind it: a day of the week, a time of day with a word or two around it ("um 14:05 Uhr").
_AFTER = re.compile(
    rf"(?:\s*[(（]?{_WORD}[)）]?)?"
    rf"(?:\s*[,|–—-]?\s*(?:{_WORD}\s+){{0,2}}\d{{1,2}}\s?[:.hH]\s?\d\d(?::\d\d)?(?:\s*{_WORD})?)?\.?"
)


def parse_foreign_date(words: str) -> str | None:
    """Return the ISO 8601 date that `words`, as a whole, state; None where they state none.

    The month is a word of any language that has one name for it alone. A day of the week and a
    short word may stand before it, a time of day behind it.
    """
    from corpus.understanding.gazetteers.calendar import months, weekdays

    words = normalize("NFC", words)
    start = 0
    while before := _BEFORE.match(words, start):
        word = before["word"]
        if len(word) > _SHORT and word.casefold() not in weekdays():
            break
        start = before.end()
    for form in _FORMS:
        found = form.match(words, start)
        if found is None or _AFTER.fullmatch(words, found.end()) is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else None
        if month is None:
            month = months().get(parts["month"].casefold())
        day = iso_day(int(parts["year"]), month, int(parts["day"])) if month else None
        if day is not None:
            return day
    return None
