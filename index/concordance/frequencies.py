"""What is counted on the lines of a concordance: forms of the keyword, and runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from index.concordance.lines import ConcordanceLine


@dataclass(frozen=True, slots=True)
class Frequency:
    """Words, in their normal form, how often they stand there and in how many articles."""

    words: str
    count: int
    articles: int


def form_frequencies(lines: Iterable[ConcordanceLine]) -> list[Frequency]:
    """Count the forms in which the keyword stands, most frequent first."""
    found: Counter[str] = Counter()
    articles: dict[str, set[tuple[str, str | None]]] = {}
    for line in lines:
        form = " ".join(line.words)
        found[form] += 1
        articles.setdefault(form, set()).add(line.source.key)
    return _frequencies(found, articles, 1)


def n_grams(lines: Iterable[ConcordanceLine], size: int, *, minimum: int = 2) -> list[Frequency]:
    """Count the runs of `size` words that have the whole keyword in them, most frequent first.

    A run with two keywords in it counts once. The lines have kept `size - 1` words on either side;
    runs go over the ends of sentences, as the lines do. Keywords longer than `size` have none.
    """
    found: Counter[str] = Counter()
    articles: dict[str, set[tuple[str, str | None]]] = {}
    seen: set[tuple[str, str | None, int]] = set()
    for line in lines:
        article = line.source.key
        words = (*reversed(line.left), *line.words, *line.right)
        before = len(line.left)
        first = max(0, before + len(line.words) - size)
        for start in range(first, min(before, len(words) - size) + 1):
            place = (*article, line.first - before + start)
            if place not in seen:
                seen.add(place)
                run = " ".join(words[start : start + size])
                found[run] += 1
                articles.setdefault(run, set()).add(article)
    return _frequencies(found, articles, minimum)


def _frequencies(
    found: Counter[str], articles: dict[str, set[tuple[str, str | None]]], minimum: int
) -> list[Frequency]:
    listed = [
        Frequency(words, count, len(articles[words]))
        for words, count in found.items()
        if count >= minimum
    ]
    return sorted(listed, key=lambda one: (-one.count, one.words))
