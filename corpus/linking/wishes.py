"""What the reader's `postil.yaml` says of names: which are one, and which never are."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.corpus_file import EntityRule
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.slug import entity_id


class Wishes:
    """The rules of the reader by the slugs of the names they hold.

    Rules of one name are one rule, a name that several rules hold belongs to the first, and what is
    kept apart is no alias.
    """

    def __init__(self, rules: Sequence[EntityRule]) -> None:
        self.rules = tuple(rules)
        self._rule_of: dict[str, int] = {}
        self._apart: dict[str, set[str]] = {}
        for rule in rules:
            for slug in {name_slug(name) for name in (rule.name, *rule.aliases)}:
                for other in {name_slug(word) for word in (*rule.not_, *rule.forbid)} - {slug}:
                    self._apart.setdefault(slug, set()).add(other)
                    self._apart.setdefault(other, set()).add(slug)
        numbers: dict[str, int] = {}
        for number, rule in enumerate(rules):
            main = name_slug(rule.name)
            for slug in (main, *map(name_slug, rule.aliases)):
                if slug not in self.apart(main):
                    self._rule_of.setdefault(slug, numbers.setdefault(main, number))

    def rule(self, slug: str) -> int | None:
        """Return the number of the rule that holds a name, None where none does."""
        return self._rule_of.get(slug)

    def apart(self, slug: str) -> frozenset[str]:
        """Return the names that may never be one with a name."""
        return frozenset(self._apart.get(slug, ()))


def name_slug(name: str) -> str:
    """Return the part of an id that comes from the name."""
    return entity_id(_ANY, name).partition(":")[2]


_ANY: EntityType = "ORG"
