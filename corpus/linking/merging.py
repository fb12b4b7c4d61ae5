"""Names brought together, two at a time, with the reason for each; some never come together."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.linking.gathering import Names
from corpus.linking.table import Merge
from corpus.linking.wishes import Wishes


class Merging:
    """Clusters of names by id. What is merged first stays; a merge that may not be is left out."""

    def __init__(self, names: Names, wishes: Wishes) -> None:
        self.merges: list[tuple[str, str, Merge]] = []
        self._names = names.names
        self._wishes = wishes
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def top(self, id_: str) -> str:
        """Return the id that stands for the cluster of a name; it may be any of its names."""
        while (above := self._root.get(id_, id_)) != id_:
            id_ = above
        return id_

    def members(self, id_: str) -> list[str]:
        """Return the names of the cluster that a name is in."""
        top = self.top(id_)
        return self._members.get(top, [top])

    def may_merge(self, a: str, b: str) -> bool:
        """Say whether the reader lets the clusters of two names be one."""
        own, other = self._slugs(a), self._slugs(b)
        if any(not other.isdisjoint(self._wishes.apart(slug)) for slug in own):
            return False
        rules = {self._wishes.rule(slug) for slug in own | other} - {None}
        return len(rules) < 2

    def merge(self, a: str, b: str, reason: Merge) -> bool:
        """Make one cluster of those of two names; says whether they are one now."""
        top_a, top_b = self.top(a), self.top(b)
        if top_a != top_b:
            if not self.may_merge(a, b):
                return False
            joined = self._members.get(top_a, [top_a]) + self._members.pop(top_b, [top_b])
            self._root[top_b] = top_a
            self._members[top_a] = joined
        self.merges.append((a, b, reason))
        return True

    def clusters(self) -> Iterable[list[str]]:
        """Give the names of each cluster, sorted; a name that was merged with none alone."""
        for id_ in sorted(self._names):
            if self._root.get(id_, id_) == id_:
                yield sorted(self._members.get(id_, [id_]))

    def _slugs(self, id_: str) -> set[str]:
        return {member.partition(":")[2] for member in self.members(id_)}
