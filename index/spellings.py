"""The spellings of what a query names, and which articles each of them brings besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.fields import NAMES, WordsMatcher
from index.query import And, Pattern, Words, fields_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.linking.table import LinkedEntity
    from corpus.opening import Corpus
    from index.catalogue import FileKey
    from index.fields import FieldAnswers
    from index.query import Node

MOST_ENTITIES: Final = 5
"""Entities that a name may mean, those with the most mentions."""
MOST_SPELLINGS: Final = 12
"""Spellings of an entity, the most frequent."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write what a query names, or all ways of one entity.

    `query` finds it; `articles` counts the articles that have it, `added` those of them that the
    query itself does not find.
    """

    text: str
    entity: str
    type: str
    query: str
    articles: int
    added: int
    every: bool = False


def spellings_of(
    node: Node,
    answers: FieldAnswers,
    corpus: Corpus,
    found: Callable[[str], frozenset[FileKey]],
    before: frozenset[FileKey],
) -> tuple[Spelling, ...]:
    """Return the spellings of the entities that a query names, each entity's together first.

    `found` gives the articles of a query, `before` are those of this one. None until the names of
    the corpus were brought together.
    """
    return tuple(
        spelling
        for entity in _entities(node, answers, corpus)
        for spelling in _spellings(entity, found, before)
    )


def _entities(node: Node, answers: FieldAnswers, corpus: Corpus) -> list[LinkedEntity]:
    asked: list[tuple[str | None, WordsMatcher]] = [
        (NAMES[one.name], WordsMatcher(one.value))
        for one, wanted in fields_of(node)
        if wanted and one.name in NAMES and isinstance(one.value, Words)
    ]
    if not asked and (words := _plain_words(node)) is not None:
        asked = [(None, WordsMatcher(words))]
    known = {
        entity.id: entity
        for type_, matcher in asked
        for entity in answers.called(matcher, type_, corpus)
        if len(entity.names) > 1
    }
    return sorted(known.values(), key=lambda one: (-one.count, one.id))[:MOST_ENTITIES]


def _plain_words(node: Node) -> Words | None:
    """Give the words of a query that has nothing else in it, as they follow each other."""
    parts = node.nodes if isinstance(node, And) else (node,)
    if not all(isinstance(one, Words) for one in parts):
        return None
    words = [word for one, _ in words_of(node) for word in one.words]
    if any(isinstance(word, Pattern) for word in words):
        return None
    return Words(node.start, node.end, tuple(words))


def _spellings(
    entity: LinkedEntity,
    found: Callable[[str], frozenset[FileKey]],
    before: frozenset[FileKey],
) -> Iterator[Spelling]:
    names = dict.fromkeys(_quoted(name.text) for name in entity.names)
    queries = [query for query in names if query][:MOST_SPELLINGS]
    articles = {query: found(query) for query in queries}
    together = frozenset().union(*articles.values())
    every = " OR ".join(queries)

    def spelling(text: str, query: str, here: frozenset[FileKey], *, every: bool) -> Spelling:
        added = len(here - before)
        return Spelling(text, entity.name, entity.type, query, len(here), added, every)

    yield spelling(entity.name, every, together, every=True)
    for query in queries:
        yield spelling(query.strip('"'), query, articles[query], every=False)


def _quoted(name: str) -> str:
    """Return a name as a phrase of a query; "" where it has no word."""
    plain = " ".join(name.replace('"', " ").split())
    return f'"{plain}"' if any(map(str.isalnum, plain)) else ""
