"""What is known of the entities of a whole corpus: each under one id, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.problem import Problem
from corpus.understanding.analysis import AliasKind, EntityType

MergeKind = AliasKind | Literal["plural", "short name", "spelling", "slip", "same name", "reader"]
RelationKind = Literal["part of", "people of"]


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of an article that show a merge, in code points of its text."""

    article: str
    part: str | None
    start: int
    end: int

    @property
    def place(self) -> tuple[str, str, int]:
        """What proofs are put in order by."""
        return self.article, self.part or "", self.start


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that are one thing, and why.

    `kind` is the rule: those of an article (`AliasKind`), "plural" of a people, "short name" (a
    surname or short acronym that stands alone in its article) of the one full name of the corpus
    that fits, "spelling" told by the sounds, "slip" of the pen, "same name" that was taken for
    another type in some article, or "reader". `score` is how sure it is, from 0 to 1. Either
    `proof` shows it, or `source` names the list or the file that says so, or neither: then the
    names themselves do. `articles` counts the articles where it was seen.
    """

    name: str
    into: str
    kind: MergeKind
    score: float
    proof: Proof | None = None
    source: str | None = None
    articles: int = 0


@dataclass(frozen=True, slots=True)
class NameCount:
    """A spelling that an entity was found under, its mentions and the articles that have it."""

    text: str
    count: int
    articles: int


@dataclass(frozen=True, slots=True)
class Relation:
    """What an entity is to another, which is not the same thing; `why` says what shows it."""

    kind: RelationKind
    entity: str
    why: str


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """One thing in the corpus. `names` come most frequent first, `articles` counts articles."""

    id: str
    type: EntityType
    name: str
    names: tuple[NameCount, ...]
    articles: int
    merges: tuple[Merge, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def count(self) -> int:
        """How many mentions it has."""
        return sum(name.count for name in self.names)


@dataclass(frozen=True, slots=True)
class Moved:
    """An entity of an article that has another id in the corpus."""

    local: str
    entity: str


@dataclass(frozen=True, slots=True)
class MovedHere:
    """What one article calls by a short name, and the id that it has in the corpus."""

    article: str
    part: str | None
    local: str
    entity: str


@dataclass(frozen=True, slots=True)
class EntityTable:
    """The entities of a corpus by id, and which id each entity of an article has here.

    `moved` holds for all articles, `moved_here` for one article each and comes first. `stamp` names
    the state of the corpus that the table was made of; `left_out` are the articles that could not
    be read then, by name, with why.
    """

    stamp: str = ""
    entities: tuple[LinkedEntity, ...] = ()
    moved: tuple[Moved, ...] = ()
    moved_here: tuple[MovedHere, ...] = ()
    left_out: tuple[Problem, ...] = ()
    _numbers: dict[str, int] = field(init=False, repr=False, compare=False)
    _ids: dict[str, str] = field(init=False, repr=False, compare=False)
    _ids_here: dict[tuple[str, str | None, str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look-ups, made once."""
        numbers = {entity.id: number for number, entity in enumerate(self.entities)}
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_ids", {each.local: each.entity for each in self.moved})
        here = {(each.article, each.part, each.local): each.entity for each in self.moved_here}
        object.__setattr__(self, "_ids_here", here)

    def entity(self, id_: str) -> LinkedEntity | None:
        """Return the entity with an id of this table, None where there is none."""
        number = self._numbers.get(id_)
        return None if number is None else self.entities[number]

    def number(self, id_: str) -> int:
        """Return where among `entities` one with an id of this table stands, from 0."""
        return self._numbers[id_]

    def linked(self, article: str, part: str | None, local: str) -> LinkedEntity | None:
        """Return what the entity `local` of an article's analysis is in the corpus.

        None where the article was changed since, or is not in the table.
        """
        here = self._ids_here.get((article, part, local))
        return self.entity(here or self._ids.get(local, local))
