"""What is called by words of a query: short texts that have them, entities with such a name."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from corpus.tokens import words
from index.expanding import describes
from index.query import ANY_WORD, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.linking.table import LinkedEntity


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
            return min((known.get(word, ()) for word in self._plain), key=len)
        begin = self._words[-1]
        if len(self._words) == 1 and self._prefix and isinstance(begin, str):
            numbers = (found for word, found in known.items() if word.startswith(begin))
            return sorted(set(chain.from_iterable(numbers)))
        return None

    def is_in(self, text: str) -> bool:
        """Say whether the words follow each other in `text`."""
        there = _words(text)
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


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(text))
