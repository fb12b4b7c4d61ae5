"""Chosen words of a text, found without parting all of it into words: several times as fast.

A look tells where in a line a chosen word may begin; the stretch of letters, digits, apostrophes,
stops and commas around that place is parted into words as the tokenizer does it. No token reaches
over the end of a stretch, or of a line, so these are the tokens that the whole text has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from corpus.tokens import locate_words

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 40
"""Words above which an expression for all of them is no faster than the tokenizer."""

_MARKS: Final = "'`.,"
_INSIDE: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789" + _MARKS)
_STRETCH: Final = re.compile(rf"[a-z0-9{_MARKS}]*")

Located = tuple[int, int, str]


def locate_chosen(
    text: str, words: frozenset[str], beginnings: tuple[str, ...] = ()
) -> list[Located]:
    """Give of `locate_words` those that are among `words`, or begin with one of `beginnings`."""
    if len(words) + len(beginnings) > MOST:
        return list(_chosen(text, 0, words, beginnings))
    if text.isascii():
        return list(_in_ascii(text.lower(), 0, words, beginnings))
    found: list[Located] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.isascii():
            found += _in_ascii(line.lower(), start, words, beginnings)
        else:
            found += _chosen(line, start, words, beginnings)
        start += len(line)
    return found


def _chosen(
    text: str, offset: int, words: frozenset[str], beginnings: tuple[str, ...]
) -> Iterator[Located]:
    """Give the chosen tokens of a text that lies at an offset of another."""
    for start, end, word in locate_words(text):
        if word in words or word.startswith(beginnings):
            yield start + offset, end + offset, word


def _in_ascii(
    text: str, offset: int, words: frozenset[str], beginnings: tuple[str, ...]
) -> Iterator[Located]:
    """Give the chosen tokens of a text in small letters, which lies at an offset of another."""
    expression = _beginnings_of(words, beginnings)
    if expression is None:
        return
    place = 0
    while (found := expression.search(text, place)) is not None:
        start = found.start()
        while start > place and text[start - 1] in _INSIDE:
            start -= 1
        stretch = _STRETCH.match(text, start)
        assert stretch is not None  # it may be empty
        yield from _chosen(stretch[0], start + offset, words, beginnings)
        place = stretch.end()


@lru_cache(maxsize=64)
def _beginnings_of(words: frozenset[str], beginnings: tuple[str, ...]) -> re.Pattern[str] | None:
    """Compile what finds every place where one of these may begin; None where no ASCII has any."""
    whole = (_letters(word) + _not_going_on(word) for word in sorted(words) if word.isascii())
    begun = (_letters(word) for word in beginnings if word.isascii())
    parts = list(filter(None, (*whole, *begun)))
    return re.compile("|".join(parts)) if parts else None


def _letters(word: str) -> str:
    """Compose what finds a word, whatever marks stand in it, where no token goes on before it."""
    letters = [char for char in word if char not in _MARKS]
    if not letters:
        return ""
    first, *others = map(re.escape, letters)
    begins = f"{first}(?<!{_kind(letters[0])}{first})"
    return f"[{_MARKS}]*".join((begins, *others))


def _not_going_on(word: str) -> str:
    return f"(?!{_kind(word[-1])})" if word[-1:].isalnum() else ""


def _kind(char: str) -> str:
    return "[0-9]" if char.isdigit() else "[a-z]"
