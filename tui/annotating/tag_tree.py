"""Tags as a tree: `dam/north/gate` stands below `dam/north`, which stands below `dam`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as a row: the whole `tag`, and how deep it stands below others."""

    tag: str
    depth: int

    @property
    def name(self) -> str:
        """Its last part."""
        return self.tag.rpartition("/")[2]


def tag_tree(tags: Iterable[str], typed: str = "") -> tuple[TagRow, ...]:
    """Put tags below each other, in their order; of all the tags those that fit what is `typed`.

    The tags above one that fits are shown with it.
    """
    known = tuple(dict.fromkeys(part for tag in tags for part in _above(tag)))
    fitting = [tag for tag in known if fits(tag, typed)]
    shown = {part for tag in fitting for part in _above(tag)}
    below: dict[str, list[str]] = {}
    for tag in known:
        if tag in shown:
            below.setdefault(tag.rpartition("/")[0], []).append(tag)
    return tuple(_rows(below, "", 0))


def best(rows: Iterable[TagRow], typed: str) -> int:
    """Return the number of the row that completes what is typed: the first that fits it."""
    for number, row in enumerate(rows):
        if fits(row.tag, typed):
            return number
    return 0


def fits(tag: str, typed: str) -> bool:
    """Whether what is typed is the beginning of a tag or of words in it, part by part.

    `dead`, `toll/`, `toll/d` and `t/d` fit `toll/dead`.
    """
    parts, wanted = tag.casefold().split("/"), typed.casefold().split("/")
    return any(
        all(_begins(part, one) for part, one in zip(parts[first:], wanted, strict=False))
        for first in range(len(parts) - len(wanted) + 1)
    )


def _rows(below: dict[str, list[str]], tag: str, depth: int) -> Iterator[TagRow]:
    waiting = [(each, depth) for each in reversed(below.get(tag, ()))]
    while waiting:
        each, deep = waiting.pop()
        yield TagRow(each, deep)
        waiting.extend((one, deep + 1) for one in reversed(below.get(each, ())))


def _above(tag: str) -> Iterator[str]:
    """Give the tags above one, the highest first, then itself."""
    parts = [part for part in tag.split("/") if part]
    for number in range(1, len(parts) + 1):
        yield "/".join(parts[:number])


def _begins(part: str, wanted: str) -> bool:
    return part.startswith(wanted) or f" {wanted}" in part
