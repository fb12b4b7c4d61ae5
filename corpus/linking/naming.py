"""The canonical name of an entity: the reader's, a list's, else the most frequent full form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.linking.gathering import Name, Names
from corpus.linking.wishes import Wishes
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.slug import entity_id


def canonical(
    cluster: Sequence[str], type_: EntityType, names: Names, listed: Iterable[str], wishes: Wishes
) -> tuple[str, str]:
    """Return the id and the name of a cluster of names, given by their ids.

    `listed` are the ids of names that articles were given by a list. The order of the names and of
    the articles does not matter.
    """
    rules = {wishes.rule(id_.partition(":")[2]) for id_ in cluster} - {None}
    if rules:
        name = wishes.rules[min(rule for rule in rules if rule is not None)].name
        return entity_id(type_, name), name
    chosen = set(cluster) & set(listed)
    forms = [names.names[id_] for id_ in chosen or cluster]
    own = [form for form in forms if form.type == type_] or forms
    best = min(own, key=_order)
    return entity_id(type_, best.text), best.text


def _order(name: Name) -> tuple[bool, bool, int, int, str]:
    """Full names come first, then those that articles gave, the frequent ones, the long ones."""
    return name.is_short, not name.local, -name.articles, -len(name.text), name.id
