"""Which pieces of an article are shown for a query: the places where most of it stands together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from index.matching import without_overlaps
from index.results import Match, Snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.matching import Found

WIDTH: Final = 160
"""Characters of a snippet, about."""
MOST: Final = 3
"""Snippets of an article."""
_LONGEST_MATCH: Final = 3 * WIDTH
_MOST_PLACES: Final = 2_000
"""Places that are looked at: enough for the best windows, and bounded for huge texts."""


def choose_snippets(text: str, places: Sequence[Found]) -> tuple[Snippet, ...]:
    """Give up to three pieces of `text`, in its order, none overlapping another.

    The first chosen has the most different words of the query in one window; each further one must
    lie outside those before it. Without any place (a file that changed since it was indexed) there
    is none.
    """
    distinct = without_overlaps(places[:_MOST_PLACES])
    chosen: list[tuple[int, int]] = []
    for first, last in _ranked_windows(distinct):
        start, end = _widen(text, distinct[first].start, min(distinct[last].end, len(text)))
        if all(end <= other_start or start >= other_end for other_start, other_end in chosen):
            chosen.append((start, end))
            if len(chosen) == MOST:
                break
    return tuple(
        Snippet(
            start,
            end,
            text[start:end],
            tuple(
                Match(max(place.start, start), min(place.end, end), place.exact)
                for place in distinct
                if place.start < end and start < place.end
            ),
        )
        for start, end in sorted(chosen)
    )


def _ranked_windows(places: Sequence[Found]) -> list[tuple[int, int]]:
    """Give windows as (first, last) numbers of places, best first."""
    ranked: list[tuple[float, int, int]] = []
    leaves: Counter[int] = Counter()
    exact = stop = 0  # of the places from the first to the one before `stop`
    for first, place in enumerate(places):
        while stop <= first or (stop < len(places) and places[stop].end - place.start <= WIDTH):
            leaves[places[stop].leaf] += 1
            exact += places[stop].exact
            stop += 1
        ranked.append((-(10.0 * len(leaves) + exact + 0.5 * (stop - first)), first, stop - 1))
        exact -= place.exact
        leaves[place.leaf] -= 1
        if not leaves[place.leaf]:
            del leaves[place.leaf]
    ranked.sort()
    return [(first, last) for _, first, last in ranked]


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Spread a window to the width of a snippet, to word bounds, within its paragraph."""
    if end - start > _LONGEST_MATCH:
        end = start + _LONGEST_MATCH
    spare = max(0, WIDTH - (end - start))
    left = max(0, start - spare // 2)
    right = min(len(text), end + spare - (start - left))
    paragraph = text.rfind("\n\n", left, start)
    if paragraph >= 0:
        left = paragraph + 2
    paragraph = text.find("\n\n", end, right)
    if paragraph >= 0:
        right = paragraph
    if left > 0 and not text[left - 1].isspace():
        left = next((at + 1 for at in range(left, start) if text[at].isspace()), left)
    if right < len(text) and not text[right].isspace():
        right = next((at for at in range(right, end, -1) if text[at - 1].isspace()), right)
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right
