"""Menus: the lines that pages of a site share, told from what versions of one story share.

Texts that were found alike are looked at once more, where many of them are and each has its own
longest paragraph: lines of lists that as many of them have come with the page. A line of a list
is short, without a figure, and no sentence, and so are the lines about it; what wire stories share
are sentences.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from corpus.understanding.repeated_lines import line_key, may_be_repeated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

FEWEST: Final = 5
"""Stories that must share a line, so that it is none of theirs."""
_SHARE: Final = 0.8
"""Of the lines of a list, as many read as such."""


def shared_menus(texts: Iterable[str]) -> frozenset[int]:
    """Return the lines, by their keys, that come with the pages of these texts."""
    stories: dict[int, set[int]] = {}
    for text in texts:
        listed: set[int] = set()
        longest = ""
        for block in _blocks(text):
            keys = [line_key(line) for line in block if may_be_repeated(line)]
            if len(keys) >= _SHARE * len(block):
                listed.update(keys)
            elif sum(map(len, block)) > len(longest):
                longest = " ".join(block)
        story = line_key(longest)
        stories[story] = stories[story] & listed if story in stories else listed
    counts = Counter(key for listed in stories.values() for key in listed)
    return frozenset(key for key, count in counts.items() if count >= FEWEST)


def without_menus(text: str, menus: Collection[int]) -> str:
    """Return a text without the lines that are known to come with its page."""
    if not menus:
        return text
    return "\n".join(line for line in text.split("\n") if line_key(line.strip()) not in menus)


def _blocks(text: str) -> Iterator[list[str]]:
    """Give the lines that stand together, between lines that are empty."""
    block: list[str] = []
    for line in text.split("\n"):
        if stripped := line.strip():
            block.append(stripped)
        elif block:
            yield block
            block = []
    if block:
        yield block
