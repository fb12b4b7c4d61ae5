"""What was done to or by those who are counted, as the words beside a figure say it.

"32 fighters had surrendered", "killed over 1,600 fighters", "killing at least 41": a measure where
neither the codebook nor other claims have one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.understanding.analysis import Quantity

# What ends a passive, or is done: a verb in -ed, or one of these.
PARTICIPLE = (
    "[a-z]{2,}ed|slain|shot|lost|taken|held|hit|found|built|broken|won|sent|paid|spent|sold|sought"
)
_DEED = f"({PARTICIPLE})"
_HELPERS = (
    r"(?:(?:had|have|has|were|was|are|is|been|being|already|also|now|since|still|who|that)\s+)*"
)
_BESIDE = r"(?:\s+and\s+(?:their|its|his|her)\s+[a-z]+)?(?:,\s*including\s[^.;]*?,)?"
_AFTER = re.compile(rf"{_BESIDE}\s+{_HELPERS}{_DEED}(?:\s+(or|and)\s+([a-z]{{2,}}ed|slain))?\b")
# "76 people are still missing", "62 of them dead".
_BECAME = re.compile(rf"{_BESIDE}\s+(?:of\s+them\s+)?{_HELPERS}(dead|missing|homeless)\b")
# What stands between a verb and its figure.
BOUND = (
    r"(?:(?:over|about|around|nearly|almost|some|roughly|approximately|exactly|another|more|less|"
    r"fewer|than|at|least|most|up|to|as|many|an?|estimated|group|of|between)\s+)*"
)
_BEFORE = re.compile(rf"\b(?:{_DEED}|([a-z]{{3,}})ing)\s+{BOUND}$")
# Of words in -ing only these: "including", "according" and their like do nothing to anybody.
_DOING = {
    **{f"{stem}ing": f"{stem}ed" for stem in ("kill", "wound", "kidnapp", "arrest", "detain")},
    **{f"{stem}ing": f"{stem}ed" for stem in ("injur", "captur", "evacuat", "displac", "rescu")},
}
_NO_DEEDS = word_set("""
    said told reported estimated added noted warned confirmed claimed based called named needed
    indeed united armed wanted supposed alleged related used compared hundred unarmed
""")
# What somebody was made to do is the deed: "forced 300 families to leave".
_CAUSES = word_set("""
    influenced forced persuaded compelled urged ordered allowed asked caused enabled convinced
    helped invited encouraged obliged prompted pushed permitted
""")
_CAUSED = re.compile(r"(?:\s+(?:in|from|of|at)\s+(?:\w+\s+){0,2}\w+)?\s+to\s+([a-z]{2,})\b")
_PAST = {"leave": "left", "flee": "fled", "give": "given", "go": "gone", "sell": "sold"}
# Of nouns these: "the surrender of hundreds", "the deaths of 12".
_NOUNS = {
    "death": "died",
    "deaths": "died",
    "killing": "killed",
    "murder": "killed",
    "surrender": "surrendered",
    "arrest": "arrested",
    "capture": "captured",
    "kidnapping": "kidnapped",
    "release": "released",
    "rescue": "rescued",
    "escape": "escaped",
    "return": "returned",
    "evacuation": "evacuated",
    "desertion": "deserted",
}
_OF_THEM = re.compile(rf"\b({'|'.join(_NOUNS)})\s+of\s+{BOUND}$", re.IGNORECASE)
# As headlines have it: "Dozens of rowers surrender".
_NOW = re.compile(
    r"\s+(surrender|die|flee|return|escape|defect|arrive|drown|starve|desert|protest)s?\b",
    re.IGNORECASE,
)
# What is counted says itself what became of it: "left 50 dead".
_OUTCOMES = word_set("dead killed wounded injured missing homeless displaced arrested stranded")
# What is being done, in a sentence: "are surrendering", "to surrender".
_GOING_ON = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:also|still|now|not|[a-z]+ly)\s+)*([a-z]{3,})ing\b"
)
_TO_DO = re.compile(r"\bto\s+([a-z]{4,})\b")
_DONE = re.compile(rf"\b(?:{PARTICIPLE})\b")
_OF_ING = {
    "leav": "left",
    "flee": "fled",
    "los": "lost",
    "tak": "taken",
    "hold": "held",
    "build": "built",
    "break": "broken",
    "grow": "grown",
    "ris": "risen",
    "fall": "fallen",
    "fight": "fought",
    "sell": "sold",
    "send": "sent",
    "pay": "paid",
    "spend": "spent",
    "giv": "given",
    "go": "gone",
    "com": "come",
    "win": "won",
    "winn": "won",
    "hitt": "hit",
}
_FAR = 60  # code points before a figure, which its verb and its bound fit into


def deed(text: str, within: Span, figure: Quantity) -> str:
    """Return the participle beside a figure: after what is counted, else before; "" for none.

    Two that are joined stay so: "killed or captured".
    """
    end = max(figure.end, figure.of.end) if figure.of is not None else figure.end
    found = _AFTER.match(text, end, within.end)
    if found is not None and found[1] not in _NO_DEEDS:
        return f"{found[1]} {found[2]} {found[3]}" if found[3] else found[1]
    became = _BECAME.match(text, end, within.end)
    if became is not None:
        return became[1]
    outcome = figure.of.text.casefold().split()[-1:] if figure.of is not None else []
    if outcome and outcome[0] in _OUTCOMES:
        return outcome[0]
    now = _NOW.match(text, end, within.end)
    if now is not None:
        return past_of(now[1].casefold())
    before = text[max(within.start, figure.start - _FAR) : figure.start]
    of_them = _OF_THEM.search(before)
    if of_them is not None:
        return _NOUNS[of_them[1].casefold()]
    found = _BEFORE.search(before)
    if found is None:
        return ""
    word = found[1] or _DOING.get(f"{found[2]}ing", "")
    if word in _CAUSES:
        caused = _CAUSED.match(text, end, within.end)
        return past_of(caused[1]) if caused is not None else ""
    return "" if word in _NO_DEEDS else word


def past_of(verb: str) -> str:
    """Return the participle of a verb: `surrendered` of "surrender"."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def deeds_in(words: str) -> tuple[str, ...]:
    """Return the participles of what words say was done, is being done or is to be done."""
    found = [one for one in _DONE.findall(words) if one not in _NO_DEEDS]
    found += [_NOUNS[word] for word in words.casefold().split() if word in _NOUNS]
    found += [_OF_ING.get(root) or past_of(root) for root in _GOING_ON.findall(words)]
    found += [past_of(verb) for verb in _TO_DO.findall(words)]
    return tuple(dict.fromkeys(found))


def common_deeds() -> tuple[str, ...]:
    """Return the participles that measures most often are, in the order of the alphabet."""
    return tuple(sorted({*_NOUNS.values(), *_DOING.values()}))
