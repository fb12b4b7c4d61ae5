"""The table of entities with a wish of the reader, until it is made anew.

Bringing the names of a large corpus together takes a while; what the reader said of one entity can
be shown before. Where a name was split off, its articles are known only afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.linking.places import ArticleEntities, Places
from corpus.linking.scores import SOURCES
from corpus.linking.table import EntityTable, LinkedEntity, Merge, Moved, NameCount
from corpus.linking.wishes import name_slug
from corpus.understanding.entities.slug import entity_id

if TYPE_CHECKING:
    from annotations.entity_wishes import Wish


def patched(
    table: EntityTable, places: Places, id_: str, wish: Wish
) -> tuple[EntityTable, Places] | None:
    """Return table and places with what the reader wished of the entity `id_`; None if unknown."""
    from annotations.entity_wishes import Apart, Forbidden, Renamed, Together, Typed

    own = table.entity(id_)
    if own is None:
        return None
    if isinstance(wish, Forbidden):
        return _with(table, places, {id_: None}, ())
    if isinstance(wish, Renamed):
        reason = Merge(own.name, wish.to, "reader", 1.0, None, SOURCES.get("reader"))
        name = replace(own, name=wish.to, merges=(*own.merges, reason))
        new = replace(name, id=entity_id(own.type, wish.to))
        return _with(table, places, {id_: new.id}, (new,))
    if isinstance(wish, Typed):
        new = replace(own, type=wish.type, id=entity_id(wish.type, own.name))
        return _with(table, places, {id_: new.id}, (new,))
    if isinstance(wish, Together):
        others = [e for e in table.entities if e.name == wish.other and e.id != id_]
        return _merged(table, places, own, others[0], wish) if others else None
    assert isinstance(wish, Apart)
    return _split(table, places, own, name_slug(wish.other))


def _merged(
    table: EntityTable, places: Places, own: LinkedEntity, other: LinkedEntity, wish: Wish
) -> tuple[EntityTable, Places]:
    """Make one entity of two."""
    type_ = getattr(wish, "type", None) or own.type
    reason = Merge(other.name, own.name, "reader", 1.0, None, SOURCES.get("reader"))
    articles = {(each.article, each.part) for each, _ in places.of(table.number(own.id))}
    articles |= {(each.article, each.part) for each, _ in places.of(table.number(other.id))}
    new = LinkedEntity(
        entity_id(type_, own.name),
        type_,
        own.name,
        tuple(_added(own.names, other.names)),
        len(articles),
        (*own.merges, *other.merges, reason),
        own.relations,
    )
    return _with(table, places, {own.id: new.id, other.id: new.id}, (new,))


def _split(
    table: EntityTable, places: Places, own: LinkedEntity, slug: str
) -> tuple[EntityTable, Places] | None:
    """Take a name out of an entity: it is one of its own."""
    names = [name for name in own.names if name_slug(name.text) == slug]
    if not names or slug == name_slug(own.name):
        return None
    kept = tuple(name for name in own.names if name not in names)
    reasons = (m for m in own.merges if slug not in (name_slug(m.name), name_slug(m.into)))
    new = replace(own, names=kept, merges=tuple(reasons))
    gone = f":{slug}"
    moved = tuple(m for m in table.moved if m.entity != own.id or not m.local.endswith(gone))
    here = tuple(m for m in table.moved_here if m.entity != own.id or not m.local.endswith(gone))
    return _with(replace(table, moved=moved, moved_here=here), places, {own.id: own.id}, (new,))


def _with(
    table: EntityTable,
    places: Places,
    now: dict[str, str | None],
    new: Sequence[LinkedEntity],
) -> tuple[EntityTable, Places]:
    """Put new entities in the place of old ones; `now` says which id each old one has, if any."""
    ids = {entity.id for entity in new}
    rest = (e for e in table.entities if e.id not in now and e.id not in ids)
    entities = tuple(sorted((*rest, *new), key=lambda entity: entity.id))
    moved = [
        Moved(each.local, now.get(each.entity, each.entity) or each.local) for each in table.moved
    ]
    moved += [Moved(old, to) for old, to in now.items() if to is not None and to != old]
    here = tuple(
        replace(each, entity=now.get(each.entity, each.entity) or each.local)
        for each in table.moved_here
    )
    result = EntityTable(table.stamp, entities, tuple(moved), here, table.left_out)
    numbers: dict[int, int | None] = {}
    for number, entity in enumerate(table.entities):
        to = now.get(entity.id, entity.id)
        numbers[number] = None if to is None else result.number(to)
    articles = tuple(_renumbered(each, numbers) for each in places.articles)
    return result, Places(places.stamp, articles)


def _renumbered(here: ArticleEntities, numbers: dict[int, int | None]) -> ArticleEntities:
    counts: dict[int, int] = {}
    for number, count in zip(here.entities, here.counts, strict=True):
        to = numbers[number]
        if to is not None:
            counts[to] = counts.get(to, 0) + count
    ordered = tuple(sorted(counts))
    return ArticleEntities(
        here.article, here.part, ordered, tuple(counts[number] for number in ordered)
    )


def _added(own: Iterable[NameCount], others: Iterable[NameCount]) -> list[NameCount]:
    """Return names with their counts added, the most frequent first."""
    found = {name.text: name for name in own}
    for name in others:
        known = found.get(name.text, NameCount(name.text, 0, 0))
        total, articles = known.count + name.count, max(known.articles, name.articles)
        found[name.text] = NameCount(name.text, total, articles)
    return sorted(found.values(), key=lambda name: (-name.count, name.text))
