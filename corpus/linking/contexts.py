"""What stands around names: do two names occur in the same company, and so mean one thing?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from corpus.linking.contribution import Contribution
from corpus.linking.gathering import Names, Pair
from corpus.understanding.entities.lexicon.titles import HONORIFICS, TITLE_HEADS

_ENOUGH = 1.1  # how much must agree, in what a thing speaks that a single article has
# How what two names share speaks less, the more articles have it. The size of the corpus is not in
# it, so that articles of other things change nothing.
_FADING = -0.4
_TITLE = 1.05  # how much a title speaks that both have
_RARE = 0.9  # how much it speaks that the name is rare, where anything else does


@dataclass(slots=True)
class Company:
    """The entities, by their ids in the articles, and the titles that a name occurs with."""

    entities: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def add(self, other: Company) -> None:
        """Add what another has."""
        self.entities |= other.entities
        self.titles |= other.titles


@dataclass(frozen=True, slots=True)
class ShortHere:
    """A short name that stands without its full name in one article, and its company there."""

    article: str
    part: str | None
    id: str
    company: Company
    start: int
    end: int


class Contexts:
    """The company of the wanted names, and which of the wanted pairs occur in one article."""

    def __init__(self, names: Names) -> None:
        self.companies: dict[str, Company] = {}
        self.together: dict[Pair, int] = {}
        self.shorts: list[ShortHere] = []
        self._names = names

    def read(
        self,
        contributions: Iterable[Contribution],
        wanted: Set[str],
        shorts: Set[str],
        pairs: Iterable[Pair],
    ) -> None:
        """Go through the articles once. `shorts` are the short names that are looked for."""
        partners: dict[str, set[str]] = {}
        for a, b in pairs:
            partners.setdefault(min(a, b), set()).add(max(a, b))
        ids: dict[str, str] = {}
        for given in contributions:
            here = {ids.setdefault(entity.id, entity.id) for entity in given.entities}
            for entity in given.entities:
                if entity.id in partners:
                    for other in partners[entity.id] & here:
                        pair = (entity.id, other)
                        self.together[pair] = self.together.get(pair, 0) + 1
                if entity.id in wanted:
                    company = self.companies.setdefault(entity.id, Company())
                    company.add(Company(here, set(entity.titles)))
                if entity.id in shorts:
                    own = Company(here, set(entity.titles))
                    first = entity.names[0]
                    place = (given.article, given.part, entity.id, own, first.start, first.end)
                    self.shorts.append(ShortHere(*place))

    def company(self, ids: Iterable[str]) -> Company:
        """Return the company of several names together."""
        found = Company()
        for id_ in ids:
            if id_ in self.companies:
                found.add(self.companies[id_])
        return found

    def agreement(self, a: Company, b: Company, own: Set[str], *, rare: bool = False) -> float:
        """Return how well two companies agree: from 1 on, enough for two names to be one.

        What few articles have speaks more than what many have. `own` are the two names themselves,
        `rare` says that few people have the name.
        """
        shared = sorted((a.entities & b.entities) - own)
        counts = self._names.locals
        found = sum(math.pow(counts[id_], _FADING) for id_ in shared if counts[id_])
        if _plain(a.titles) & _plain(b.titles):
            found += _TITLE
        if rare and found > 0:
            found += _RARE
        return found / _ENOUGH


def _plain(titles: Iterable[str]) -> set[str]:
    """Return the words of titles that say what someone is, which Mr. and Dr. do not."""
    words = {word.rstrip(".") for title in titles for word in title.split()}
    return (words & TITLE_HEADS) - HONORIFICS
