"""What an article tells of its persons: whether they are men or women, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from corpus.understanding.analysis import Mention
from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.names import female_names, male_names
from corpus.understanding.statements.speakers import (
    FEMALE_WORDS,
    INCLUDES,
    MALE_WORDS,
    is_person_noun,
    singular,
)

Gender = Literal["female", "male"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APPOSED = re.compile(r"(?:[’']s)?,\s+(?P<words>(?:[^\W_]|[-’'\s.])+)")
_BEFORE = re.compile(r"(?P<words>(?:(?:[^\W_]|[-’'])+\s+){1,6}(?:,\s+)?)$")
_REACH = 90  # code points around a name


class People:
    """The persons that a text names. `mentions` are those of persons, in order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._genders: dict[str, Gender | None] = {}
        self._titles: dict[str, set[str]] = {}
        self._roles: dict[str, list[tuple[int, frozenset[str]]]] | None = None
        for mention in mentions:
            title = mention.title_span
            if title is not None:
                words = self._titles.setdefault(mention.entity, set())
                words.update(_words(text[title.start : title.end]))

    def gender(self, mention: Mention) -> Gender | None:
        """Return the sex of a person, where title or given name make it certain."""
        entity = mention.entity
        if entity not in self._genders:
            titles = self._titles.get(entity, set())
            found = gender_of_words(titles)
            self._genders[entity] = found or _gender_of_name(mention.name)
        return self._genders[entity]

    def is_called(self, mention: Mention, noun: str, before: int) -> bool:
        """Say whether the text calls a person by a noun, or what the noun includes, so far."""
        if self._roles is None:
            self._roles = self._read_roles()
        wanted = INCLUDES.get(noun, frozenset()) | {noun}
        for start, words in self._roles.get(mention.entity, ()):
            if start >= before:
                break
            if not wanted.isdisjoint(words):
                return True
        return False

    def _read_roles(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        roles: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for previous, mention in pairwise([None, *self._mentions]):
            assert mention is not None
            after = previous.end if previous is not None else 0
            words = self._words_beside(mention, after)
            if words:
                roles.setdefault(mention.entity, []).append((mention.start, words))
        return roles

    def _words_beside(self, mention: Mention, after: int) -> frozenset[str]:
        """Return the nouns for persons in a mention's title and apposition."""
        text = self._text
        words: set[str] = set()
        titles: set[str] = set()
        start = mention.start
        if mention.title_span is not None:
            start = mention.title_span.start
            titles.update(_words(text[start : mention.title_span.end]))
        before = _BEFORE.search(text[max(after, start - _REACH) : start])
        if before is not None:
            found = _words(before["words"])
            if "," not in before["words"]:
                found = found[-2:]
            words.update(found[-3:])
        apposed = _APPOSED.match(text, mention.end, min(len(text), mention.end + _REACH))
        if apposed is not None:
            words.update(_apposition(_words(apposed["words"])))
        return frozenset(titles | {singular(word) for word in words if is_person_noun(word)})


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _apposition(words: list[str]) -> list[str]:
    """Return the words of an apposition up to the end of its noun phrase's head."""
    for at, word in enumerate(words[:10]):
        if word in (
            "said",
            "told",
            "who",
            "which",
            "that",
            "was",
            "is",
            "has",
            "had",
            "and",
            "but",
        ):
            return words[:at]
        if word in ("of", "for", "to", "in", "at", "on", "with"):
            return words[:at]
    return words[:10]


def gender_of_words(words: set[str] | Sequence[str]) -> Gender | None:
    """Return the sex that titles and nouns tell; None where they tell none, or both."""
    male = any(word in MALE_WORDS for word in words)
    female = any(word in FEMALE_WORDS for word in words)
    if male == female:
        return None
    return "male" if male else "female"


def _gender_of_name(name: str) -> Gender | None:
    """Return the sex of a name's first given name, where the lists give it to one sex alone."""
    parts = fold(name).replace(".", " ").split()
    if len(parts) < 2:
        return None
    for part in parts[:-1]:
        if len(part) == 1:
            continue
        if part in male_names():
            return "male"
        return "female" if part in female_names() else None
    return None
