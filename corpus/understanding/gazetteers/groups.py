"""Nationalities, peoples, religions and political groups: adjectives and nouns."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.names import given_names
from corpus.understanding.gazetteers.reading import read_lines

# Adjectives that are their own plural, or have none.
_NO_PLURAL = ("ese", "ish", "ch", "sh", "ss", "s", "ic", "men", "z")

_AMERICAN_PREFIXES = frozenset(("afro", "anglo", "euro", "franco", "indo", "sino"))


@cache
def _nationalities() -> frozenset[str]:
    lines = read_lines("demonyms.txt")
    return frozenset(fold(name) for line in lines for name in line.split("\t")[1].split("|"))


@cache
def groups() -> frozenset[str]:
    """Return the folded names of peoples and groups, singular and plural.

    A plural that is a given name ("Hans") is none, unless it is of a nationality ("Germans").
    """
    listed = {fold(name) for name in (*read_lines("groups.txt"), *read_lines("languages.txt"))}
    found = listed | _nationalities()
    plurals = {
        plural
        for name in found
        if not name.endswith(_NO_PLURAL)
        for plural in (name[:-1] + "ies" if name.endswith("ry") else name + "s",)
        if name in _nationalities() or plural not in given_names()
    }
    return frozenset(found | plurals)


def is_nationality(name: str) -> bool:
    """Say whether a folded name is the singular adjective or noun of a country's people."""
    return name in _nationalities()


def is_group(name: str) -> bool:
    """Say whether a folded name is a nationality, people, religion or political group."""
    if name.endswith(("-american", "-americans")):
        first = name.rpartition("-")[0]
        return first in groups() or first in _AMERICAN_PREFIXES  # "Cuban-Americans"
    return name in groups()
