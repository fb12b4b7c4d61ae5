"""Number words that count nothing: "one" as a pronoun, numbers in names ("the Big Three")."""

from __future__ import annotations

import re

from corpus.understanding.quantities.counted import FUNCTION_WORDS
from corpus.understanding.quantities.lemmas import is_plural
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.vocabulary import listed

_NEXT = re.compile(rf"(?:{GAP}|(-))([^\W\d_]+)")
_NOT_COUNTED = frozenset(
    listed(
        "of another who that which can is was has had would could must should might may will and "
        "or in to for at by on with from as but if when where than day another’s it he she they "
        "we i you are were be been so not the a an this these those whose whom after before about "
        "because said says here there does did do made"
    )
)
_PRONOUN_BEFORE = frozenset(
    listed(
        "no any number every some each this that another which loved the little young old good "
        "bad right wrong new same other last next previous first second only such latest as like"
    )
)
_SMALL_IN_HEADLINES = frozenset(
    listed(
        "about after against amid among before between down during from into like near onto over "
        "than that their they this through under until upon with without"
    )
)
"""Words of four letters and more that stay in lower case where a headline has capitals."""

_PARTITIVE = re.compile(rf"of{GAP}(?!an?\b)", re.IGNORECASE)
_COMPOUNDS = frozenset(listed("off sided on way upmanship liner liners"))


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Say whether the "one" at `start:end` is a pronoun: "one must", "no one", "this one is"."""
    if text[end : end + 1] in ("’", "'"):
        return True
    following = _NEXT.match(text, end)
    before = words_before(text, start, 1)
    if following is None:
        # "page one.", "no one," : a number only where another word does not make it a pronoun.
        return (
            not before or before[0].strip("(“\"'") in _PRONOUN_BEFORE or text[end : end + 1] != " "
        )
    if following[1]:
        return following[2].lower() in _COMPOUNDS
    word = following[2].lower()
    if _PARTITIVE.match(text, following.start(2)):
        # "one of three members", but "any one of them" leaves open which.
        return bool(before) and before[0].strip("(“\"'") in _PRONOUN_BEFORE
    if word in _NOT_COUNTED or word in FUNCTION_WORDS or is_plural(word):
        return True
    return bool(before) and before[0].strip("(“\"'") in _PRONOUN_BEFORE - {
        "the", "last", "next", "first", "only", "this", "that", "as", "like"
    }  # fmt: skip


def is_in_name(text: str, start: int, end: int) -> bool:
    """Say whether a number word with a capital stands inside a name: "Group of Seven".

    At the beginning of a sentence and in headlines the capital means nothing.
    """
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before = text[max(0, start - 40) : start].rstrip(" \t\u00a0\n")
    if (
        not before
        or before[-1] in ".?!:;”\"“‘'`_—–-)(*•"
        or "\n\n" in text[max(0, start - 40) : start]
    ):
        return False
    earliest = max(0, start - 400)
    line_start = max(earliest, text.rfind("\n", earliest, start) + 1)
    if not text[line_start:start].strip():
        return False
    line_end = text.find("\n", end, end + 400)
    line = text[line_start : line_end if line_end >= 0 else end + 400]
    words = [word for word in line.split() if len(word) > 3 and word[0].islower()]
    return any(word.strip('.,;:!?’”"') not in _SMALL_IN_HEADLINES for word in words)
