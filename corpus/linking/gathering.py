"""The contributions of all articles put together: every name, and every alias that was shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.linking.contribution import Contribution, LocalEntity, SeenName
from corpus.linking.name_words import name_words
from corpus.linking.table import MergeKind, Proof
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.lexicon.small_words import NAME_PARTICLES
from corpus.understanding.entities.slug import entity_id

LONGEST_ACRONYM = 8  # letters


@dataclass(slots=True)
class Name:
    """A name of one type, in all its spellings of one slug, over all articles.

    `articles` counts the articles that have it as the name of an entity of theirs, or under one.
    `local` counts the canonical names that articles gave to the entities with this id.
    """

    id: str
    type: EntityType
    articles: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    local: Counter[str] = field(default_factory=Counter)

    @property
    def slug(self) -> str:
        """The part of the id that does not tell the type."""
        return self.id.partition(":")[2]

    @property
    def text(self) -> str:
        """The most frequent spelling; one in capitals only where there is no other."""
        forms = self.local or self.spellings
        return min(forms, key=lambda form: (form.isupper(), -forms[form], form))

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, without titles, articles and legal forms."""
        return name_words(self.text, self.type).words

    @property
    def is_short(self) -> bool:
        """Whether it needs its article to say who is meant: a surname, initials or an acronym."""
        if self.type == "PERSON":
            return " " not in self.text or all(
                len(w) == 1 or w in NAME_PARTICLES for w in self.words[:-1]
            )
        return self.type == "ORG" and is_acronym(self.text)


def is_acronym(text: str) -> bool:
    """Say whether a name is written as an acronym: NRA, U.N., NF-O."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return " " not in text and 2 <= len(letters) <= LONGEST_ACRONYM and capitals * 2 > len(letters)


@dataclass(slots=True)
class Shown:
    """How often articles show that two names are one, and the first that does."""

    articles: int
    proof: Proof


Pair = tuple[str, str]


@dataclass(slots=True)
class Names:
    """All names by id, and the pairs of names (fuller first) that articles show to be one."""

    names: dict[str, Name] = field(default_factory=dict)
    shown: dict[tuple[MergeKind, str, str], Shown] = field(default_factory=dict)
    locals: Counter[str] = field(default_factory=Counter)
    articles: int = 0

    def name(self, id_: str, type_: EntityType) -> Name:
        """Return the name with an id; a new one where it was not met yet."""
        found = self.names.get(id_)
        if found is None:
            found = self.names[id_] = Name(id_, type_)
        return found


def gather(contributions: Iterable[Contribution]) -> Names:
    """Put the contributions together. What comes out does not depend on their order."""
    names = Names()
    for given in contributions:
        names.articles += 1
        types = {entity.id: entity.type for entity in given.entities}
        joined: dict[str, list[Pair]] = {}
        for alias in given.aliases:
            type_ = types.get(alias.entity)
            if type_ is None or alias.kind == "listed":
                continue  # the name that the list gives is that of the entity
            a, b = entity_id(type_, alias.name), entity_id(type_, alias.other)
            if a != b:
                joined.setdefault(alias.entity, []).append((a, b))
                proof = Proof(given.article, given.part, alias.start, alias.end)
                _show(names, (alias.kind, a, b), proof)
                if alias.kind == "defined" and is_acronym(alias.name) and alias.entity != b:
                    # "Northern Dawn (ND, or Zamra)": what is one with the acronym is one with it.
                    _show(names, (alias.kind, alias.entity, b), proof)
        for entity in given.entities:
            names.locals[entity.id] += 1
            names.name(entity.id, entity.type).local[entity.name] += 1
            first = _count(names, entity)
            for id_ in first.keys() - _reached(entity.id, joined.get(entity.id, ())):
                # The name that the article gave it comes from a list, or is the singular.
                kind: MergeKind = "plural" if entity.type == "NORP" else "listed"
                seen = first[id_]
                proof = Proof(given.article, given.part, seen.start, seen.end)
                _show(names, (kind, entity.id, id_), proof)
    return names


def _reached(id_: str, pairs: Iterable[Pair]) -> set[str]:
    """Return the names that the article's aliases join with a name, and itself."""
    reached, waiting = {id_}, list(pairs)
    while near := [pair for pair in waiting if not reached.isdisjoint(pair)]:
        reached.update(*near)
        waiting = [pair for pair in waiting if pair not in near]
    return reached


def _count(names: Names, entity: LocalEntity) -> dict[str, SeenName]:
    """Count the names of an entity of an article, and return the first spelling of each."""
    first: dict[str, SeenName] = {}
    for seen in entity.names:
        id_ = entity_id(entity.type, seen.text)
        names.name(id_, entity.type).spellings[seen.text] += seen.count
        first.setdefault(id_, seen)
    for id_ in {entity.id, *first}:
        names.names[id_].articles += 1
    return first


def _show(names: Names, key: tuple[MergeKind, str, str], proof: Proof) -> None:
    known = names.shown.get(key)
    if known is None:
        names.shown[key] = Shown(1, proof)
        return
    known.articles += 1
    if proof.place < known.proof.place:
        known.proof = proof
