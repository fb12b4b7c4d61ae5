"""The words of a name, made comparable: without titles and articles, the legal form apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.lexicon.small_words import ROMAN
from corpus.understanding.entities.lexicon.titles import TITLE_HEADS
from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.legal_forms import (
    legal_form_key,
    legal_forms,
    longest_legal_form,
)
from corpus.understanding.gazetteers.names import given_names

# What a son is called, and the articles before a name: spelled in many ways, and often left out.
_SONS = {"ben": "bin", "ibn": "bin", "bn": "bin"}
_ARTICLES = frozenset(("al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "the"))
_SUFFIXES = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))
_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        (
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
        ),
        start=1,
    )
    for word in words.split()
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_OWNED = re.compile(r"['’]s\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)|\b[^\W\d_]\.[^\W\d_]\b(?!\w)")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class NameWords:
    """A name taken apart. `words` are folded and in order.

    `legal` is the legal form of a company as it is compared, `suffix` what tells a son from his
    father, each empty where there is none.
    """

    words: tuple[str, ...]
    legal: str = ""
    suffix: str = ""


@lru_cache(maxsize=65_536)
def name_words(name: str, type_: EntityType) -> NameWords:
    """Take a name of a type apart."""
    if type_ == "PERSON":
        return _person(name)
    plain = _OWNED.sub("", fold(name)).replace("&", " and ")
    plain = _INITIALS.sub(lambda found: found.group().replace(".", "").replace("/", ""), plain)
    words = [w for w in _WORDS.findall(plain.replace("'", "")) if w not in ("the", "and")]
    legal = ""
    if type_ == "ORG":
        words, legal = without_legal_form(words)
    return NameWords(tuple(_number(w) for w in words), legal)


def without_legal_form(words: list[str]) -> tuple[list[str], str]:
    """Return the words without the legal forms at either end, and the last form, else ""."""
    legal = ""
    while len(words) > 1:
        length, form, at_end = _legal_form(words)
        if not length:
            break
        words = words[:-length] if at_end else words[length:]
        legal = legal or form
    return words, legal


def _legal_form(words: list[str]) -> tuple[int, str, bool]:
    """Return how many words are a legal form, as what it is compared, and whether at the end."""
    forms = legal_forms()
    for length in range(min(longest_legal_form(), len(words) - 1), 0, -1):
        for at_end in (True, False):
            part = " ".join(words[-length:] if at_end else words[:length])
            form = forms.get(legal_form_key(part))
            numbered = ROMAN.fullmatch(part.upper()) is not None
            if form is not None and not numbered and (at_end or len(part) > 2):
                return length, form, at_end
    return 0, "", True


def _person(name: str) -> NameWords:
    last, comma, first = name.partition(",")
    if comma and legal_form_key(first) not in _SUFFIXES:
        name = f"{first} {last}"
    folded = fold(name)
    words = [w.replace("'", "") for w in _WORDS.findall(folded)]
    words = [_SONS.get(w, w) for w in words if w not in _ARTICLES]
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    while len(words) > 1 and words[0] in TITLE_HEADS:
        if len(words) == 2 and words[0] in given_names():
            break
        words.pop(0)
    return NameWords(tuple(words), suffix=suffix)


def _number(word: str) -> str:
    ordinal = _ORDINAL.fullmatch(word)
    return ordinal.group(1) if ordinal else _NUMBERS.get(word, word)
