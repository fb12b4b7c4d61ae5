"""The head of a name: the word that says what it names ("Council", "River")."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.understanding.entities.lexicon.organisations import (
    NEVER_BEFORE_OF,
    ORG_HEADS,
    WEAK_ORG_HEADS,
)
from corpus.understanding.entities.lexicon.places import PLACE_HEADS, WEAK_PLACE_HEADS
from corpus.understanding.entities.words import Word

FIRM_HEADS = ORG_HEADS - WEAK_ORG_HEADS
FIRM_PLACE_HEADS = PLACE_HEADS - WEAK_PLACE_HEADS


def headed(words: Sequence[Word]) -> str | None:
    """Return ORG or PLACE where the head of the words says so."""
    bare = [w for w in words if not w.small]
    if len(bare) < 2:
        return None
    end = next((i for i, w in enumerate(words) if w.small and w.text in ("of", "for", "on")), None)
    first_part = words if end is None else words[:end]
    head = first_part[-1].bare if first_part else ""
    if head in ORG_HEADS and (head not in NEVER_BEFORE_OF or end is None):
        return "ORG"
    if head == "district" and any(w.key in ("school", "court", "college") for w in first_part):
        return "ORG"
    if head in PLACE_HEADS:
        if head in WEAK_PLACE_HEADS and end is not None:
            return None
        return "PLACE"
    if any(w.bare in FIRM_HEADS for w in words[1:]):
        return "ORG"
    if words[0].key in FIRM_HEADS and any(w.small for w in words):
        return "ORG"
    return None
