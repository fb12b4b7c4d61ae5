"""The entities counted: every mention of every article under the id that it has in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.linking.contribution import Contribution
from corpus.linking.gathering import Names
from corpus.linking.merging import Merging
from corpus.linking.naming import canonical
from corpus.linking.relations import relations
from corpus.linking.scores import SCORES
from corpus.linking.table import (
    EntityTable,
    LinkedEntity,
    Merge,
    Moved,
    MovedHere,
    NameCount,
    Proof,
)
from corpus.linking.wishes import Wishes
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.slug import entity_id

Here = Mapping[tuple[str, str | None, str], tuple[str, Merge]]
_WITH_ARTICLE = ("surname", "acronym", "defined", "full name", "legal form")


@dataclass(slots=True)
class _Entity:
    """An entity in the making; `ids` are those of its names."""

    id: str
    type: EntityType
    name: str
    ids: list[str]
    names: dict[str, list[int]] = field(default_factory=dict)
    articles: int = 0
    merges: dict[tuple[str, str, str], Merge] = field(default_factory=dict)

    def add(self, merge: Merge) -> None:
        """Add a reason, or one more article to it."""
        key = (merge.kind, merge.name, merge.into)
        known = self.merges.get(key)
        if known is None:
            self.merges[key] = merge
            return
        proofs = [proof for proof in (known.proof, merge.proof) if proof is not None]
        self.merges[key] = Merge(
            known.name,
            known.into,
            known.kind,
            max(known.score, merge.score),
            min(proofs, key=lambda proof: proof.place, default=None),
            known.source,
            known.articles + merge.articles,
        )


class Clusters:
    """The clusters of names, each with its canonical name; `here` places short names."""

    def __init__(self, names: Names, merging: Merging, wishes: Wishes, here: Here) -> None:
        self.here = here
        self.by_id: dict[str, _Entity] = {}
        self._entities: dict[str, _Entity] = {}
        listed = {a for (kind, a, _) in names.shown if kind == "listed"}
        for cluster in merging.clusters():
            if not any(id_ in names.locals for id_ in cluster):
                continue
            type_ = _type(cluster, names)
            id_, name = canonical(cluster, type_, names, listed, wishes)
            entity = self._entities.setdefault(id_, _Entity(id_, type_, name, []))
            entity.ids.extend(cluster)
            self.by_id.update(dict.fromkeys(cluster, entity))
        for a, _, merge in merging.merges:
            if a in self.by_id:
                self.by_id[a].add(merge)

    def entities(self) -> list[_Entity]:
        """Return all entities, sorted by id."""
        return [self._entities[id_] for id_ in sorted(self._entities)]


def _type(cluster: Iterable[str], names: Names) -> EntityType:
    """Return the type that most articles gave to the names of a cluster."""
    counts: dict[EntityType, int] = {}
    for id_ in cluster:
        type_ = names.names[id_].type
        counts[type_] = counts.get(type_, 0) + names.locals[id_]
    return max(sorted(counts), key=lambda type_: counts[type_])


def count(contributions: Iterable[Contribution], clusters: Clusters) -> EntityTable:
    """Count the mentions of all articles, and make the table."""
    here: list[MovedHere] = []
    for given in contributions:
        met: set[str] = set()
        spelled: set[tuple[str, str]] = set()
        entities: dict[str, _Entity] = {}
        for local in given.entities:
            entity = clusters.by_id.get(local.id)
            if entity is None:
                continue  # the article was changed while the table was made
            placed = clusters.here.get((given.article, given.part, local.id))
            if placed is not None:
                top, merge = placed
                entity = clusters.by_id[top]
                entity.add(merge)
                here.append(MovedHere(given.article, given.part, local.id, entity.id))
            entities[local.id] = entity
            if entity.id not in met:
                met.add(entity.id)
                entity.articles += 1
            for seen in local.names:
                counted = entity.names.setdefault(seen.text, [0, 0])
                counted[0] += seen.count
                if (entity.id, seen.text) not in spelled:
                    spelled.add((entity.id, seen.text))
                    counted[1] += 1
        _add_aliases(given, entities)
    return _table(clusters, here)


def _add_aliases(given: Contribution, entities: Mapping[str, _Entity]) -> None:
    """Add what the article itself shows of names that need their article, as surnames do."""
    for alias in given.aliases:
        entity = entities.get(alias.entity)
        if entity is None or alias.kind not in _WITH_ARTICLE:
            continue
        a, b = (entity_id(entity.type, name) for name in (alias.name, alias.other))
        if a != b and not (a in entity.ids and b in entity.ids):
            proof = Proof(given.article, given.part, alias.start, alias.end)
            score = SCORES[alias.kind]
            entity.add(Merge(alias.other, alias.name, alias.kind, score, proof, None, 1))


def _best(merges: Mapping[tuple[str, str, str], Merge]) -> Iterable[Merge]:
    """Return the merges in order; an acronym that is defined needs no other reason."""
    for kind, name, into in sorted(merges):
        if kind != "acronym" or ("defined", name, into) not in merges:
            yield merges[kind, name, into]


def _table(clusters: Clusters, here: list[MovedHere]) -> EntityTable:
    made = [entity for entity in clusters.entities() if entity.names]
    related = relations((entity.id, entity.type, entity.ids) for entity in made)
    entities = tuple(
        LinkedEntity(
            entity.id,
            entity.type,
            entity.name,
            tuple(
                NameCount(text, *entity.names[text])
                for text in sorted(entity.names, key=lambda text: (-entity.names[text][0], text))
            ),
            entity.articles,
            tuple(_best(entity.merges)),
            related.get(entity.id, ()),
        )
        for entity in made
    )
    moved = tuple(
        Moved(id_, entity.id) for entity in made for id_ in sorted(entity.ids) if id_ != entity.id
    )
    here.sort(key=lambda each: (each.article, each.part or "", each.local))
    return EntityTable(entities=entities, moved=moved, moved_here=tuple(here))
