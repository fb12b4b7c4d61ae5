"""The names of months, weekdays and seasons, and when a word is one of them."""

from __future__ import annotations

import re

from corpus.understanding.quantities.spacing import words_before
from corpus.understanding.quantities.vocabulary import listed

MONTHS = {
    name: number
    for number, name in enumerate(
        listed(
            "january february march april may june july august september october november december"
        ),
        start=1,
    )
}
MONTH_NUMBERS = {name[:3]: number for name, number in MONTHS.items()}
MONTH_WORDS = frozenset(MONTHS) | frozenset(MONTH_NUMBERS) | {"sept"}

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        listed("monday tuesday wednesday thursday friday saturday sunday")
    )
}
_WEEKDAY_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY_NUMBERS = {
    **WEEKDAYS,
    **{name + "s": number for name, number in WEEKDAYS.items()},
    **_WEEKDAY_SHORT,
}
WEEKDAY_WORDS = frozenset(WEEKDAY_NUMBERS)

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons with the number that EDTF gives them in the place of a month."""

_PREPOSITIONS = frozenset(
    listed(
        "in since of last next by until from early late mid this through to between and during "
        "for before after around about each every throughout till on past previous or following "
        "that was than mid- via with"
    )
)


_NAME_AFTER = re.compile(r"[-\s][A-Z][a-z]")


def is_month(text: str, start: int, end: int) -> bool:
    """Say whether the month word at `start:end` is a month by itself, without day or year.

    "May", "March" and abbreviations need a preposition before them: "May I", "the march" and
    "Theresa May" are no dates.
    """
    word = text[start:end]
    lower = word.lower()
    if lower in ("may", "march") or lower not in MONTHS or not word[0].isupper():
        if lower in ("may", "march", "august") and not word[0].isupper():
            return False
        if lower in MONTHS and lower not in ("may", "march"):
            return True
        if not word[0].isupper() or (word.isupper() and lower in ("may", "mar", "march", "dec")):
            return False
        if text[end : end + 1] != "." and _NAME_AFTER.match(text, end):
            return False  # "and Jan Vane", "Jan-Michael"
        before = words_before(text, start, 1)
        return bool(before) and before[0].lstrip('(“"') in _PREPOSITIONS
    return True


def is_weekday(text: str, start: int, end: int) -> bool:
    """Say whether the weekday word at `start:end` is one by itself ("Sun." is, "sun" is not)."""
    lower = text[start:end].lower()
    if lower in _WEEKDAY_SHORT:
        return text[start].isupper() and text[end : end + 1] == "." and lower not in ("sun", "sat")
    # "the Sunday Times" is a newspaper, "on Thursday Mr Vane" is a day.
    return not (
        text[start].isupper()
        and _NAME_AFTER.match(text, end)
        and words_before(text, start, 1) == ["the"]
    )


def is_season(text: str, start: int, end: int) -> bool:
    """Say whether the season word is a time of the year; "fall" and "spring" need a sign of it."""
    word = text[start:end]
    if word[0].isupper() and start and text[start - 1] not in "\n\t":
        before = words_before(text, start, 1)
        if before and before[0][-1] not in '.?!”"':
            return False  # "the Winter Olympics", "Arab Spring"
    if word.lower() in ("summer", "winter", "autumn"):
        return True
    before = words_before(text, start, 2)
    if not before:
        return False
    if before[-1] in ("last", "next", "this", "each", "every", "early", "late", "mid", "since"):
        return True
    preposition = before[0] if len(before) == 2 else ""
    return (before[-1] in ("in", "by", "until") and word.lower() == "spring") or (
        before[-1] in ("the", "that") and preposition in
        ("in", "since", "by", "until", "of", "during", "before", "after", "for", "through", "from")
    )  # fmt: skip
