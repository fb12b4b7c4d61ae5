"""What is called by words of a query: short texts that have them, entities with such a name."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain, compress
from typing import TYPE_CHECKING

from corpus.garbage import many_objects
from corpus.tokens import words
from index.expanding import TextVocabulary, described_words, describes
from index.query.tree import ANY_WORD, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.linking.table import LinkedEntity
    from index.expanding import Vocabulary
    from index.known_files import FileKey


class CalledEntities:
    """The entities of a corpus, looked up by the words of their names."""

    def __init__(self, entities: Sequence[LinkedEntity]) -> None:
        self._entities = entities

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, entity in enumerate(self._entities):
            names = {entity.name, *(name.text for name in entity.names)}
            for word in {word for name in names for word in _words(name)}:
                found.setdefault(word, []).append(number)
        return found

    def numbers(self, asked: WordsMatcher, type_: str | None) -> Iterator[int]:
        """Give the numbers of the entities, of a type or of any, that have a name with words."""
        among = asked.among(self._by_word)
        for number in range(len(self._entities)) if among is None else among:
            entity = self._entities[number]
            if type_ in (None, entity.type) and is_called(entity, asked):
                yield number


class CalledArticles:
    """The articles of a corpus, looked up by the words of a short text of each, such as its title.

    `lines` has the words of each article's text, as `line_of` gives them.
    """

    def __init__(self, keys: Sequence[FileKey], lines: Sequence[str]) -> None:
        self._keys = keys
        self._lines = lines

    @cached_property
    def _vocabulary(self) -> TextVocabulary:
        with many_objects():
            return TextVocabulary("".join(self._lines).split())

    def having(self, asked: WordsMatcher) -> tuple[FileKey, ...]:
        """Return the articles of which the text has the words."""
        return tuple(compress(self._keys, self._are_having(asked)))

    def _are_having(self, asked: WordsMatcher) -> Iterable[bool]:
        together = asked.together
        if together is not None:
            return (together in line for line in self._lines)
        wanted = asked.one_of(self._vocabulary)
        if wanted is not None:
            return (not wanted.isdisjoint(line.split()) for line in self._lines)
        return (asked.is_among(line.split()) for line in self._lines)


def line_of(text: str) -> str:
    """Give the words of a text, one between spaces after the other; "" of a text without any."""
    found = " ".join(words(text))
    return f" {found} " if found else ""


def is_called(entity: LinkedEntity, asked: WordsMatcher) -> bool:
    """Say whether an entity has a name with these words."""
    return asked.is_in(entity.name) or any(asked.is_in(name.text) for name in entity.names)


class WordsMatcher:
    """Tells whether words of a query stand in a short text, such as a title or a name."""

    def __init__(self, asked: Words) -> None:
        self._words = asked.words
        self._prefix = asked.prefix
        self._plain = [word for word in asked.words if isinstance(word, str)]
        if asked.prefix:
            del self._plain[-1]

    def among(self, known: Mapping[str, Sequence[int]]) -> Iterable[int] | None:
        """Give the numbers under which all texts with the words are, and maybe others, ascending.

        `known` has the numbers of the texts with each word. None where any text may have them.
        """
        if self._plain:
            first, *others = sorted((known.get(word, ()) for word in self._plain), key=len)
            return sorted(set(first).intersection(*others))
        first_word = self._words[0]
        if isinstance(first_word, Pattern):
            begun = (word for word, _ in described_words(first_word, TextVocabulary(known)))
            itself = (first_word.text,) if first_word.kind == "fuzzy" else ()
            return _united(chain(begun, itself), known)
        if len(self._words) == 1 and self._prefix and isinstance(first_word, str):
            return _united((word for word in known if word.startswith(first_word)), known)
        return None

    @property
    def together(self) -> str | None:
        """What stands in a line (`line_of`) that has the words; None for patterns."""
        plain = [word for word in self._words if isinstance(word, str)]
        if len(plain) < len(self._words):
            return None
        return f" {' '.join(plain)}" + ("" if self._prefix else " ")

    def one_of(self, vocabulary: Vocabulary) -> frozenset[str] | None:
        """Give the words of a vocabulary that are the one that is asked for; None for several."""
        first_word, *others = self._words
        if others or isinstance(first_word, str) or first_word == ANY_WORD:
            return None
        itself = (first_word.text,) if first_word.kind == "fuzzy" else ()
        return frozenset((*(word for word, _ in described_words(first_word, vocabulary)), *itself))

    def is_in(self, text: str) -> bool:
        """Say whether the words follow each other in `text`."""
        return self.is_among(_words(text))

    def is_among(self, there: Sequence[str]) -> bool:
        """Say whether the words follow each other among the words of a text."""
        if not all(word in there for word in self._plain):
            return False
        number = len(self._words)
        return any(
            all(
                self._is(asked, word, last=at == number - 1)
                for at, (asked, word) in enumerate(
                    zip(self._words, there[start : start + number], strict=True)
                )
            )
            for start in range(len(there) - number + 1)
        )

    def _is(self, asked: str | Pattern, word: str, *, last: bool) -> bool:
        if isinstance(asked, str):
            return word.startswith(asked) if last and self._prefix else word == asked
        if asked == ANY_WORD:
            return True
        return describes(asked, word)


def _united(there: Iterable[str], known: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted(set(chain.from_iterable(known.get(word, ()) for word in there)))


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(text))
