"""What tests ask of a table of entities."""

from __future__ import annotations

from collections.abc import Callable

from corpus.linking.table import EntityTable, LinkedEntity, Merge

Link = Callable[..., EntityTable]
"""Links articles, given as texts by their names, and perhaps the text of a `postil.yaml`."""


def owner(table: EntityTable, name: str, *, type_: str | None = None) -> LinkedEntity:
    """Return the one entity that has a spelling."""
    (found,) = owners(table, name, type_=type_)
    return found


def owners(table: EntityTable, name: str, *, type_: str | None = None) -> list[LinkedEntity]:
    """Return all entities that have a spelling."""
    return [
        entity
        for entity in table.entities
        if type_ in (None, entity.type) and any(each.text == name for each in entity.names)
    ]


def are_one(table: EntityTable, *names: str) -> bool:
    """Say whether each of the spellings belongs to one and the same entity, and to no other."""
    found = {entity.id for name in names for entity in owners(table, name)}
    return len(found) == 1


def merge_of(table: EntityTable, name: str) -> Merge:
    """Return the one reason that a spelling was merged for."""
    (found,) = [merge for merge in owner(table, name).merges if merge.name == name]
    return found
