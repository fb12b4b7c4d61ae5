"""How well annotations are found again: what mutations did, and what was said of it, counted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mutations import MUTATIONS, Mutation, passages

from annotations.anchor import Placed, context_of, place
from annotations.model import Annotation
from corpus.span import Span

SAME_PLACE = 0.5
"""A place is the right one where at least so much of it, and of what is found, is in both."""


@dataclass
class Tally:
    """What was counted: by kind of mutation, how often each outcome came."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[tuple[str, str, Annotation, Mutation, Placed]] = field(default_factory=list)

    def count(self, *outcomes: str) -> int:
        return sum(number for (_, one), number in self.outcomes.items() if one in outcomes)

    @property
    def total(self) -> int:
        return sum(self.outcomes.values())

    @property
    def silently_wrong(self) -> int:
        """Passages that say something else now and were called ok or moved."""
        return self.count("silent")

    @property
    def wrong_place(self) -> float:
        """The share that was called ok or moved at a wrong place."""
        return self.count("wrong place") / max(1, self.total)

    @property
    def found(self) -> float:
        """The share that was found, of passages whose words are still there or were edited."""
        gone = self.count("lost as it should be", "not lost")
        return self.count("found", "found and changed") / max(1, self.total - gone)

    @property
    def lost(self) -> float:
        """The share that was called lost, of passages that are gone."""
        lost = self.count("lost as it should be")
        return lost / max(1, lost + self.count("not lost"))


def outcome(mutation: Mutation, placed: Placed) -> str:
    """Say in a word what became of an annotation."""
    calm = placed.state in ("ok", "moved")
    if mutation.span is None:
        if calm and placed.span is not None:
            return "wrong place"
        return "lost as it should be" if placed.state == "lost" else "not lost"
    right = placed.span is not None and _same(placed.span, mutation.span)
    if calm:
        if not right:
            return "wrong place"
        return "silent" if mutation.says_other else "found"
    if placed.state == "changed" and right:
        return "found and changed"
    return "elsewhere" if placed.state == "changed" else placed.state


def _same(one: Span, other: Span) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both >= SAME_PLACE * max(one.end - one.start, other.end - other.start)


def measured(texts: Iterable[str], seed: int, each: int) -> Tally:
    """Annotate `each` passages of every text, edit the text in every way, and count."""
    tally = Tally()
    rng = random.Random(seed)
    for text in texts:
        for span in passages(text, rng, each):
            before, after = context_of(text, span)
            made = Annotation("a-1", quote=span.cut(text), at=span, before=before, after=after)
            for mutate in MUTATIONS:
                mutation = mutate(text, span, rng)
                if mutation is None:
                    continue
                placed = place(made, mutation.text)
                found = outcome(mutation, placed)
                tally.outcomes[mutation.kind, found] += 1
                if found not in ("found", "found and changed", "lost as it should be"):
                    tally.examples.append((mutation.kind, found, made, mutation, placed))
    return tally
