"""A candidate: a stretch of text that may be a name, with the evidence for each type."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.words import Word

Reason = tuple[EntityType, float, str]
"""What speaks for a type (or against it, below zero), how much, and what that is, in words."""


@dataclass(slots=True)
class Piece:
    """A candidate name. `scores` is the evidence in its words, `context` that around them.

    `doubtful` says that the capital letter proves nothing here: the piece is only a mention where
    the rest of the article or a list knows it. `name` is the main name that a list gives,
    `surface` the words as they stand in the text,
    `parts` the candidates inside that count where the whole is no name, `reasons` what each piece
    of evidence rests on. `start` and `end` are code points.
    """

    words: list[Word]
    scores: dict[EntityType, float] = field(default_factory=dict)
    context: dict[EntityType, float] = field(default_factory=dict)
    doubtful: bool = False
    title: tuple[int, int] | None = None
    name: str | None = None
    surface: str = ""
    parts: list[Piece] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    key: str = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Derive the key that the article's mentions of one name share, and where it stands."""
        words = self.words
        self.key = " ".join(
            [w.plain if w.acronym or w.is_initial_letter else w.bare for w in words]
        )
        self.start = words[0].start
        self.end = words[-1].end

    def add(self, type_: EntityType, weight: float, why: str) -> None:
        """Add evidence for a type that lies in the words themselves; `why` names the rule."""
        self.scores[type_] = self.scores.get(type_, 0.0) + weight
        self.reasons.append((type_, weight, why))

    def hint(self, type_: EntityType, weight: float, why: str) -> None:
        """Add evidence for a type that lies in the surroundings; `why` names the rule."""
        self.context[type_] = self.context.get(type_, 0.0) + weight
        self.reasons.append((type_, weight, why))
