"""What the reader's `postil.yaml` says of names: which are one, and which never are."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.corpus_file import EntityRule
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.slug import entity_id


class Wishes:
    """The rules of the reader by the slugs of the names they hold. A rule has no names twice."""

    def __init__(self, rules: Sequence[EntityRule]) -> None:
        self.rules = tuple(rules)
        self._rule_of: dict[str, int] = {}
        self._apart: dict[str, set[str]] = {}
        for number, rule in enumerate(rules):
            own = [name_slug(name) for name in (rule.name, *rule.aliases)]
            forbidden = {name_slug(word) for word in (*rule.not_, *rule.forbid)}
            for slug in own:
                if slug not in forbidden:
                    self._rule_of.setdefault(slug, number)
                for other in forbidden - {slug}:
                    self._apart.setdefault(slug, set()).add(other)
                    self._apart.setdefault(other, set()).add(slug)

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
