"""Spellings made comparable: lower case, no accents, plain apostrophes, single spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that do not decompose into a base letter and marks, and the look-alikes of ' and -.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
    | dict.fromkeys("’‘ʻʼʿʾ`´", "'")
    | dict.fromkeys("‐‑", "-")
)
_SPACE = re.compile(r"\s+")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?")


def fold(name: str) -> str:
    """Return `name` in lower case without accents; its length may differ."""
    lowered = name.lower()
    if lowered.isascii():  # not remembered: looking it up would take longer
        return lowered.replace("`", "'")
    return _remembered(lowered)


def fold_once(name: str) -> str:
    """Return the same as `fold`, and do not remember it: for what comes once among very many."""
    lowered = name.lower()
    return lowered.replace("`", "'") if lowered.isascii() else _without_accents(lowered)


def _without_accents(lowered: str) -> str:
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_remembered = lru_cache(maxsize=4_096)(_without_accents)


@lru_cache(maxsize=16_384)
def phrase_key(name: str) -> str:
    """Return `name` folded, with single spaces and without the dots of its initials."""
    folded = fold(name)
    if folded.replace(" ", "").isalpha() and "  " not in folded:
        return folded.strip()
    words = _SPACE.sub(" ", folded).strip().split(" ")
    return " ".join(w.replace(".", "") if _INITIALS.fullmatch(w) else w for w in words)
