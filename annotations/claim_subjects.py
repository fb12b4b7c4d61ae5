"""What claims are about: is the subject of one that of another, whatever each of them is called?

Names are told apart by what the corpus knows of them: "Daesh fighters" and "IS members" are about
one thing where the two names are those of one entity. Nouns are compared in the singular and under
the groups of the codebook. Two subjects are apart where both have names and share none, or where
they share nothing at all; one that only says "people" fits every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.understanding.quantities.counted import FUNCTION_WORDS
from corpus.understanding.quantities.lemmas import singular
from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from corpus.corpus_file import CorpusFile
    from corpus.linking.table import EntityTable

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_LONGEST_NAME = 6  # words
_SHORT = 4  # letters: so short a name is told from a word by its case, as "IS" is
_LONGEST = 40  # words of a subject that count
_ANYONE = word_set("person individual member other total one")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as it is compared: the `names` in it, and its `nouns`, in the singular."""

    names: frozenset[str]
    nouns: frozenset[str]

    def is_apart(self, other: Subject) -> bool:
        """Whether the two are about different things."""
        if self.names and other.names:
            return not self.names & other.names
        mine, theirs = self.names | self.nouns, other.names | other.nouns
        return bool(mine and theirs and not mine & theirs)


class Subjects:
    """Reads subjects, by the names and the counted nouns that a corpus takes for the same.

    `names` are groups of names, `nouns` of nouns, the first of each stands for all.
    """

    def __init__(
        self, names: Iterable[tuple[str, ...]] = (), nouns: Iterable[tuple[str, ...]] = ()
    ) -> None:
        self._groups = names
        self._nouns = {
            _in_singular(each): _in_singular(group[0]) for group in nouns for each in group
        }

    @classmethod
    def of(cls, settings: CorpusFile, table: EntityTable | None = None) -> Subjects:
        """Return what reads the subjects of a corpus; `table` are its entities, where known."""
        rules = [(rule.name, *rule.aliases) for rule in settings.entities]
        known = table.entities if table is not None else ()
        linked = [(one.name, *(name.text for name in one.names)) for one in known]
        groups = [(group.name, *group.nouns) for group in settings.codebook.groups]
        return cls([*rules, *linked], groups)

    def apart(self, one: str | None, other: str | None) -> bool:
        """Whether two subjects are given and are about different things."""
        return bool(one and other) and self.read(one or "").is_apart(self.read(other or ""))

    def read(self, words: str) -> Subject:
        """Read a subject."""
        said = _WORD.findall(_POSSESSIVE.sub("", words))[:_LONGEST]
        names: set[str] = set()
        nouns: set[str] = set()
        at = 0
        while at < len(said):
            for length in range(min(_LONGEST_NAME, len(said) - at), 0, -1):
                name = self._names.get(_key(" ".join(said[at : at + length])))
                if name is not None:
                    names.add(name)
                    at += length
                    break
            else:
                word = said[at]
                if _is_name(word):
                    names.add(_key(word))
                elif word.casefold() not in FUNCTION_WORDS:
                    noun = _in_singular(word)
                    nouns.add(self._nouns.get(noun, noun))
                at += 1
        return Subject(frozenset(names), frozenset(nouns - _ANYONE))

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names by which each thing is known, and the one that stands for it."""
        found: dict[str, str] = {}
        for group in self._groups:
            for name in group:
                found.setdefault(_key(" ".join(_WORD.findall(name))), _key(group[0]))
        return found


PLAIN = Subjects()
"""Reads subjects where nothing is known of the corpus."""


def _key(name: str) -> str:
    return name if len(name) <= _SHORT else name.casefold()


def _is_name(word: str) -> bool:
    """Whether a word that no entity has is one's name all the same: an acronym, by its letters."""
    return len(word) > 1 and word.isupper()


def _in_singular(word: str) -> str:
    return singular(word.casefold())
