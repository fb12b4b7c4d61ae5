"""Keyness: the words that tell some articles from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from index.concordance.association import log_likelihood, log_ratio

MINIMUM: Final = 5
"""Times that a word has to stand in all articles together, where nothing else is asked for."""
SIGNIFICANT: Final = 15.13
"""The log-likelihood that chance reaches in one word of 10,000: many words are tried."""


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word that is more frequent in the selection than in the rest, or less.

    `log_ratio` is above zero for what is more frequent in the selection: 1 is twice as frequent.
    """

    word: str
    count: int
    rest: int
    log_likelihood: float
    log_ratio: float


def key_words(
    selection: Mapping[str, int],
    rest: Mapping[str, int],
    *,
    minimum: int = MINIMUM,
    significant: float = SIGNIFICANT,
) -> list[KeyWord]:
    """Return the words that are key in the selection, the most significant first.

    Both give how often each word stands there. The log-likelihood is that of the whole table of
    two rows and two columns (Dunning 1993), the effect size is the log ratio (Hardie 2014). Empty
    where either has no words.
    """
    size, size_rest = sum(selection.values()), sum(rest.values())
    if not size or not size_rest:
        return []
    found = []
    for word in _words(selection, rest):
        here, there = selection.get(word, 0), rest.get(word, 0)
        if here + there < minimum:
            continue
        likelihood = log_likelihood(here, size, here + there, size + size_rest)
        if likelihood >= significant:
            ratio = log_ratio(here, size, there, size_rest)
            found.append(KeyWord(word, here, there, likelihood, ratio))
    return sorted(found, key=lambda one: (-one.log_likelihood, one.word))


def _words(*counts: Mapping[str, int]) -> Iterable[str]:
    return dict.fromkeys(word for each in counts for word in each)
