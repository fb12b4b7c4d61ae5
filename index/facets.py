"""What the articles that a query found are of: outlets, years, persons, places, tags, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from corpus.opening import Corpus
    from index.fields import FieldAnswers
    from index.known_files import FileKey

MOST: Final = 12
"""Values of a facet: those with the most articles."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, such as an outlet, with the number of found articles that have it.

    `query` finds the articles that have it.
    """

    facet: str
    value: str
    articles: int
    query: str


def count_facets(
    found: Collection[FileKey], answers: FieldAnswers, corpus: Corpus
) -> tuple[FacetValue, ...]:
    """Count what is known of some articles, a facet after the other, the most frequent first.

    What is not known yet is not counted: persons and places are when
    the names of the corpus were brought together.
    """
    outlets: Counter[str] = Counter()
    years: Counter[str] = Counter()
    known = answers.metadata(corpus)
    for key in found:
        row = known.get(key)
        if row is not None:
            outlets[row.outlet] += 1
            years[row.first[:4] if row.first[:4] == row.last[:4] else ""] += 1
    tags: Counter[str] = Counter()
    for key, facts in answers.reader.facts().items():
        if key in found:
            tags.update(facts.tags)
    values = [*_values("outlet", "outlet", outlets), *_values("year", "date", years)]
    for facet, type_ in (("person", "PERSON"), ("place", "PLACE")):
        names = Counter(dict(answers.naming(type_, frozenset(found), corpus)))
        values += _values(facet, facet, names)
    return (*values, *_values("tag", "tag", tags))


def _values(facet: str, field: str, counts: Counter[str]) -> Iterator[FacetValue]:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    named = [(value, count) for value, count in ordered if value.strip()]
    for value, count in named[:MOST]:
        plain = " ".join(value.replace('"', " ").split())
        quoted = plain if plain.isdigit() else f'"{plain}"'
        yield FacetValue(facet, value, count, f"{field}:{quoted}")
