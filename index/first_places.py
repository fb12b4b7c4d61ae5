"""The places of a query that a result shows: of a long text those that are found fast.

To part a megabyte into words takes an eighth of a second, too long for a key. A long text is
looked at in parts, and parted into words only where a look shows that words of the query may be:
parts with most of the query first, until there are enough places to choose snippets from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from unicodedata import category

from corpus.tokens import APOSTROPHES, IGNORED
from index.matching import find_places, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.matching import Found
    from index.planning import Leaf, Plan

MOST_PLACES: Final = 1_000
"""Places of a long text that are enough."""
PART: Final = 1 << 16
"""Characters of a part."""
_WHOLE: Final = 4 * PART
"""Characters of a text that is taken whole."""
_FURTHEST: Final = 1 << 10
"""Characters before the end of a part in which a gap between words is looked for."""
_LEFT_OUT: Final = str.maketrans("", "", f"{APOSTROPHES}{IGNORED}.,")
_BLANK: Final = re.compile(r"\s")
_ASCII: Final = frozenset(map(chr, range(128)))


def first_places(plan: Plan, text: str) -> list[Found]:
    """Find places as `find_places` does; of a long text not all, where there are many.

    A sequence that goes over the end of a part is not found.
    """
    if len(text) <= _WHOLE:
        return find_places(plan, text)
    signs = [set(_signs(plan.leaves[words])) for words in plan.wanted()]
    ranked = sorted(
        (-count, start, end)
        for start, end in _parts(text)
        if (count := _having(text[start:end], signs))
    )
    found: list[Found] = []
    for _, start, end in ranked:
        found += (
            replace(place, start=place.start + start, end=place.end + start)
            for place in find_places(plan, text[start:end])
        )
        if len(found) >= MOST_PLACES:
            break
    return in_order(found)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Part a text between paragraphs, else between words."""
    start = 0
    while start < len(text):
        end = min(start + PART, len(text))
        if end < len(text):
            for gap in ("\n\n", "\n", " "):
                at = text.rfind(gap, end - _FURTHEST, end)
                if at > start:
                    end = at + len(gap)
                    break
            else:
                blank = _BLANK.search(text, end)
                end = blank.end() if blank is not None else len(text)
        yield start, end
        start = end


def _signs(leaf: Leaf) -> Iterator[str]:
    """Give words of which a text has one where it has the leaf: those of the longest slot."""
    for slots in leaf.sequences:
        known = [slot for slot in slots if slot.alternatives]
        if known:
            longest = max(known, key=lambda slot: min(len(one.word) for one in slot.alternatives))
            yield from (one.word.translate(_LEFT_OUT) for one in longest.alternatives)


def _having(part: str, signs: list[set[str]]) -> int:
    """Count the leaves that a part may have; one with letters beyond ASCII may have every one."""
    if not part.isascii() and any(category(char)[0] in "LMN" for char in set(part) - _ASCII):
        return len(signs)
    folded = part.lower().translate(_LEFT_OUT)
    return sum(any(word in folded for word in words) for words in signs)
