"""Small words inside a run: where "of" and "and" hold one name together and where they part two."""

from __future__ import annotations

from corpus.understanding.entities.heads import FIRM_HEADS
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.lexicon.organisations import (
    FIELDS_OF_WORK,
    ORG_HEADS,
    WEAK_ORG_HEADS,
)
from corpus.understanding.entities.lexicon.places import PLACE_HEADS
from corpus.understanding.entities.lexicon.small_words import NAME_PARTICLES
from corpus.understanding.entities.words import Word


def parting(words: list[Word], known: Knowledge) -> int | None:
    """Return where a run falls into two at a small word, or None where it is one name."""
    for i, word in enumerate(words):
        if not word.small or i == 0 or i == len(words) - 1:
            continue
        small = word.text
        left, right = words[:i], words[i + 1 :]
        if small == "the":
            continue
        if small == "&":
            continue
        if small == "'s":
            # The Dockers' Union; but the party's Central Committee is another's.
            first_small = next((j for j, w in enumerate(right) if w.small), len(right))
            owned = right[first_small - 1].key in ORG_HEADS
            if owned and known.listed(left[-1:]) is None:
                continue
            return i
        if small == "and":
            if _one_organisation(left, right, known):
                continue
            return i
        if small in ("of", "for", "on", "in"):
            before = words[i - 1]
            if small == "in":
                return i
            if before.key in ORG_HEADS and not (
                small != "of" and before.key in WEAK_ORG_HEADS - {"center", "centre"}
            ):
                continue
            if small == "of" and before.key in PLACE_HEADS:
                continue
            if (
                small == "of"
                and all(w.key in known.ranks for w in (before, right[-1]))
                and not known.listed_prefix(right)
                and known.person_score(right) <= 0
            ):
                continue
            if (
                small in ("for", "of")
                and any(
                    w.key in FIRM_HEADS or w.key in ("center", "centre", "office") for w in left
                )
                and all(w.small or w.key in known.ranks for w in words[i - 1 : i])
            ):
                continue
            return i
        # A particle of a personal name.
        if small.split()[0] in NAME_PARTICLES:
            continue
        return i
    return None


def _one_organisation(left: list[Word], right: list[Word], known: Knowledge) -> bool:
    """Say whether "left and right" is one organisation: Department of Health and Human Services."""
    before, after = left[-1], right[0]
    if (
        after.small
        or before.acronym
        or after.acronym
        or known.listed(left)
        or known.listed(right[:1])
    ):
        return False
    if before.key not in known.ranks or before.key in FIRM_HEADS or before.initial:
        return False
    headed = any(w.key in FIRM_HEADS or w.key in ("office", "center", "centre") for w in left)
    if headed and any(w.small for w in left):
        # The Ministry of Health and ...: the rest must not be an organisation of its own.
        own = right[-1].key in FIRM_HEADS - FIELDS_OF_WORK
        return after.key in known.ranks and not own
    first_small = next((i for i, w in enumerate(right) if w.small), len(right))
    ends = right[first_small - 1].key in ORG_HEADS
    return after.key in known.ranks and ends and not headed
