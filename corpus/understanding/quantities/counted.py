"""What a count counts: the noun phrase at the figure, and the noun it is grouped under."""

from __future__ import annotations

import re

from corpus.understanding.analysis import Counted
from corpus.understanding.quantities.lemmas import is_plural, singular
from corpus.understanding.quantities.spacing import GAP
from corpus.understanding.quantities.vocabulary import listed

_LEAD = re.compile(
    rf"(?:{GAP}(?:or{GAP}(?:so|more|fewer|less)|odd|plus)\b|\+)?"
    rf"(?:{GAP}(?:more|other|additional|extra|further|new|separate|different)(?={GAP}of{GAP}))?"
    rf"(?:{GAP}of(?:{GAP}(?:the|these|those|its|his|her|their|our|my|all|them))?"
    rf"(?:{GAP}(?:some|about|[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten))?(?={GAP}))?",
    re.IGNORECASE,
)
_OF = re.compile(rf"{GAP}of{GAP}", re.IGNORECASE)
_WORD = re.compile(rf"{GAP}([(“\"‘']?)([^\W\d_][\w’'&-]*)")
_NO_NOUNS = frozenset(("strong", "plus", "odd", "some"))
_COMPOUND = re.compile(r"[-‐‑]([a-z]{3,})(?![a-z-])")
FUNCTION_WORDS = frozenset(
    listed(
        "a an the this that these those of in on at by to from for with without into onto over "
        "under after before since until till during through between among amid against about "
        "around near across along behind beyond beside despite within per than as like via toward "
        "towards off out up down upon and or but nor so yet if when while where whereas because "
        "although though unless whether who whom whose which what how why there here then now not "
        "no is are was were be been being am has have had having do does did will would shall "
        "should can could may might must he she it they we you i him her them us me his its their "
        "our your my said says say told reported according including both each either neither all "
        "any some such ago later earlier only also still just even already too very every via "
        "both today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday "
        "died fell rose went came took made got became began left led lost won fled fought held "
        "hit kept met put ran saw sat sent set shot stood struck surrendered arrived remain "
        "remained include includes don’t didn’t won’t weren’t aren’t haven’t hadn’t wasn’t isn’t "
        "plus times better worse aboard"
    )
)
"""Words that end a noun phrase: function words and the commonest verbs of the news."""

_MODIFIER_LY = re.compile(r"[a-z]{4,}ly$")
_NOMINAL = frozenset(("dead", "wounded", "injured", "missing", "killed", "homeless", "unemployed"))
_LONGEST = 8
_ANNOUNCES = rf"\b(?:number|numbers|total|toll|strength|count|estimate){GAP}of"
_ANNOUNCEMENT = re.compile(rf"{_ANNOUNCES}\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"{_ANNOUNCES}(?:{GAP}the)?"
    rf"(?P<noun>(?:{GAP}[^\W\d_][\w’'-]*){{1,6}})",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|be|been|stood|stands|exceed(?:s|ed)?|reach(?:es|ed)?|rose|risen|fell"
    r"|fallen|grew|grown|climbed|topped|surpassed|remain(?:s|ed)?|hit|dropped|total(?:s|led|ed)?"
    r"|estimated|put)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:!?]|\.\s|\bnumber of\b", re.IGNORECASE)
_ANNOUNCED_IN = 40  # code points, and more than an announcement has
COUNTED_REACH = 160
"""Code points before a figure in which "the number of X" may stand."""


def counted_after(text: str, end: int, limit: int, *, is_one: bool) -> Counted | None:
    """Return what the figure that ended at `end` counts, by the words after it up to `limit`.

    The phrase runs from its first modifier to its head, the last of the plural nouns in a row;
    after "one" to the last word before the phrase ends. None where no noun can be made out.
    """
    compound = _COMPOUND.match(text, end, limit)
    if compound and compound[1] in _NO_NOUNS:
        end = compound.end()
        is_one = is_one or compound[1] == "strong"  # "a 1,200-strong force": the noun is singular
    elif compound:
        return _counted(text, compound.start(1), compound.end(1), compound[1])
    lead = _LEAD.match(text, end, limit)
    return _phrase(text, lead.end() if lead else end, limit, is_one=is_one)


def is_announced(text: str, offset: int) -> bool:
    """Say whether "number of", "total of" or the like stands not far before `offset`."""
    found = _ANNOUNCEMENT.search(text, max(0, offset - COUNTED_REACH), offset + _ANNOUNCED_IN)
    return found is not None and found.start() <= offset


def counted_before(text: str, start: int, sentence_start: int) -> Counted | None:
    """Return X of "the number of X … stood at", which the figure at `start` states."""
    window = max(sentence_start, start - COUNTED_REACH)
    found = None
    for match in _NUMBER_OF.finditer(text, window, start):
        found = match
    if found is None:
        return None
    phrase = _phrase(text, found.start("noun"), found.end("noun"), is_one=False)
    if phrase is None:
        return None
    between = text[phrase.end : start]
    if _BREAK.search(between) or not _STATES.search(between) or re.search(r"[0-9]", between):
        return None
    return phrase


def counted_of(text: str, end: int, limit: int) -> Counted | None:
    """Return X of "a third of X" and "80 percent of her X"."""
    if _OF.match(text, end, limit) is None:
        return None
    lead = _LEAD.match(text, end, limit)
    return _phrase(text, lead.end() if lead else end, limit, is_one=False)


def _phrase(text: str, position: int, limit: int, *, is_one: bool) -> Counted | None:
    start = head_start = head_end = -1
    head = ""
    for _ in range(_LONGEST):
        match = _WORD.match(text, position, limit)
        if match is None:
            break
        word = match[2]
        opens = bool(match[1])
        possessive = word.endswith(("’s", "'s", "s’"))
        word = word.rstrip("’'")
        lower = word.lower()
        is_acronym = len(word) > 1 and word.isupper()  # "IT workers", "US troops"
        if lower in FUNCTION_WORDS and not is_acronym:
            break
        if (opens and match[1] == "(") or (head and opens):
            break
        word_start, word_end = match.start(2), match.start(2) + len(word)
        plural = is_plural(lower) and not possessive
        nominal = lower in _NOMINAL
        if head and not is_one and not plural:
            # After a plural noun the phrase goes on only if the noun was part of a name
            # ("United States soldiers"); else a verb or an adverb begins.
            if not head[0].isupper():
                break
            if not _plural_follows(text, word_end, limit, lower):
                break
        if is_one and head and (lower.endswith(("ed", "ing")) or _MODIFIER_LY.match(lower)):
            break
        if start < 0:
            start = word_start
        if plural or is_one or (nominal and not head):
            head, head_start, head_end = word, word_start, word_end
        position = match.end()
        if text[word_end : word_end + 1] in ("’", "'") and not possessive:
            break
        if nominal and head == word and not _plural_follows(text, word_end, limit, ""):
            break
    if not head or start < 0 or head_start < start:
        return None
    return _counted(text, start, head_end, head)


def _plural_follows(text: str, position: int, limit: int, word: str) -> bool:
    """Say whether `word` or one of the two words after it is a plural noun of the same phrase."""
    if word and is_plural(word):
        return True
    for _ in range(2):
        match = _WORD.match(text, position, limit)
        if match is None or match[2].lower() in FUNCTION_WORDS or match[1]:
            return False
        if is_plural(match[2].lower()):
            return True
        position = match.end()
    return False


def _counted(text: str, start: int, end: int, head: str) -> Counted:
    return Counted(start, end, text[start:end], singular(head.lower()))
