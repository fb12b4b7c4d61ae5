"""Two names that the article itself says are one: "X, also known as Y", "X (XYZ)", "X, aka Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from corpus.understanding.entities.lexicon.places import ADMINISTRATIVE_HEADS
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.words import Word
from corpus.understanding.gazetteers.organisations import acronym_organisations

_KNOWN_AS = regex.compile(
    r"['’]?s?\)?\s*[,(]?\s*(?:who\s+is\s+|which\s+is\s+|is\s+|are\s+)?"
    r"(?:(?:also|better|then|now|formerly|previously|once|commonly|otherwise|sometimes|more\s+commonly)\s+"
    r"(?:known|called|referred\s+to)(?:\s+(?:as|by))?|a\.?k\.?a\.?|alias)\s*:?\s*(?:the\s+)?[\"“'‘]?",
    regex.IGNORECASE,
)
_KNOWN = re.compile(r"known|called|referred|a\.?k\.?a|alias", re.IGNORECASE)
"""A word that `_KNOWN_AS` cannot do without: most gaps have none."""
_LONGEST_GAP = 60  # code points
_OR = regex.compile(r"[)\"”’]*,?[\"”’]?\s+or\s+(?:the\s+)?[\"“]?")
_AFTER_OR = frozenset((",", ".", ";", ")", '"', "”"))
_LETTERS = regex.compile(r"[^\p{L}]+")


def defined_aliases(pieces: Sequence[Piece], text: str) -> list[tuple[int, int]]:
    """Return pairs of indices into `pieces` (in order of the text) that the text defines as one."""
    pairs = []
    for i in range(len(pieces) - 1):
        left, right = pieces[i], pieces[i + 1]
        if right.start - left.end > _LONGEST_GAP:
            continue
        gap = text[left.end : right.start]
        if (
            (_KNOWN.search(gap) and _KNOWN_AS.fullmatch(gap))
            or ("(" in gap and _in_parentheses(gap, text, right) and _is_definition(left, right))
            or (
                "or" in gap
                and text[right.end : right.end + 1] in _AFTER_OR
                and _OR.fullmatch(gap)
                and abbreviates(right, left)
            )
        ):
            pairs.append((i, i + 1))
    return pairs


def _in_parentheses(gap: str, text: str, right: Piece) -> bool:
    """Say whether `right` alone fills parentheses directly after what stands before."""
    opened = gap.strip("\"”' \u00a0")
    return opened == "(" and text[right.end : right.end + 2].lstrip("\"”'")[:1] in (")", ",", ";")


def _is_definition(left: Piece, right: Piece) -> bool:
    """Say whether one of the two is an acronym of the other, or both name an organisation."""
    if abbreviates(right, left) or abbreviates(left, right):
        return True
    org = _likely_org(left) and _likely_org(right)
    news = right.key.upper() in acronym_organisations()
    return org and not news and len(left.words) == len(right.words) == 1 and left.words[0].acronym


def _likely_org(piece: Piece) -> bool:
    best = max(piece.scores, key=lambda t: piece.scores[t], default=None)
    return best == "ORG" or best is None


def abbreviates(short: Piece, full: Piece) -> bool:
    """Say whether `short` is an acronym of `full`: NRA of Northern Relief Authority."""
    if len(short.words) != 1 or not short.words[0].acronym or len(full.words) < 2:
        return False
    letters = _LETTERS.sub("", short.words[0].text).upper()
    if len(letters) < 2:
        return False
    initials = "".join(w.text[0].upper() for w in full.words if not w.small)
    every = "".join(w.text[0].upper() for w in full.words)
    if letters in (initials, every) or letters.rstrip("S") == initials:
        return True
    if "-" in short.words[0].text and full.words[-1].key in ADMINISTRATIVE_HEADS:
        # The branch of a province is short without its kind: NF-O of Northern Front-Osten Province.
        return letters[0] == initials[0] and _in_order(letters, full.words[:-1])
    # Letters from inside words, as long as each word's first letter that is used comes in order.
    return letters[0] == initials[0] and _in_order(letters, full.words) and len(letters) >= 3


def _in_order(letters: str, words: Sequence[Word]) -> bool:
    """Say whether the letters run through the words, leaving out none of three letters and more."""
    at = 0
    for word in words:
        plain = _LETTERS.sub("", word.text).upper()
        used = 0
        for c in plain:
            if at < len(letters) and c == letters[at]:
                at += 1
                used += 1
        if used == 0 and not word.small:
            return False
    return at == len(letters)
