"""Persons: the same name with and without its middle, and the full names that a short one fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from corpus.linking.gathering import Name, Names, Pair
from corpus.linking.merging import Merging
from corpus.linking.name_words import name_words
from corpus.understanding.gazetteers.names import given_names, other_names
from corpus.understanding.gazetteers.places import places
from corpus.understanding.gazetteers.words import word_ranks

_MOST_BEARERS = 12  # full names with one surname; of more the company is not even asked for


def full_names(names: Names) -> list[Name]:
    """Return the names of persons that have a given name and a surname."""
    found = (name for name in names.names.values() if name.type == "PERSON")
    return sorted((name for name in found if not name.is_short), key=lambda name: name.id)


def same_persons(names: Names) -> Iterator[Pair]:
    """Give pairs of names with the same first and last word whose middles do not contradict.

    Where the middles of a first and last word contradict each other there are several persons, and
    only names with the same initials between are paired.
    """
    by_ends: dict[tuple[str, str, str], list[Name]] = defaultdict(list)
    for name in full_names(names):
        words = name_words(name.text, "PERSON")
        by_ends[words.words[0], words.words[-1], words.suffix].append(name)
    for same in by_ends.values():
        if all(_middles_agree(a, b) for a, b in combinations(same, 2)):
            yield from _with_first(same)
            continue
        by_initials: dict[str, list[Name]] = defaultdict(list)
        for name in same:
            if initials := "".join(word[0] for word in name.words[1:-1]):
                by_initials[initials].append(name)
        for group in by_initials.values():
            if all(_middles_agree(a, b) for a, b in combinations(group, 2)):
                yield from _with_first(group)


def _with_first(group: list[Name]) -> Iterator[Pair]:
    ordered = sorted(group, key=lambda name: (-name.articles, name.id))
    for other in ordered[1:]:
        yield ordered[0].id, other.id


def _middles_agree(a: Name, b: Name) -> bool:
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
        for x, y in zip(a.words[1:-1], b.words[1:-1], strict=False)
    )


def last_word(name: Name) -> str:
    """Return the last word of a person's name, a hyphenated one whole, without article and Jr."""
    plain = [word for word in name.text.split() if name_words(word, "PERSON").words]
    words = name.words
    for word in reversed(plain):
        parts = name_words(word, "PERSON").words
        if words[-len(parts) :] == parts:
            return "".join(parts)
    return words[-1]


def are_rare(words: Iterable[str]) -> bool:
    """Say whether none of the words is English, or known as the name of persons or places."""
    lists = (given_names(), other_names(), word_ranks(), places())
    return not any(word in known for word in words for known in lists)


class Surnames:
    """The full names of persons by their surnames, for the clusters as they are when asked."""

    def __init__(self, names: Names, merging: Merging) -> None:
        self._names = names
        self._merging = merging
        self._by_last: dict[str, list[str]] = defaultdict(list)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for name in full_names(names):
            self._by_last[last_word(name)].append(name.id)
            self._by_first[name.words[0]].append(name.id)

    def bearers(self, short: Name) -> list[str]:
        """Return the full names that a short one may stand for: none, where they are many."""
        bearers = self._by_last.get(last_word(short), []) if short.words else []
        return bearers if len(bearers) <= _MOST_BEARERS else []

    def owner(self, short: Name) -> str | None:
        """Return a full name of the one person that a surname, or initials with it, can mean.

        None where there are several or none, and where the surname is also the first name of
        somebody else, or the name of a place or an organisation in as many articles.
        """
        bearers = self.bearers(short)
        if not bearers or self._is_other_thing(short):
            return None
        initial = short.words[0] if len(short.words[0]) == 1 else ""
        if initial:
            bearers = [id_ for id_ in bearers if self._names.names[id_].words[0][0] == initial]
        owners = {self._merging.top(id_) for id_ in bearers}
        last = last_word(short)
        if not initial and last in given_names():
            owners |= {self._merging.top(id_) for id_ in self._by_first.get(last, ())}
        return bearers[0] if len(owners) == 1 else None

    def _is_other_thing(self, short: Name) -> bool:
        others = (self._names.names.get(f"{type_}:{short.slug}") for type_ in ("org", "place"))
        return any(other.articles >= short.articles for other in others if other is not None)
