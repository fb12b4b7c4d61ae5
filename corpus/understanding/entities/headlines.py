"""Lines in which capitals prove nothing: all in capitals, or every word begun with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from corpus.span import Span
from corpus.understanding.entities.knowledge import COMMON, Knowledge
from corpus.understanding.entities.lexicon.small_words import FUNCTION_WORDS
from corpus.understanding.entities.lexicon.titles import TITLE_HEADS, TITLE_MODIFIERS
from corpus.understanding.entities.words import Word
from corpus.understanding.gazetteers.folding import phrase_key
from corpus.understanding.gazetteers.organisations import acronym_organisations
from corpus.understanding.gazetteers.places import acronym_places

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’.-]*")
_ASCII_WORD = re.compile(r"[A-Za-z][A-Za-z'.-]*")
_SMALL_WORDS = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or"),
        *("but", "as", "is", "its", "it's", "via", "vs", "per", "over", "into", "up"),
    )
)
_LINE = regex.compile(r"[^\n]*\n|[^\n]+\z")
LONGEST = 300  # code points of a headline
LONGEST_PHRASE = 8  # words of a name of the body that is looked for in headlines
SHORTEST = 4  # words of a headline; fewer prove nothing about the line


def find_headlines(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the lines in which most words are capitalised though they are not all names.

    A line that a sentence enters or leaves is hard-wrapped prose, no headline; but a headline of
    several lines is, where it is all in capitals.
    """
    found = []
    start = at = 0
    words_of = (_ASCII_WORD if text.isascii() else _WORD).findall
    # A line ends at a line feed alone, as everywhere; str.splitlines knows other ends.
    for line in _LINE.findall(text):
        end = start + len(line)
        while at < len(sentences) and sentences[at].end <= start:
            at += 1
        crossed = at < len(sentences) and sentences[at].start < start
        words: list[str] = words_of(line) if len(line) < LONGEST else []
        if _is_shouted(words):
            found.append(Span(start, end))
        elif not crossed and _is_headline(line, words):
            last = at
            while last < len(sentences) and sentences[last].end <= end:
                last += 1
            if last == len(sentences) or sentences[last].start >= end:
                found.append(Span(start, end))
        start = end
    return tuple(found)


def _is_shouted(words: Sequence[str]) -> bool:
    """Say whether a line of several words is written in capitals."""
    if len(words) < SHORTEST:
        return False
    shouted = len([w for w in words if w.isupper() and len(w) > 1])
    return shouted * 10 >= len(words) * 7


def _is_headline(line: str, words: Sequence[str]) -> bool:
    if len(words) < SHORTEST:
        return len(words) > 1 and all(w.isupper() and len(w) > 1 for w in words) and "," not in line
    if line.rstrip().endswith((".", ",", ";", ".”", '."')):
        return False
    weighty = [w for w in words if w.lower() not in _SMALL_WORDS]
    if len(weighty) < SHORTEST:
        return False
    capital = len([w for w in weighty if w[0].isupper()])
    return capital * 10 >= len(weighty) * 9


class Headlines:
    """The headlines of a text, asked for by ascending offsets."""

    __slots__ = ("_at", "_lines")

    def __init__(self, lines: Sequence[Span]) -> None:
        self._lines = lines
        self._at = 0

    def at(self, offset: int) -> Span | None:
        """Return the headline that `offset` lies in; offsets must not descend."""
        while self._at < len(self._lines) and self._lines[self._at].end <= offset:
            self._at += 1
        if self._at < len(self._lines) and self._lines[self._at].covers(offset):
            return self._lines[self._at]
        return None


class Phrases:
    """The names of the body by their keys."""

    __slots__ = ("_first_words", "_keys")

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._first_words = frozenset(key.partition(" ")[0] for key in self._keys)

    def length(self, words: Sequence[Word]) -> int:
        """Return how many words at the front are a name of the body; 0 where none are."""
        if words[0].small or phrase_key(words[0].text) not in self._first_words:
            return 0
        for length in range(min(len(words), LONGEST_PHRASE), 0, -1):
            if words[length - 1].small:
                continue
            if phrase_key(" ".join(w.text for w in words[:length])) in self._keys:
                return length
        return 0


def headline_runs(
    run: Sequence[Word], known: Knowledge, phrases: Phrases
) -> Iterator[tuple[list[Word], bool]]:
    """Cut a run of a headline where its words are English words and no name.

    `phrases` are the keys of the names of the body. Yields the words of each part, and whether it
    is one of those names as a whole.
    """
    words = [_calmed(word) for word in run]
    part: list[Word] = []
    i = 0
    while i < len(words):
        length = phrases.length(words[i : i + LONGEST_PHRASE])
        if length:
            if part:
                yield part, False
                part = []
            yield words[i : i + length], True
            i += length
            continue
        listed = known.listed_prefix(words[i:])
        if listed:
            part.extend(words[i : i + listed])
            i += listed
        elif _is_english(words[i], known):
            if part:
                yield part, False
                part = []
            i += 1
        else:
            part.append(words[i])
            i += 1
    if part:
        yield part, False


def _calmed(word: Word) -> Word:
    """Take a word in capitals for an acronym only where a list has it."""
    plain = word.text.replace(".", "")
    if word.acronym and plain not in acronym_places() and plain not in acronym_organisations():
        word.acronym = False
    return word


def _is_english(word: Word, known: Knowledge) -> bool:
    key = word.bare
    if word.small or key in TITLE_HEADS or key in TITLE_MODIFIERS:
        return False
    return (
        key in FUNCTION_WORDS
        or key in known.lower
        or known.ranks.get(key, COMMON) < COMMON
        or (key not in known.ranks and known.is_english(key))
    )
