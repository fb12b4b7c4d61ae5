"""Counting in how many articles of an outlet each line stands."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import Final

from corpus.repeating.learned import LearnedLines, OutletLines
from corpus.repeating.seen_lines import SeenLines

FEWEST: Final = 5
"""Articles that must have a line, so that it is none of theirs; copies of one count once."""

_SHARE = 10  # of so many articles of an outlet one must have the line
_BUCKETS = 1 << 20


def learned_lines(rows: Iterable[SeenLines], stamp: str) -> LearnedLines:
    """Return the repeated lines of each outlet; the order of the rows changes nothing."""
    stories: dict[str, dict[int, tuple[int, ...]]] = {}
    for row in rows:
        if row.outlet:
            own = stories.setdefault(row.outlet, {})
            known = own.get(row.story)
            own[row.story] = row.lines if known is None else min(known, row.lines)
    found = []
    for outlet in sorted(stories):
        articles = list(stories[outlet].values())
        counts = _counts(articles, max(FEWEST, -(-len(articles) // _SHARE)))
        if counts:
            lines = tuple(sorted(counts))
            found.append(OutletLines(outlet, lines, tuple(counts[line] for line in lines)))
    return LearnedLines(stamp, tuple(found))


def _counts(articles: list[tuple[int, ...]], least: int) -> dict[int, int]:
    """Return the lines that at least `least` articles have.

    Most lines stand in one article. They are counted in buckets first, so that memory grows with
    the repeated lines only.
    """
    if len(articles) < least:
        return {}
    buckets = array("L", bytes(array("L").itemsize * _BUCKETS))
    for lines in articles:
        for line in lines:
            buckets[line % _BUCKETS] += 1
    counts: Counter[int] = Counter()
    for lines in articles:
        counts.update(line for line in lines if buckets[line % _BUCKETS] >= least)
    return {line: count for line, count in counts.items() if count >= least}
