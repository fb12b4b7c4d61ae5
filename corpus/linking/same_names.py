"""One name that different articles took for different types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from corpus.linking.gathering import Name, Names, Pair, is_acronym

_MOST = 4  # times as many articles have the type that is taken for the right one


def same_names(names: Names) -> Iterator[Pair]:
    """Give pairs of one name in the type that most articles have, and in another.

    Names of several words and acronyms only: a single word may well be a place and a person.
    """
    by_slug: dict[str, list[Name]] = defaultdict(list)
    for id_ in sorted(names.locals):
        name = names.names[id_]
        if name.type != "NORP" and ("-" in name.slug or is_acronym(name.text)):
            by_slug[name.slug].append(name)
    for same in by_slug.values():
        if len(same) > 1:
            same.sort(key=lambda name: (-name.articles, name.id))
            first = same[0]
            for other in same[1:]:
                if first.articles >= _MOST * other.articles:
                    yield first.id, other.id
