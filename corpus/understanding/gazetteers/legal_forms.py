"""Legal forms of organisations: Inc., Ltd, GmbH, and what they are written out as."""

from __future__ import annotations

import re
from functools import cache

from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.reading import read_lines

# Forms of companies in English that the list, which holds forms of law alone, leaves out.
_COMPANIES = {"co": "co", "company": "co", "cos": "co", "corp": "corp", "corporation": "corp"}
_MARKS = re.compile(r"[.,]")
_GAPS = re.compile(r"[\s/-]+")


def legal_form_key(words: str) -> str:
    """Return words as legal forms are looked up: folded, without dots and commas."""
    return _GAPS.sub(" ", _MARKS.sub("", fold(words))).strip()


@cache
def legal_forms() -> dict[str, str]:
    """Return the form that each name of a legal form is compared as, by its key."""
    found: dict[str, str] = {}
    for line in read_lines("legal_forms.txt"):
        names = [legal_form_key(name) for name in line.split("|")]
        for name in filter(None, names):
            found.setdefault(name, names[0])
    return found | _COMPANIES


@cache
def longest_legal_form() -> int:
    """Return how many words the longest legal form has."""
    return max(key.count(" ") + 1 for key in legal_forms())
