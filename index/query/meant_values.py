"""What a value that a field cannot have was most likely meant as: repairs, ready to be written."""

from __future__ import annotations

import re
from typing import Final

from corpus.tokens import words
from index.query.numerals import read_number
from index.query.said_figures import said_figures

_MEANT: Final = {
    "has:note": "write has:annotation, or note: and a word of it",
    "has:comment": "write has:annotation, or note: and a word of it",
    "has:highlight": "write has:annotation",
    "has:tag": "write tag: and a tag",
    "has:figure": "write has:number",
    "has:quotation": "write has:quote",
    "has:star": "write is:starred",
    "is:read": "write -is:unread",
    "is:new": "write is:unread",
    "is:unseen": "write is:unread",
    "is:seen": "write -is:unread",
    "is:annotated": "write has:annotation",
    "is:flagged": "write is:starred",
    "is:unstarred": "write -is:starred",
}
"""What other tools, and people, say for what `has:` and `is:` can have."""

_NUMBER_RANGE: Final = re.compile(r"([0-9][0-9.,]*)\s*-\s*([0-9][0-9.,]*)")
_TWO_WAYS: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_SHARE: Final = re.compile(r"(.*[0-9])\s*(?:%|‰|per ?cent|pct\.?)", re.IGNORECASE)


def meant_word(name: str, text: str) -> str | None:
    """Return what to write instead of a word that `has:` or `is:` does not know."""
    plain = text.lower()
    return _MEANT.get(f"{name}:{plain}") or _MEANT.get(f"{name}:{plain.removesuffix('s')}")


def meant_date(text: str) -> str | None:
    """Return a day or a month that is written in another way than ours, as `2019-11-10`.

    None where it is no date, or may be two: 5/3/2019.
    """
    from corpus.understanding.line_kinds.dates import parse_date

    return parse_date(text, partial=True)


def two_dates(text: str) -> tuple[str, str] | None:
    """Return the two days that digits may be, as 5/3/2019 is 3 May or 5 March."""
    found = _TWO_WAYS.fullmatch(text.strip())
    if found is None:
        return None
    one, other, year = map(int, found.groups())
    if not (1 <= one <= 12 and 1 <= other <= 12 and one != other):
        return None
    return f"{year}-{one:02}-{other:02}", f"{year}-{other:02}-{one:02}"


def meant_numbers(text: str) -> str | None:
    """Return a range of numbers that is written with a hyphen, as `2500..4000`."""
    found = _NUMBER_RANGE.fullmatch(text.strip())
    return f"{found[1]}..{found[2]}" if found else None


def without_unit(text: str) -> str | None:
    """Return the number that is written with a unit, `1.5 billion` of `1.5 billion dollars`."""
    plain = text.strip()
    pieces = plain.split()
    for count in range(len(pieces), 0, -1):
        number = " ".join(pieces[:count])
        if number != plain and _is_number(number):
            return number
    return None


def _is_number(text: str) -> bool:
    return read_number(words(text)) is not None or said_figures(text) is not None


def share_of(text: str) -> str | None:
    """Return the number of a share, such as 40 %; None where it is none."""
    found = _SHARE.fullmatch(text.strip())
    return found[1].strip() if found else None
