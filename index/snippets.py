"""Which pieces of an article are shown for a query: the places where most of it stands together."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from index.matching import without_overlaps
from index.results import Match, Snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.matching import Found

WIDTH: Final = 160
"""Characters of a snippet, about."""
MOST: Final = 3
"""Snippets of an article."""
_WIDENED: Final = 0.5
"""What a place counts that only a widened word brought."""
_LONGEST_MATCH: Final = 3 * WIDTH
_MOST_PLACES: Final = 2_000
"""Places that are looked at: enough for the best windows, and bounded for huge texts."""


class _Window(NamedTuple):
    """Places that stand together, as their numbers; the words of the query stand from `first`."""

    first: int
    last: int


def choose_snippets(text: str, places: Sequence[Found]) -> tuple[Snippet, ...]:
    """Give up to three pieces of `text`, in its order, none overlapping another.

    The first chosen has the most of the query in one window: different words of it, those that the
    text has seldom before those it is full of, and these as close together as they come. Each
    further one must lie outside those before it. Without any place (a file that changed since it
    was indexed) there is none.
    """
    distinct = without_overlaps(places[:_MOST_PLACES])
    chosen: list[tuple[int, int, int]] = []
    for window in _ranked_windows(distinct):
        best = distinct[window.first].start
        start, end = _widen(text, best, min(distinct[window.last].end, len(text)))
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in chosen):
            chosen.append((start, end, best))
            if len(chosen) == MOST:
                break
    return tuple(_snippet(text, start, end, best, distinct) for start, end, best in sorted(chosen))


def _snippet(text: str, start: int, end: int, best: int, places: Sequence[Found]) -> Snippet:
    inside = [place for place in places if place.start < end and start < place.end]
    return Snippet(
        start,
        end,
        text[start:end],
        tuple(Match(max(place.start, start), min(place.end, end), place.exact) for place in inside),
        next(number for number, place in enumerate(inside) if place.start == best),
    )


def _ranked_windows(places: Sequence[Found]) -> list[_Window]:
    """Give a window from each place on, best first."""
    times = Counter(place.leaf for place in places)
    # A word that is all the places counts 1, one that is an eighth of them 4.
    weights = {leaf: 1 + log2(len(places) / count) for leaf, count in times.items()}
    ranked: list[tuple[float, int, float, int, int]] = []
    nearest: dict[int, int] = {}  # of each leaf, its next place
    last, exact = len(places) - 1, 0  # of the places from the first to the last
    for first in range(len(places) - 1, -1, -1):
        place = places[first]
        nearest[place.leaf] = first
        exact += place.exact
        while last > first and places[last].end - place.start > WIDTH:
            exact -= places[last].exact
            last -= 1
        inside = [at for at in nearest.values() if at <= last]
        weight = sum(
            weights[places[at].leaf] * (1 if places[at].exact else _WIDENED) for at in inside
        )
        # What is nearest of every word of the window ends here.
        cover = max(inside)
        stop, spread = (cover, places[cover].end - place.start) if len(inside) > 1 else (last, 0)
        many = exact + 0.5 * (last - first)
        ranked.append((-round(weight, 6), spread, -many, first, stop))
    ranked.sort()
    return [_Window(first, stop) for *_, first, stop in ranked]


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
