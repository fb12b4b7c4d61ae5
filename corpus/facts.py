"""What a search asks of articles besides their words: metadata, and what the analysis found.

Both are kept for the whole corpus in one entry of the cache, so that a search reads no article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from corpus.summary import Summary
    from corpus.understanding.analysis import Analysis, Metadata

Dated = Literal["", "bounded", "inferred", "published"]
"""How a date is known: the text or the reader says it, something shows it, bounds only, not."""

SEARCHED_KINDS: Final = frozenset(("count", "money", "dimension"))
"""Kinds of quantities that are numbers of something: no dates, ordinals, ages or shares."""


@dataclass(frozen=True, slots=True)
class Known:
    """The metadata of an article; "" is unknown.

    It was published from the day `first` to the day `last`, both included: one day, or the whole
    month or year where no more is known, or the days that bound it on both sides. `dated` says how
    that is known. It has so many `characters`. `stamp` names the state of the article.
    """

    article: str
    part: str | None
    stamp: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    first: str = ""
    last: str = ""
    dated: Dated = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says something in an article; `entity` is the id in the article's own analysis."""

    name: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What the analysis found in an article; `stamp` names the state of the article.

    `lows` and `highs` are the ends of its numbers: a single figure has two equal ones. `starts`
    and `stops` are where these numbers stand in the text.
    """

    article: str
    part: str | None
    stamp: str
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()
    starts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    has_date: bool = False
    has_quote: bool = False
    speakers: tuple[Speaking, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTable:
    """The metadata of all articles."""

    rows: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingsTable:
    """What was found in all articles."""

    rows: tuple[Findings, ...] = ()


def known_of(article: str, part: str | None, stamp: str, summary: Summary) -> Known:
    """Gather what a search asks of an article's metadata."""
    metadata = summary.metadata
    published = metadata.published.value if metadata.published else ""
    first = published or (metadata.earliest.value if metadata.earliest else "")
    last = published or (metadata.latest.value if metadata.latest else "")
    if not (first and last):
        first = last = ""
    return Known(
        article,
        part,
        stamp,
        metadata.title.value if metadata.title else "",
        metadata.outlet.value if metadata.outlet else "",
        metadata.author.value if metadata.author else "",
        _first_day(first),
        _last_day(last),
        dated(metadata),
        summary.characters,
    )


def dated(metadata: Metadata) -> Dated:
    """Say how the published date is known."""
    if metadata.published is not None:
        return "published" if metadata.published.certainty == "certain" else "inferred"
    return "bounded" if metadata.earliest or metadata.latest else ""


def _first_day(date: str) -> str:
    return date[:10] + "-01-01"[len(date) - 4 :] if 4 <= len(date) < 10 else date[:10]


def _last_day(date: str) -> str:
    from calendar import monthrange

    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7 and date[:4].isdigit() and date[5:].isdigit():
        year, month = int(date[:4]), int(date[5:])
        if year and 1 <= month <= 12:
            return f"{date}-{monthrange(year, month)[1]}"
    return date[:10]


def findings_of(article: str, part: str | None, stamp: str, analysis: Analysis) -> Findings:
    """Gather what a search asks of an article's analysis; furniture is left out."""
    numbers = [
        (float(low), float(high), quantity.start, quantity.end)
        for quantity in analysis.body_quantities
        if quantity.kind in SEARCHED_KINDS
        if (low := _or(quantity.min, quantity.value)) is not None
        if (high := _or(quantity.max, quantity.value)) is not None
    ]
    speakers = {
        Speaking(statement.speaker.name, statement.speaker.entity): None
        for statement in analysis.statements
        if statement.speaker is not None
    }
    return Findings(
        article,
        part,
        stamp,
        tuple(low for low, _, _, _ in numbers),
        tuple(high for _, high, _, _ in numbers),
        tuple(start for _, _, start, _ in numbers),
        tuple(stop for _, _, _, stop in numbers),
        any(quantity.kind == "date" for quantity in analysis.body_quantities),
        any(statement.direct for statement in analysis.statements),
        tuple(speakers),
    )


def _or(first: float | None, second: float | None) -> float | None:
    return second if first is None else first
