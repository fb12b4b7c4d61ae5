"""What a claim without a figure is about, and what is said to have been done to it.

Both are read from how its words begin: a noun phrase before a form of "be", "have" or a modal verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.understanding.word_set import word_set
from tui.claiming.deeds import PARTICIPLE

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.understanding.analysis import Mention

_HELPERS = (
    "(?-i:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|"
    "cannot)"
)
_QUOTES = '“”"‘'
_WORD = rf"[{_QUOTES}]?[^\W_][\w’'&.-]*[{_QUOTES}]?"
_MOST_WORDS = 7
_BEGINS = re.compile(
    rf"[\s{_QUOTES}']*(?:(?:that|but|and|meanwhile|however|also),?\s+)?"
    r"(?:(?:in|on|at|since|during|despite|after|before|for|upon|by|earlier|last)\s[^,]{1,80},\s+)?"
    r"(?P<article>(?:the|an?|this|these|those|all|its|their|his|her|our)\s+)?"
    rf"(?P<noun>(?!{_HELPERS}\b){_WORD}(?:\s+{_WORD}){{0,{_MOST_WORDS - 1}}}?)"
    rf"\s+[{_QUOTES}]?{_HELPERS}(?:n['’]t)?\b",
    re.IGNORECASE,
)
_UNQUOTED = str.maketrans("", "", _QUOTES)
_ADVERB = re.compile(r"(?:\s+(?:also|already|never|still|now|[a-z]+ly))+$")
_RELATIVE = re.compile(r",?\s+(?:who|which|that|whose|where)\b.*", re.DOTALL)
_NO_NOUNS = word_set("""
    he she it they we i you there this that these those who which what where when while as if
    although though because since after before despite until unless once how why in on at by for
    from with without during under over according to no not only some many most more one
""")
_PASSIVE = re.compile(
    rf"(?:\s+[{_QUOTES}]?(?:{_HELPERS}|be|been|being|also|already|now|still|not|[a-z]+ly))*"
    rf"\s+[{_QUOTES}]?({PARTICIPLE})\b",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_NO_DEEDS = word_set("""
    determined committed concerned interested expected believed supposed based located involved
    armed united related wanted convinced prepared worried pleased limited need said thought
""")


def subject_of(text: str, within: Span, mentions: Iterable[Mention]) -> str:
    """Return the noun phrase that the words at `within` begin with and say something of; or ""."""
    found = _BEGINS.match(text, within.start, within.end)
    if found is None:
        return ""
    noun = _ADVERB.sub("", _RELATIVE.sub("", found["noun"]))
    words = noun.casefold().split()
    if words[0] in _NO_NOUNS or {"whether", "to"} & set(words):
        return ""
    start = found.start("noun")
    same = (one.name for one in mentions if (one.start, one.end) == (start, start + len(noun)))
    return next(same, noun.translate(_UNQUOTED))


def done_to_subject(text: str, within: Span) -> str:
    """Return the participle of a passive with which the words at `within` begin; "" for none."""
    begun = _BEGINS.match(text, within.start, within.end)
    if begun is None:
        return ""
    found = _PASSIVE.match(text, begun.end("noun"), within.end)
    if found is None or not _BE.search(text, begun.end("noun"), found.start(1)):
        return ""
    return "" if found[1].casefold() in _NO_DEEDS else found[1].casefold()
