"""The language of a paragraph, told by its script and its function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.understanding.languages.function_words import (
    ARABIC,
    CYRILLIC,
    ENGLISH,
    LATIN,
    PARTICLES,
)
from corpus.understanding.languages.letters import spelling, vietnamese_words
from corpus.understanding.languages.scripts import script_of

SAMPLE = 600
"""So many code points tell the language of a paragraph; longer ones are not read further."""

UNDETERMINED = "und"
"""The code of a language that is not English, and not known (ISO 639-2)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_HITS = 2
_LEAST_SHARE = 0.12  # of the words; of prose in any of the languages it is a quarter and more
_SURE_SHARE = 0.2
_LEAST_OTHERS = 2  # words in small letters besides: names and headings tell no language
# A paragraph may be in each language that has so many of the hits of the one with most.
_NEARLY = 0.6
# A paragraph of so many words, most in small letters, and hardly an English one among them.
_LONG = 12
_ENGLISH_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph tells of its language, None where nothing does.

    `hits` are the function words of each language that are there, where it is not English.
    """

    language: str | None
    hits: Mapping[str, int] = field(default_factory=dict)


def tell(words: str) -> Told:
    """Tell the ISO 639-1 code of the language of a paragraph by itself.

    "und" is another language than English that is not known.
    """
    words = words[:SAMPLE]
    accented = not words.isascii()
    if accented:
        words = unicodedata.normalize("NFC", words)
        script = _script(words)
        if script:
            return _by_script(script, words)
    found = _WORD.findall(words)
    if accented and (vietnamese := vietnamese_words(found)):
        return Told("vi", {"vi": vietnamese})
    forms = [word.lower() for word in found]
    english = len([form for form in forms if form in ENGLISH])
    if english >= _LEAST_HITS and english >= _SURE_SHARE * len(found):
        return Told("en")
    counted = [
        form for at, form in enumerate(forms) if form not in PARTICLES or not _in_name(found, at)
    ]
    hits, kinds = _hits(LATIN, _LANGUAGES_OF, counted)
    best = _best(hits, kinds)
    if (
        best is not None
        and hits[best] > english
        and hits[best] >= _LEAST_SHARE * len(found)
        and _own_kinds(counted, best) >= (1 if _is_accented(found) else _LEAST_HITS)
        and sum(word[0].islower() and word not in LATIN[best] for word in found) >= _LEAST_OTHERS
    ):
        return Told(best, hits)
    if english >= _LEAST_HITS and english >= _LEAST_SHARE * len(found):
        return Told("en")
    lower = sum(word[0].islower() for word in found)
    if len(found) >= _LONG and 2 * lower > len(found) and english < _ENGLISH_SHARE * len(found):
        return Told(UNDETERMINED, hits)
    if english and (best is None or english > hits[best]):
        return Told("en")
    return Told(None, hits)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, as they are told apart here."""
    return [word.lower() for word in _WORD.findall(text)]


def _own_kinds(forms: Sequence[str], language: str) -> int:
    """Count the different function words of a language that are no English words, nor letters."""
    return len({form for form in forms if len(form) > 1} & LATIN[language] - ENGLISH)


def _is_accented(words: Sequence[str]) -> bool:
    """Say whether words in small letters have accents, as English ones have not."""
    accented = (word for word in words if word[0].islower() and not word.isascii())
    return next(accented, None) is not None and next(accented, None) is not None


def agreed(told: Sequence[Told]) -> list[str | None]:
    """Return the language of each paragraph of a text, told by all of them together.

    What one paragraph has too few words for, all of them tell: Danish from Swedish.
    """
    total: Counter[str] = Counter()
    for one in told:
        if one.language not in (None, "en"):
            total.update(one.hits)
    ranked = {language: at for at, (language, _) in enumerate(total.most_common())}
    return [_agreed(one, ranked) for one in told]


def _agreed(one: Told, ranked: Mapping[str, int]) -> str | None:
    """Return the commonest language in the text of those that a paragraph may well be in."""
    if one.language in (None, "en") or not one.hits:
        return one.language
    if one.language == UNDETERMINED:
        return UNDETERMINED
    most = max(one.hits.values())
    likely = [language for language, hits in one.hits.items() if hits + 0.5 >= most * _NEARLY]
    return min(likely, key=lambda language: ranked.get(language, len(ranked)))


def _script(words: str) -> str:
    """Return the script that most letters are in; "" for Latin."""
    letters = [letter for letter in words if letter.isalpha()]
    scripts = Counter(script_of(letter) for letter in letters if ord(letter) > 0x24F)
    foreign = sum(count for script, count in scripts.items() if script)
    if 2 * foreign <= len(letters):
        return ""
    del scripts[""]
    # Japanese has more Chinese characters than its own.
    return "ja" if scripts["ja"] else scripts.most_common(1)[0][0]


def _by_script(script: str, words: str) -> Told:
    lists = {"cyrillic": CYRILLIC, "arabic": ARABIC}.get(script)
    if lists is None:
        return Told(script)
    likely = spelling(lists, words) if script == "cyrillic" else list(lists)
    own = {one: lists[one] for one in likely}
    hits, kinds = _hits(own, _languages_of(own), words_of(words))
    # Without a function word each language of these letters is as likely: the first has most
    # readers.
    return Told(_best(hits, kinds) or likely[0], hits or dict.fromkeys(likely, 0))


def _languages_of(lists: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Return the languages of each function word."""
    languages: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages


def _hits(
    lists: Iterable[str], languages_of: Mapping[str, Sequence[str]], forms: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return by language how many of its function words are there, and how many different ones.

    Both in the order of `lists`; `languages_of` says which of them have a word.
    """
    hits = dict.fromkeys(lists, 0)
    kinds = dict(hits)
    for form, count in Counter([form for form in forms if form in languages_of]).items():
        for language in languages_of[form]:
            hits[language] += count
            kinds[language] += 1
    return (
        {language: count for language, count in hits.items() if count},
        {language: count for language, count in kinds.items() if count},
    )


def _best(hits: Mapping[str, int], kinds: Mapping[str, int]) -> str | None:
    """Return the language with most hits; of several the one with more kinds of them."""
    return max(hits, key=lambda one: (hits[one], kinds[one], one), default=None)


def _in_name(words: list[str], at: int) -> bool:
    """Say whether a particle of names is one of a name: between capitals, such as "de la"."""
    before, after = at - 1, at + 1
    while before >= 0 and words[before] in PARTICLES:
        before -= 1
    while after < len(words) and words[after] in PARTICLES:
        after += 1
    return (before < 0 or words[before][0].isupper()) and (
        after >= len(words) or words[after][0].isupper()
    )


_LANGUAGES_OF = _languages_of(LATIN)
