"""Collocates: the words that stand near the keywords more often than chance would have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, Protocol

from index.concordance.association import expected, log_likelihood, mutual_information
from index.concordance.lines import ConcordanceLine

MINIMUM: Final = 5
"""Times that a word has to stand near the keywords, where no other number is asked for."""

Measure = Literal["log-likelihood", "mutual-information", "count"]


class WordCounts(Protocol):
    """The words of the texts that lines were taken from."""

    @property
    def tokens(self) -> int:
        """How many words there are."""

    def of(self, word: str) -> int:
        """Count one word."""


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that stands near the keywords.

    `count` places of it lie in a span around a keyword, `left` of one and `right` of one; a place
    between two keywords may be both. `total` counts the word at all, the keywords left out.
    """

    word: str
    count: int
    left: int
    right: int
    total: int
    expected: float
    log_likelihood: float
    mutual_information: float


def collocates(
    lines: Iterable[ConcordanceLine],
    counts: WordCounts,
    *,
    left: int = 5,
    right: int = 5,
    minimum: int = MINIMUM,
    by: Measure = "log-likelihood",
) -> list[Collocate]:
    """Return the words that stand at least `minimum` times in the spans, and more than by chance.

    The lines of an article follow each other. A span has `left` words before the keyword and
    `right` words after it, as far as the lines have kept so many. Every word of the texts is one
    observation, which lies in a span or not: one that lies in several spans counts once, and
    keywords themselves are no observations.
    """
    near, lefts, rights, in_nodes = (Counter[str]() for _ in range(4))
    for _, article in groupby(lines, lambda line: line.source.key):
        own = list(article)
        nodes = {at: word for line in own for at, word in enumerate(line.words, line.first)}
        before = {
            line.first - number: word
            for line in own
            for number, word in enumerate(line.left[:left], 1)
            if line.first - number not in nodes
        }
        after = {
            line.last + number: word
            for line in own
            for number, word in enumerate(line.right[:right], 1)
            if line.last + number not in nodes
        }
        in_nodes.update(nodes.values())
        lefts.update(before.values())
        rights.update(after.values())
        near.update((before | after).values())
    window = sum(near.values())
    # A text may have changed since its words were counted: then no cell may become negative.
    observations = max(counts.tokens - in_nodes.total(), window)
    found = []
    for word, count in near.items():
        if count < minimum:
            continue
        total = min(max(counts.of(word) - in_nodes[word], count), observations)
        by_chance = expected(window, total, observations)
        if count > by_chance:
            found.append(
                Collocate(
                    word,
                    count,
                    lefts[word],
                    rights[word],
                    total,
                    by_chance,
                    log_likelihood(count, window, total, observations),
                    mutual_information(count, window, total, observations),
                )
            )
    return ranked(found, by)


def ranked(found: Iterable[Collocate], by: Measure) -> list[Collocate]:
    """Return collocates, strongest first; of equal ones the more frequent first."""
    name = by.replace("-", "_")
    return sorted(found, key=lambda one: (-getattr(one, name), -one.count, one.word))
