"""Which entities stand in which articles, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.linking.contribution import Contribution
from corpus.linking.table import EntityTable


@dataclass(frozen=True, slots=True)
class ArticleEntities:
    """The entities of one article: their numbers in the table, ascending, and their mentions."""

    article: str
    part: str | None
    entities: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """All articles with their entities, in the order of the corpus.

    `stamp` is that of the table whose `entities` the numbers count, from 0.
    """

    stamp: str = ""
    articles: tuple[ArticleEntities, ...] = ()
    _with: dict[int, list[tuple[int, int]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The articles of each entity, gathered once."""
        found: dict[int, list[tuple[int, int]]] = {}
        for at, here in enumerate(self.articles):
            for number, count in zip(here.entities, here.counts, strict=True):
                found.setdefault(number, []).append((at, count))
        object.__setattr__(self, "_with", found)

    def of(self, number: int) -> tuple[tuple[ArticleEntities, int], ...]:
        """Return the articles that have an entity, each with how often."""
        return tuple((self.articles[at], count) for at, count in self._with.get(number, ()))

    def company(self, number: int) -> Counter[int]:
        """Return the entities that stand in articles with this one, and in how many."""
        company = Counter(other for here, _ in self.of(number) for other in here.entities)
        del company[number]
        return company


def places_of(contributions: Iterable[Contribution], table: EntityTable) -> Places:
    """Return where the entities of a table are, given what it was made of."""
    numbers = {entity.id: number for number, entity in enumerate(table.entities)}
    articles = []
    for given in contributions:
        counts: Counter[int] = Counter()
        for local in given.entities:
            entity = table.linked(given.article, given.part, local.id)
            if entity is not None:
                counts[numbers[entity.id]] += sum(name.count for name in local.names)
        ordered = tuple(sorted(counts))
        here = tuple(counts[number] for number in ordered)
        articles.append(ArticleEntities(given.article, given.part, ordered, here))
    return Places(table.stamp, tuple(articles))
