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


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """Return `name` in lower case without accents; its length may differ."""
    return fold_once(name)


def fold_once(name: str) -> str:
    """Return the same as `fold`, and do not remember it: for what comes once among very many."""
    lowered = name.lower()
    if lowered.isascii():
        return lowered.replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=16_384)
def phrase_key(name: str) -> str:
    """Return `name` folded, with single spaces and without the dots of its initials."""
    folded = fold(name)
    if folded.replace(" ", "").isalpha() and "  " not in folded:
        return folded.strip()
    words = _SPACE.sub(" ", folded).strip().split(" ")
    return " ".join(w.replace(".", "") if _INITIALS.fullmatch(w) else w for w in words)
