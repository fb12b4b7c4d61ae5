"""Nationalities, peoples, religions and political groups: adjectives and nouns."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.reading import read_lines

# Adjectives that are their own plural, or have none.
_NO_PLURAL = ("ese", "ish", "ch", "sh", "ss", "s", "ic", "men", "z")

_AMERICAN_PREFIXES = frozenset(("afro", "anglo", "euro", "franco", "indo", "sino"))


@cache
def groups() -> frozenset[str]:
    """Return the folded names of peoples and groups, singular and plural."""
    names = [*read_lines("groups.txt"), *read_lines("languages.txt")]
    for line in read_lines("demonyms.txt"):
        names.extend(line.split("\t")[1].split("|"))
    found = set()
    for name in map(fold, names):
        found.add(name)
        if not name.endswith(_NO_PLURAL):
            found.add(name[:-1] + "ies" if name.endswith("ry") else name + "s")
        elif name.endswith(("ish", "ch")):
            continue
    return frozenset(found)


def is_group(name: str) -> bool:
    """Say whether a folded name is a nationality, people, religion or political group."""
    first, hyphen, last = name.rpartition("-")
    if hyphen and last in ("american", "americans"):
        return first in groups() or first in _AMERICAN_PREFIXES  # "Cuban-Americans"
    return name in groups()
