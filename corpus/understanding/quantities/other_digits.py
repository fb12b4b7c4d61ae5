"""Digits of other scripts, read as ours: ١٦٠٠, १६००, １６００.

Dates in them are left out: the year may be of another calendar. So are four digits alone that would
be a year of today in the calendar which is usual with them, that of Iran or of Thailand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from unicodedata import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.understanding.analysis import Quantity

_OTHER: Final = re.compile(r"[^\D0-9]")
_SIGNS: Final = {"\u066b": ".", "\u066c": ","}
"""The decimal point and the separator of thousands in Arabic."""
_READ: Final = re.compile(rf"[^\D0-9]|(?<=\d)[{''.join(_SIGNS)}](?=\d)")
_YEAR_ELSEWHERE: Final = re.compile(r"۱[۳۴][۰-۹]{2}|๒[๔๕][๐-๙]{2}")


def with_our_digits(text: str) -> str:
    """Give a text as long as this one, with the digits of other scripts as 0 to 9."""
    if text.isascii() or _OTHER.search(text) is None:
        return text
    return _READ.sub(lambda found: _SIGNS.get(found[0]) or str(decimal(found[0])), text)


def as_written(quantities: Iterable[Quantity], text: str) -> Iterator[Quantity]:
    """Give quantities as the text writes them, without what may be a date of another calendar."""
    for one in quantities:
        written = text[one.start : one.end]
        if not _OTHER.search(written):
            yield one
        elif not (one.kind == "date" or _YEAR_ELSEWHERE.fullmatch(written)):
            yield replace(one, text=written)
