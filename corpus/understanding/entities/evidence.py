"""What the words around a candidate say about its type."""

from __future__ import annotations

import regex

from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.lexicon.organisations import (
    KIN,
    MEMBERS,
    OF_ORGS,
    OF_PLACES,
    ORG_FOLLOWERS,
    THING_FOLLOWERS,
)
from corpus.understanding.entities.lexicon.persons import (
    ORG_NOUNS,
    PEOPLE_NOUNS,
    PERSON_VERBS,
    PHRASE_ENDS,
    PLACE_NOUNS,
    ROLES,
    SPEECH_VERBS,
)
from corpus.understanding.entities.lexicon.places import (
    PLACE_BEFORE,
    PLACE_FOLLOWERS,
    PLACE_KINDS,
    PLACE_OF,
)
from corpus.understanding.entities.piece import Piece
from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.words import word_ranks

_WINDOW = 110
_LEFT_WORDS = regex.compile(r"(?r)([\p{L}\p{M}'’-]+)(,?)[\s“\"‘`]*$")
_LEFT_TWO = regex.compile(r"(?r)([\p{L}\p{M}-]+)\s+([\p{L}\p{M}-]+)[\s“\"‘`]*$")
_RIGHT_WORD = regex.compile(r"(['’]s?)?[”\"’']*\s+([\p{L}\p{M}-]+)(?:\s+([\p{L}\p{M}-]+))?")
_QUOTED_LEFT = regex.compile(r"(?r)(?:[“\"]|``)(?:The |A |An )?$")
_QUOTED_RIGHT = regex.compile(r"[,.?!;]*(?:[”\"]|'')")
_POSSESSIVE = regex.compile(r"['’]")
_ATTRIBUTIVE = regex.compile(r"\s+(\p{Ll}+)")
_IN_PARENTHESES = regex.compile(r"(?r)(\p{Ll}+)\s+\($")
_LIKE = regex.compile(
    r"(?r)(areas?|places?|towns?|cities|provinces|countries|states|districts|regions|companies|firms|"
    r"groups|organi[sz]ations|agencies|banks|parties)\s+(?:like|such\s+as|including)\s+$"
)
_AGE = regex.compile(r",\s+(?:aged\s+)?\d{1,2}(?:,|\.|\s+(?:and|who|of|was|is|said)\b)")
_WHO = regex.compile(r",\s+(?:who|whose|whom)\b")
_IS_A = regex.compile(
    r"(?:\s+\([^)]{1,40}\))?,?\s+(?:is|was|are|were)\s+(?:an?|the|one\s+of\s+the)\s+"
)
_APPOSITION = regex.compile(r",\s+(?:the|an?|his|her|their|its|one\s+of\s+the)\s+|,\s+(?=\p{Ll})")
_CALLED = ((_IS_A, 3.0), (_APPOSITION, 2.0))
"""What stands between a name and the noun that it is called; the second begins with a comma."""
_PHRASE_WORD = regex.compile(r"([\p{L}\p{M}\d'’-]+)(,?)\s*")
_SAID_BEFORE = regex.compile(r"(?r)(?:[,”\"'’?!]['’\"”]?)\s+(\p{Ll}+)\s+$")
_DATELINE = regex.compile(
    r"(?:,\s+\p{Lu}[\p{L}. ]{1,25})?(?:,\s+\p{Lu}\p{Ll}+\.?\s+\d{1,2})?"
    r"\s*(?:\((?:\p{Lu}[\p{L}/ -]{1,25})\)\s*(?:_|-|–|—|:)*|(?:\s_|\s--|\s-|\s–|\s?—|:))\s"
)
_PLACE_AFTER_COMMA = regex.compile(r",\s+\p{Lu}")
_PLACE_ENDINGS = (
    *("stan", "abad", "ville", "burg", "burgh", "grad", "land", "shire", "ford", "istan", "polis"),
    *("ania", "pur", "pura", "dorf", "heim", "borough", "chester", "mouth", "haven"),
)


def weigh(piece: Piece, text: str, *, headline: bool = False) -> None:
    """Add what the surroundings of a candidate in `text` say to its context.

    In a headline the words around it are taken as if they were in lower case.
    """
    start, end = piece.start, piece.end
    left = text[max(0, start - _WINDOW) : start]
    right = text[end : end + _WINDOW]
    if headline:
        left, right = left.lower(), right.lower()
    if piece.words[0].small:
        piece.hint("PERSON", 2.0, "a particle of personal names begins it")
    _weigh_left(piece, left, right)
    _weigh_right(piece, right)
    last = piece.words[-1]
    if len(piece.words) == 1:
        if last.acronym and last.text.replace(".", "").isupper() and len(last.text) > 1:
            piece.hint("ORG", 1.2, "written as an acronym")
            spelled = _IN_PARENTHESES.search(left)
            if spelled is not None and right.startswith(")"):
                # Short for a thing that is spelled out in lower case before it.
                named = spelled.group(1) in ORG_NOUNS or spelled.group(1) in ORG_FOLLOWERS
                why = f"short for words that end with “{spelled.group(1)}”"
                piece.hint("ORG", 0.0 if named else -1.5, why)
        if _ends_as_place(last.key):
            piece.hint("PLACE", 0.8, "it ends as names of places do")
    if _QUOTED_RIGHT.match(right) and _QUOTED_LEFT.search(left):
        called = left.rstrip("“\"`‘'").rstrip().endswith("so-called")
        # A name in quotation marks is as often a work's title or a nickname.
        for type_ in () if called else ("PERSON", "ORG", "PLACE"):
            piece.hint(type_, -0.8, "it stands alone in quotation marks")
    if _is_dateline(piece, text, right):
        piece.hint("PLACE", 3.0, "it opens the line as the place of a report")


def _ends_as_place(key: str) -> bool:
    """Say whether a word ends as names of places do, with two letters and more before that."""
    return key.endswith(_PLACE_ENDINGS) and any(
        key.endswith(ending) and len(key) > len(ending) + 1 for ending in _PLACE_ENDINGS
    )


def _is_dateline(piece: Piece, text: str, right: str) -> bool:
    """Say whether the candidate opens a line as the place a report was sent from."""
    if not piece.words[0].text.isupper() or not all(w.text.isupper() for w in piece.words):
        return False
    if all(w.key in word_ranks() for w in piece.words) and not piece.scores.get("PLACE"):
        return False  # NOTE: and UPDATE: open lines too
    line = text.rfind("\n", 0, piece.start) + 1
    return not text[line : piece.start].strip() and _DATELINE.match(right) is not None


def _weigh_left(piece: Piece, left: str, right: str) -> None:
    # Most often a blank and a plain word stand before it, which need no regular expression.
    word, comma = left[left.rfind(" ", 0, -1) + 1 : -1], ""
    if left[-1:] != " " or not word.isalpha():
        found = _LEFT_WORDS.search(left)
        if found is None:
            return
        word, comma = found.groups()
    key = fold(word)
    if comma:
        if key in ROLES and word.islower():
            piece.hint("PERSON", 1.5, f"“{word},” before it")
        return
    if word in ("like", "as", "including"):
        kind = _LIKE.search(left)
        if kind is not None:
            type_: EntityType = "PLACE" if kind.group(1) in PLACE_KINDS else "ORG"
            piece.hint(type_, 2.5, f"one of the {kind.group(1)} before it")
            return
    weight = PLACE_BEFORE.get(word)
    if weight is not None:
        weak = piece.words[0].acronym or _POSSESSIVE.match(right) is not None
        piece.hint("PLACE", weight * 0.4 if weak else weight, f"“{word}” before it")
    elif key == "the":
        noun = _ATTRIBUTIVE.match(right)
        if noun is not None and noun.group(1) not in PHRASE_ENDS:
            piece.hint("PERSON", -0.3, "“the” before it")
            piece.hint("ORG", 0.2, "“the” before it")
        else:
            piece.hint("PERSON", -2.0, "“the” before it")
            piece.hint("ORG", 0.6, "“the” before it")
    elif key == "of":
        two = _LEFT_TWO.search(left)
        if two is not None and two.group(1) in PLACE_OF:
            piece.hint("PLACE", 2.5, f"“{two.group(1)} of” before it")
        elif two is not None and two.group(1) == "out":
            piece.hint("PLACE", 1.5, "“out of” before it")
        elif two is not None and two.group(1) in MEMBERS:
            piece.hint("ORG", 1.5, f"“{two.group(1)} of” before it")
    elif word in ROLES:
        piece.hint("PERSON", 2.5, f"“{word}” before it")
    elif word in SPEECH_VERBS and _SAID_BEFORE.search(left):
        piece.hint("PERSON", 1.5, f"“{word}” before it")
    elif word in ("told", "asked", "by", "with", "against", "between", "and"):
        piece.hint("PERSON", 0.3, f"“{word}” before it")
    elif word in ORG_NOUNS or word == "so-called":
        piece.hint("ORG", 2.0, f"“{word}” before it")
    elif word in ("named", "called", "nicknamed"):
        piece.hint("PERSON", 0.5, f"“{word}” before it")


def _weigh_right(piece: Piece, right: str) -> None:
    comma = right.startswith(",")
    if comma and _AGE.match(right):
        piece.hint("PERSON", 4.0, "an age behind it")
        return
    if comma and _WHO.match(right):
        piece.hint("PERSON", 2.5, "“who” behind it")
        return
    for pattern, weight in _CALLED if comma else _CALLED[:1]:
        opened = pattern.match(right)
        if opened is not None:
            noun = _head_noun(right, opened.end())
            kind = _kind(noun)
            if kind is not None:
                piece.hint(kind, weight, f"the text calls it “{noun}”")
                return
    found = _RIGHT_WORD.match(right)
    if found is not None:
        possessive, word, then = found.groups()
        if possessive:
            if word in OF_PLACES:
                piece.hint("PLACE", 1.5, f"it has a “{word}”")
            elif word in KIN:
                piece.hint("PERSON", 2.0, f"it has a “{word}”")
            elif word in OF_ORGS:
                piece.hint("ORG", 1.5, f"it has a “{word}”")
        elif word in SPEECH_VERBS:
            piece.hint("PERSON", 1.0, f"“{word}” behind it")
            piece.hint("ORG", 0.4, f"“{word}” behind it")
        elif word in PERSON_VERBS:
            piece.hint("PERSON", 0.6, f"“{word}” behind it")
        elif word in ("who", "himself", "herself"):
            piece.hint("PERSON", 2.5, f"“{word}” behind it")
        elif word in PEOPLE_NOUNS:
            piece.hint("NORP", 2.0, f"“{word}” behind it")
        elif word in PLACE_FOLLOWERS:
            piece.hint("PLACE", 2.5, f"“{word}” behind it")
        elif word in ORG_FOLLOWERS or (then in ORG_FOLLOWERS and word.islower()):
            follows = word in ORG_FOLLOWERS
            piece.hint("ORG", 1.8 if follows else 1.0, f"“{word if follows else then}” behind it")
        elif word in ("administration", "presidency", "family", "era"):
            piece.hint("PERSON", 1.2, f"“{word}” behind it")
        elif word in THING_FOLLOWERS:
            for type_ in ("PERSON", "ORG", "PLACE"):
                piece.hint(type_, -0.7, f"“{word}” behind it")
        elif word in ("spokesman", "spokeswoman", "chairman", "leader", "chief", "president"):
            piece.hint("ORG", 1.5, f"“{word}” behind it")
        return


def _head_noun(text: str, start: int) -> str:
    """Return the head of the noun phrase at `start`: "village" of "small old village in"."""
    head = ""
    for _ in range(8):
        found = _PHRASE_WORD.match(text, start)
        if found is None or found.group(1) in PHRASE_ENDS:
            break
        head = found.group(1)
        start = found.end()
        if found.group(2):
            break
    return head


def _kind(noun: str) -> EntityType | None:
    """Return the type of what a common noun says that a thing is."""
    if noun in ROLES:
        return "PERSON"
    if noun in PLACE_NOUNS:
        return "PLACE"
    if noun in ORG_NOUNS:
        return "ORG"
    return None
