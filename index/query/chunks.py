"""The words of a query: what stands between spaces or quotation marks, as words and patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.tokens import locate_words
from index.query.tree import ANY_WORD, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters that no article has stand for the wildcards while the words are told apart.
_STAR, _ONE = "\ua66e", "\ua66d"
_STAND_INS: Final = str.maketrans({"*": _STAR, "?": _ONE})
_STAND_INS_QUOTED: Final = str.maketrans({"*": _STAR})
_WILD: Final = {_STAR: "*", _ONE: "?"}
_BACK: Final = str.maketrans(_WILD)
_MANY_STARS: Final = re.compile(r"\*[*?]*\*")
_NOTHING_ELSE: Final = frozenset("*?")


def read_words(
    query: str, start: int, end: int, *, quoted: bool, typed: bool, stemmed: bool = False
) -> Words | None:
    """Read what stands from `start` to `end` of a query; None where it has no word.

    `typed` says that the last word may still go on. In quotation marks `*` alone is any one word,
    and `?` is a question mark.
    """
    words: list[str | Pattern] = []
    prefix = False
    rest = start
    for first, last, word in _located(query[start:end], quoted=quoted):
        prefix, rest = False, start + last
        if word == "*" and quoted:
            words.append(ANY_WORD)
        elif _NOTHING_ELSE.issuperset(word):
            continue
        elif word.endswith("*") and not _NOTHING_ELSE.intersection(word[:-1]):
            words.append(word[:-1])
            prefix = True
        elif _NOTHING_ELSE.intersection(word):
            words.append(Pattern("wildcard", _MANY_STARS.sub("*", word)))
        else:
            words.append(word)
        if prefix and start + last < end and _goes_on(query[start + last : end], quoted=quoted):
            words[-1] = Pattern("wildcard", word)
            prefix = False
        del first
    while words and words[0] == ANY_WORD:
        del words[0]
    while words and words[-1] == ANY_WORD:
        del words[-1]
        prefix = False
    if not words:
        return None
    if typed and rest == end and isinstance(words[-1], str):
        prefix = True
    return Words(start, end, tuple(words), prefix, quoted, stemmed and not quoted)


def _goes_on(rest: str, *, quoted: bool) -> bool:
    return next(_located(rest, quoted=quoted), None) is not None


def _located(text: str, *, quoted: bool) -> Iterator[tuple[int, int, str]]:
    """Give words with their places; one with wildcards is one word and keeps them."""
    table = _STAND_INS_QUOTED if quoted else _STAND_INS
    if not _NOTHING_ELSE.intersection(text):
        yield from locate_words(text)
        return
    replaced = text.translate(table)
    before: tuple[int, int, str] | None = None
    for start, end, word in locate_words(replaced):
        touches = before is not None and before[1] == start
        if touches and before is not None and (before[2][-1] in _WILD or word[0] in _WILD):
            before = before[0], end, before[2] + word
            continue
        if before is not None:
            yield before[0], before[1], before[2].translate(_BACK)
        before = start, end, word
    if before is not None:
        yield before[0], before[1], before[2].translate(_BACK)
