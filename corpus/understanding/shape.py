"""What a line looks like: does it end with a stop, is it written as a headline, was it cut off."""

from __future__ import annotations

import re

from corpus.understanding.word_set import word_set

_STOPS = frozenset(".!?…。！？؟۔।")
_CLOSERS = "\"'”’»›)]"
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|Dept|No)\.)[\"'”’)]*$"
)
_WORD = re.compile(r"[^\W_]+(?:[.'’‘-][^\W_]+)*")
_SMALL = word_set("""
    a an the and but or nor for so yet of in on at by to up as off via per over from with into onto
    amid amidst after under about against between than that is are be was its it vs v not no if out
    how why
""")
_CUT_BEFORE = word_set("""
    the a an of to for with and or by from as that their its his her our at between whose which
""")


def ends_with_stop(words: str) -> bool:
    """Say whether a line ends as a sentence does; a short line that ends in `U.S.` does not."""
    if words.rstrip(_CLOSERS)[-1:] not in _STOPS:
        return False
    return not (len(words) <= 120 and _ABBREVIATED.search(words))


def count_words(words: str) -> int:
    """Count what white space parts."""
    return len(words.split())


def is_all_capitals(words: str) -> bool:
    """Say whether a line of at least two words has capitals and no lower-case letter."""
    return words.isupper() and len(_WORD.findall(words)) >= 2


def is_title_case(words: str) -> bool:
    """Say whether a line is written in the capitals of headlines and names.

    Small words may stay small; of the others at least four in five have to begin with a capital,
    and there have to be two of them.
    """
    large = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    large = [word for word in large if not word[0].isdigit()]
    return len(large) >= 2 and sum(word[0].isupper() for word in large) >= 0.8 * len(large)


def is_cut_off(words: str) -> bool:
    """Say whether a line breaks off in the middle of a sentence, as scraped descriptions do."""
    if not words or words[-1] in ".!?:;…\"”’')":
        return False
    found = _WORD.findall(words)
    if len(found) < 4:
        return False
    last = found[-1]
    if words.isupper():
        return last.lower() in _CUT_BEFORE
    return last in _CUT_BEFORE or (len(last) == 1 and last.islower() and last not in "aio")


def without_case(words: str) -> str:
    """Return words on one line, a blank between them, to compare them whatever their case."""
    return " ".join(words.casefold().split())
