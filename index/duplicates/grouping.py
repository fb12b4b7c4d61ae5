"""Grouping: which of many texts are one, in time that grows with their number only.

The numbers of sketches are put together to 64 bands of two (locality-sensitive hashing; Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3). Texts of which three bands are the same
may be alike: of two that are half alike nearly all have so many, of two that are a third alike 97
in 100. Those may tell one story on pages that are mostly menus, which sketches count, and which are
left out where texts are compared. The longest text of a group comes first in it and all others are
held to it, so that none gets into a group by way of a third text.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.duplicates.sketches import bands_of, likeness_of, sketch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Sequence

ALIKE: Final = 0.5
"""The likeness from which two articles are near-duplicates."""
SURE_ENOUGH: Final = 0.4
"""The likeness by their sketches from which two texts are compared themselves: of a hundred that
are half alike, five look less alike than that."""
POSSIBLE: Final = 0.25
"""The likeness by their sketches from which two texts are compared if one has menus: as much text
as the story has, on each page, or twice as much on one, leaves a third."""
LEAST_BANDS: Final = 3
"""Bands that two texts have in common which are looked at: fewer are often chance."""
MOST_FIRSTS: Final = 8
"""Texts that a text is compared with in one band, the first of their groups."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its hash, how many words it has, and its name, by which equal lengths are told."""

    sha256: str
    length: int
    name: tuple[str, str]


Comparison = tuple[float, bool]
"""How alike two texts are, and whether the second states a figure that the first one does not."""

Groups = dict[int, list[tuple[int, Comparison]]]
"""The numbers of the first texts, each with the others and how like the first one they are."""


def grouped(
    texts: Sequence[Text],
    sketches: array[int],
    compare: Callable[[int, int, bool], Comparison | None],
    cancelled: Callable[[], bool],
) -> Groups | None:
    """Group texts, told by their sketches, one after the other in `sketches`.

    `compare(first, second, sure)` says how alike two of them are; None where they cannot be read.
    Where it is not `sure` enough, they are alike only if one of them has menus. Gives None if
    cancelled.
    """
    order = sorted(range(len(texts)), key=lambda at: (-texts[at].length, texts[at].name))
    found: Groups = {}
    first_of: dict[int, int] = {}
    originals: dict[str, int] = {}
    shared = _shared_bands(sketches)
    firsts: defaultdict[int, list[int]] = defaultdict(list)
    for number in order:
        if cancelled():
            return None
        same = originals.setdefault(texts[number].sha256, number)
        if same != number:
            first = first_of.get(same, same)
            as_it = (1.0, False) if first == same else _comparison(found, first, same)
            found.setdefault(first, []).append((number, as_it))
            continue
        bands = shared.get(number, ())
        near = _nearest(number, bands, firsts, sketches)
        for first, rate in near:
            comparison = compare(first, number, rate >= SURE_ENOUGH)
            if comparison is not None and comparison[0] >= ALIKE:
                found.setdefault(first, []).append((number, comparison))
                first_of[number] = first
                break
        else:
            for band in bands:
                if len(firsts[band]) < MOST_FIRSTS:
                    firsts[band].append(number)
    return found


def _comparison(found: Groups, first: int, number: int) -> Comparison:
    return next(comparison for other, comparison in found[first] if other == number)


def _shared_bands(sketches: array[int]) -> dict[int, list[int]]:
    """Give the bands of each text that another text has, too, as numbers."""
    found: dict[int, list[int]] = {}
    nothing = hash((0, 0))
    count = itertools.count()
    for one, other in bands_of(sketches):
        keys = list(map(hash, zip(one, other, strict=True)))
        # One object a number: texts by the hundred thousand hold many of them.
        shared = {key: next(count) for key, times in Counter(keys).items() if times > 1}
        shared.pop(nothing, None)
        for number, key in enumerate(keys):
            if (band := shared.get(key)) is not None:
                found.setdefault(number, []).append(band)
    return found


def _nearest(
    number: int,
    bands: Sequence[int],
    firsts: dict[int, list[int]],
    sketches: array[int],
) -> Iterator[tuple[int, float]]:
    """Give the first texts of groups that may be like a text, the likeliest first, and how like."""
    own = sketch(sketches, number)
    times = Counter(itertools.chain.from_iterable(firsts.get(band, ()) for band in bands))
    rated = [
        (likeness_of(own, sketch(sketches, first)), first)
        for first, count in times.items()
        if count >= LEAST_BANDS
    ]
    rated.sort(key=lambda one: (-one[0], one[1]))
    return ((first, rate) for rate, first in rated if rate >= POSSIBLE)
