"""Bounds and approximation: the words around a figure that say how exact it is."""

from __future__ import annotations

import re

from corpus.understanding.analysis import Bound
from corpus.understanding.quantities.spacing import GAP, words_before

_BEFORE: dict[str, tuple[Bound | None, bool]] = {}


def _add(bound: Bound | None, approximate: bool, phrases: str) -> None:
    for phrase in phrases.split("|"):
        _BEFORE[phrase] = (bound, approximate)


_add(
    "over",
    False,
    "over|more than|greater than|higher than|bigger than|larger than|above|in excess of|upwards of"
    "|upward of|exceed|exceeds|exceeded|exceeding|topped|tops|topping|surpassed|surpasses"
    "|surpassing|beyond|north of|longer than|older than|taller than|well over|well above"
    "|much more than|far more than|just over|a little over|slightly over|slightly more than"
    "|a little more than|>",
)
_add(
    "at-least",
    False,
    "at least|no fewer than|no less than|not less than|not fewer than|as many as at least"
    "|a minimum of|minimum|minimum of|at the very least|greater or equal to"
    "|greater than or equal to|more than or equal to|bigger or equal than|at least or equal to"
    "|>=|≥",
)
_add(
    "under",
    False,
    "under|less than|fewer than|below|lower than|smaller than|short of|just under|well under"
    "|well below|slightly less than|slightly under|a little under|a little less than|younger than"
    "|shorter than|cheaper than|<",
)
_add(
    "at-most",
    False,
    "up to|at most|at the most|no more than|not more than|as many as|as much as|a maximum of"
    "|maximum|maximum of|not exceeding|less than or equal to|smaller or equal than|no greater than"
    "|fewer than or equal to|no higher than|<=|≤",
)
_add(
    None,
    True,
    "about|around|approximately|aproximately|roughly|some|an estimated|estimated|estimated at"
    "|nearly|almost|close to|circa|ca.|c.|approx.|approx|more or less|an average of"
    "|in the region of|on the order of|in the order of|something like|~|≈|perhaps|maybe"
    "|near|virtually|practically|anywhere",
)
_BEFORE["almost at least"] = ("at-least", True)
_LONGEST = 6
_SKIPPED = frozenset(("only", "just", "still", "now"))
_SIGNS = "<>=≤≥~≈"
_OPENING = "(“\"'‘[—–-"
_LAST_WORDS = _SKIPPED | {phrase.split()[-1] for phrase in _BEFORE}
_LONGEST_WORD = 24  # code points; longer than every word of a bound with what may stand before it

_AFTER = re.compile(
    rf"(?P<plus>\+(?![\w+])|-plus\b)"
    rf"|{GAP}or{GAP}(?:(?P<more>more|greater|above|higher|over|older|longer)"
    rf"|(?P<less>less|fewer|below|lower|under|younger)|(?P<so>so|thereabouts))\b(?!{GAP}than)"
    rf"|{GAP}(?:and|&){GAP}(?:(?P<above>above|over|up|older|counting)|(?P<below>below|under))\b"
    rf"(?!{GAP}[0-9])"
    rf"|(?:{GAP}|-)(?P<odd>odd|ish)\b"
    rf"|{GAP}at{GAP}(?P<least>least)\b|{GAP}at{GAP}(?:the{GAP})?(?P<most>most)\b",
    re.IGNORECASE,
)
_AFTER_FIRST = frozenset("+- \t\n\u00a0\u2009\u202f")


_BOTH = frozenset(("and", "but", "yet"))


def is_between_bounds(words: str) -> bool:
    """Say whether `words` join two bounds of one figure: "and less than", "but below"."""
    first, *rest = words.lower().split() or [""]
    return first in _BOTH and _BEFORE.get(" ".join(rest), (None, False))[0] is not None


def bound_before(text: str, start: int) -> tuple[Bound | None, bool]:
    """Return the bound that the words before `start` set, and whether they make it approximate."""
    nearest = text[max(0, start - _LONGEST_WORD) : start].rsplit(None, 1)[-1:]
    signed = bool(nearest) and text[start - 1] in _SIGNS
    if not signed and (not nearest or nearest[0].lower().lstrip(_OPENING) not in _LAST_WORDS):
        return None, False
    words = words_before(text, start, _LONGEST)
    if signed and words:
        words[-1] = words[-1][-2:] if words[-1][-2:] in (">=", "<=") else words[-1][-1]
    bound: Bound | None = None
    approximate = False
    for _ in range(2):  # "at least some 50", "an estimated more than 50"
        while words and words[-1] in _SKIPPED:
            words.pop()
        for length in range(min(_LONGEST, len(words)), 0, -1):
            found = _BEFORE.get(" ".join(words[-length:]).lstrip(_OPENING))
            if found:
                bound = bound or found[0]
                approximate = approximate or found[1]
                del words[-length:]
                break
        else:
            break
    return bound, approximate


def bound_after(text: str, end: int) -> tuple[Bound | None, bool]:
    """Return the bound of the words after `end`: "or more", "+", "or so"."""
    if end >= len(text) or text[end] not in _AFTER_FIRST:
        return None, False
    after = _AFTER.match(text, end)
    if after is None:
        return None, False
    which = after.lastgroup
    if which in ("plus", "more", "above", "least"):
        return "at-least", False
    if which in ("less", "below", "most"):
        return "at-most", False
    return None, True
