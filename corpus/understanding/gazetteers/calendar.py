"""Months and days of the week in the languages of the world, in lower case without a dot."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.reading import read_lines


@cache
def months() -> dict[str, int]:
    """Return the names of months and their usual abbreviations with their numbers, from 1."""
    pairs = (line.split("\t") for line in read_lines("months.txt"))
    return {name: int(number) for name, number in pairs}


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the days of the week and their usual abbreviations."""
    return frozenset(read_lines("weekdays.txt"))
