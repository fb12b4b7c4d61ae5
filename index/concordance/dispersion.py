"""Dispersion: how evenly keywords are spread, over articles, within each, and over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

from index.concordance.lines import ConcordanceLine, Source

Unit = Literal["day", "month", "year"]

MOST_DAYS: Final = 62
"""Days up to which time is parted into days."""
MOST_MONTHS: Final = 48
"""Months up to which time is parted into months, else into years."""
_LENGTHS: Final[dict[Unit, int]] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Spread:
    """How evenly something is spread over parts: 0 is evenly for `dp`, unevenly for `d`.

    None where it cannot be told: of fewer than two parts, or where there is nothing to spread.
    """

    parts: int
    dp: float | None
    d: float | None


@dataclass(frozen=True, slots=True)
class ArticleSpread:
    """Where in an article the keywords stand: numbers of words, from 0, of `source.tokens`."""

    source: Source
    places: tuple[int, ...]

    @property
    def per_thousand(self) -> float:
        """Keywords in a thousand words."""
        return 1000 * len(self.places) / self.source.tokens if self.source.tokens else 0.0

    def plot(self, width: int) -> tuple[int, ...]:
        """Count the keywords in each of `width` equal stretches of the article."""
        counts = [0] * width
        for place in self.places:
            counts[min(width - 1, place * width // max(1, self.source.tokens))] += 1
        return tuple(counts)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year: its keywords, its articles and their words."""

    name: str
    count: int
    articles: int
    tokens: int

    @property
    def per_million(self) -> float:
        """Keywords in a million words."""
        return 1_000_000 * self.count / self.tokens if self.tokens else 0.0


@dataclass(frozen=True, slots=True)
class OverTime:
    """Keywords by time; `undated` counts those in articles without a date so exact."""

    unit: Unit
    periods: tuple[Period, ...]
    spread: Spread
    undated: int


def deviation_of_proportions(counts: Sequence[int], sizes: Sequence[int]) -> float | None:
    """Return Gries's DP: half the sum of |v - s| over the parts, 0 for an even spread.

    `s` is a part's share of the words, `v` its share of the keywords. Gries (2008), "Dispersions
    and adjusted frequencies in corpora", International Journal of Corpus Linguistics 13(4),
    403-437. None without keywords or words.
    """
    keywords, words = sum(counts), sum(sizes)
    if not keywords or not words:
        return None
    return (
        sum(abs(count / keywords - size / words) for count, size in zip(counts, sizes, strict=True))
        / 2
    )


def juilland_d(counts: Sequence[int], sizes: Sequence[int]) -> float | None:
    """Return Juilland's D: 1 - V / sqrt(n - 1), 1 for an even spread over n parts.

    `V` is the standard deviation of the parts' rates (keywords per word, of the population)
    divided by their mean. Juilland and Chang-Rodríguez (1964), Frequency Dictionary of Spanish
    Words; with rates for parts of unequal size as in Gries (2008). Parts without words are left
    out. None for fewer than two parts, or without keywords.
    """
    rates = [count / size for count, size in zip(counts, sizes, strict=True) if size]
    number = len(rates)
    if number < 2 or not any(rates):
        return None
    mean = sum(rates) / number
    variation = sqrt(sum((rate - mean) ** 2 for rate in rates) / number) / mean
    return 1 - variation / sqrt(number - 1)


def spread(counts: Sequence[int], sizes: Sequence[int]) -> Spread:
    """Say how evenly keywords are spread over parts of these sizes."""
    parts = sum(map(bool, sizes))
    if parts < 2:
        return Spread(parts, None, None)
    return Spread(parts, deviation_of_proportions(counts, sizes), juilland_d(counts, sizes))


def by_article(lines: Iterable[ConcordanceLine]) -> list[ArticleSpread]:
    """Return where in each article the keywords stand, the article with most of them first."""
    places: dict[tuple[str, str | None], tuple[Source, list[int]]] = {}
    for line in lines:
        places.setdefault(line.source.key, (line.source, []))[1].append(line.first)
    found = [ArticleSpread(source, tuple(sorted(own))) for source, own in places.values()]
    return sorted(
        found, key=lambda one: (-len(one.places), one.source.article, one.source.part or "")
    )


def over_articles(lines: Iterable[ConcordanceLine], sources: Iterable[Source]) -> Spread:
    """Say how evenly the keywords are spread over articles, those without any among them."""
    counts = Counter(line.source.key for line in lines)
    sources = list(sources)
    return spread(
        [counts[source.key] for source in sources],
        [source.tokens for source in sources],
    )


def over_time(lines: Iterable[ConcordanceLine], sources: Iterable[Source]) -> OverTime:
    """Count the keywords by time, in days, months or years as their dates ask for.

    Articles whose date is not as exact as that are `undated`, unless none is more exact.
    """
    sources, lines = list(sources), list(lines)
    unit = _unit([source.date for source in sources if source.date])
    length = _LENGTHS[unit]
    keywords = Counter(line.source.key for line in lines)
    counts: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    undated = 0
    for source in sources:
        own = keywords[source.key]
        if len(source.date) < length:
            undated += own
            continue
        name = source.date[:length]
        counts[name] += own
        articles[name] += 1
        tokens[name] += source.tokens
    periods = tuple(
        Period(name, counts[name], articles[name], tokens[name]) for name in sorted(articles)
    )
    even = spread([one.count for one in periods], [one.tokens for one in periods])
    return OverTime(unit, periods, even, undated)


def _unit(dates: Sequence[str]) -> Unit:
    """Choose the shortest unit of time that does not part the dates into too many."""
    days = [date for date in dates if len(date) >= _LENGTHS["day"]]
    months = {date[:7] for date in dates if len(date) >= _LENGTHS["month"]}
    if len(set(days)) > 1 and len(set(days)) <= MOST_DAYS and 2 * len(days) >= len(dates):
        return "day"
    if len(months) > 1 and len(months) <= MOST_MONTHS:
        return "month"
    return "year"
