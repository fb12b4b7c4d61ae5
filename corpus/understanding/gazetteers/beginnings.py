"""How the names of several words begin: a cheap test before a whole name is looked up."""

from __future__ import annotations

from functools import cache
from itertools import chain

from corpus.understanding.gazetteers.groups import groups
from corpus.understanding.gazetteers.organisations import organisations
from corpus.understanding.gazetteers.places import places

LONGEST_NAME = 16
"""Words of the longest name in a list, and some more; what is longer need not be looked up."""


@cache
def beginnings() -> frozenset[str]:
    """Return the first two words of each place, organisation and group of two words and more."""
    names = chain(places(), organisations(), groups())
    return frozenset(" ".join(name.split(" ", 2)[:2]) for name in names if " " in name)
