"""Names of persons, folded: given names of many countries, and family names."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.reading import read_lines


@cache
def given_names() -> frozenset[str]:
    """Return the given names, folded."""
    return frozenset(read_lines("given_names.txt"))


@cache
def other_names() -> frozenset[str]:
    """Return names that are family names, or given names not known as such, folded."""
    return frozenset(read_lines("other_names.txt"))


@cache
def female_names() -> frozenset[str]:
    """Return the given names that are women's alone, folded."""
    return frozenset(read_lines("female_names.txt"))


@cache
def male_names() -> frozenset[str]:
    """Return the given names that are men's alone, folded."""
    return frozenset(read_lines("male_names.txt"))
