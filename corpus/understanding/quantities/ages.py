"""Ages: "29 years old", "43-year-old", "aged 12", and ", 65," after a name."""

from __future__ import annotations

import re

from corpus.understanding.quantities.spacing import GAP

_OLD = re.compile(
    rf"(?:{GAP}|-)?(?:(?P<unit>year|month|week|day)s?(?:{GAP}|-)?(?:old|of{GAP}age)s?\b"
    r"|(?P<short>y/?o)\b)",
    re.IGNORECASE,
)
_AGED = re.compile(rf"(?<![A-Za-z])(?P<word>aged?|ages){GAP}(?:of{GAP})?$", re.IGNORECASE)
_AGED_ENDS = ("age", "aged", "ages", "of")
_AFTER_NAME = re.compile(r"(?:[A-Z][\w’'.-]*|[a-z]+er|[a-z]+an)[^\S\n]?[”\"]?,[^\S\n]{1,2}$")
_AFTER_NAME_HARD = re.compile(r"(?:[A-Z][\w’'.-]*[a-z.]),\n[^\S\n]{0,12}$")
# "Ilse, one of those saved" tells no age, nor does a day: "Darvo, 5. ožujka".
_CLOSES = re.compile(r"(?:,|\.(?!\s+[^\W\d_A-Z])|;|\)|\s_|\s[–—-]|,?\sand\b|,?\sof\b|’s)")
_ONE_OF = re.compile(r"[a-z]+\sof\b", re.IGNORECASE)
_DECADE_OF_LIFE = re.compile(
    rf"(?:his|her|their|my|our|your|in){GAP}(?:(?:early|mid|late)(?:{GAP}|-))?$", re.IGNORECASE
)
OLDEST = 122
"""The greatest age that is believed of a person."""

_MONTH_BEFORE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,", re.IGNORECASE
)


def read_age_after(text: str, end: int) -> tuple[int, str] | None:
    """Read "years old", "-year-old", "years of age" at `end`: (where it ends, unit)."""
    old = _OLD.match(text, end)
    if old is None:
        return None
    return old.end(), (old["unit"] or "year").lower()


def read_aged_before(text: str, start: int) -> int | None:
    """Return where "aged" or "age" before the figure at `start` begins, or None."""
    if not text[max(0, start - 10) : start].rstrip().lower().endswith(_AGED_ENDS):
        return None
    aged = _AGED.search(text, max(0, start - 10), start)
    return aged.start() if aged else None


def is_age_in_apposition(text: str, start: int, end: int, value: int) -> bool:
    """Say whether the figure at `start:end` is an age set off by commas after a name."""
    if not 1 <= value <= OLDEST or not _CLOSES.match(text, end) or _ONE_OF.match(text, start):
        return False
    window = max(0, start - 30)
    before = _AFTER_NAME.search(text, window, start) or _AFTER_NAME_HARD.search(text, window, start)
    return before is not None and not _MONTH_BEFORE.match(before.group())


def is_decade_of_life(text: str, start: int) -> bool:
    """Say whether "50s" at `start` is an age: "in his early 50s"."""
    before = _DECADE_OF_LIFE.search(text, max(0, start - 20), start)
    return before is not None and not before.group().lower().startswith("in")
