"""All candidates of one article with the same words: what they say together of their type."""

from __future__ import annotations

from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.piece import Piece, Reason

TYPES: tuple[EntityType, ...] = ("PERSON", "ORG", "PLACE", "NORP")
CONTEXT_CAP = 5.0


class Group:
    """All candidates with the same words; `first` is the first in the text.

    `words` are the folded words of the name, without particles and joiners.
    """

    __slots__ = ("extra", "first", "key", "licences", "name", "pieces", "root", "type", "words")

    def __init__(self, first: Piece) -> None:
        self.key = first.key
        self.first = first
        self.words = [w.bare for w in first.words if not w.small]
        self.pieces = [first]
        self.extra: dict[EntityType, float] = {}
        self.licences: list[Reason] = []
        self.type: EntityType | None = None
        self.name: str | None = None
        self.root: Group = self

    def score(self, type_: EntityType) -> float:
        """Return the summed evidence for a type; what surrounds the mentions is capped."""
        if len(self.pieces) == 1:
            base = self.pieces[0].scores.get(type_, 0.0)
            context = self.pieces[0].context.get(type_, 0.0)
        else:
            base = max([p.scores.get(type_, 0.0) for p in self.pieces])
            context = sum([p.context.get(type_, 0.0) for p in self.pieces])
        if context > CONTEXT_CAP:
            context = CONTEXT_CAP
        elif context < -CONTEXT_CAP / 2:
            context = -CONTEXT_CAP / 2
        return base + context + self.extra.get(type_, 0.0)

    def license(self, type_: EntityType, weight: float, why: str) -> None:
        """Set what another name of the article says for a type; `why` names it."""
        self.extra[type_] = weight
        self.licences.append((type_, weight, why))

    def is_listed(self) -> bool:
        """Say whether a list is sure of it: a country, a region of the world, a people."""
        return any(max(p.scores.values(), default=0.0) >= 6.0 for p in self.pieces)

    def best(self) -> tuple[EntityType, float]:
        """Return the type with the most evidence, and how much."""
        best, top = TYPES[0], self.score(TYPES[0])
        for type_ in TYPES[1:]:
            score = self.score(type_)
            if score > top:
                best, top = type_, score
        return best, top

    def top(self) -> Group:
        """Return the group that stands for the whole cluster."""
        group = self
        while group.root is not group:
            group = group.root
        return group

    def join(self, other: Group) -> None:
        """Make one cluster of the two."""
        a, b = self.top(), other.top()
        if a is not b:
            b.root = a

    def surface(self) -> str:
        """Return the name on one line, as it is first written outside capitals."""
        written = [piece.surface for piece in self.pieces]
        calm = next((form for form in written if not form.isupper()), written[0])
        return " ".join(calm.split())
