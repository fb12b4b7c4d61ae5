"""What one article gives to the knowledge of repeated lines: its outlet and its lines, as keys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenLines:
    """The lines above and below the body of an article that may be furniture, by their keys.

    `stamp` names the state of the article. `outlet` is its name without case, "" where it is not
    known for sure. `story` is the key of the longest paragraph: two articles that share it are two
    copies of one.
    """

    article: str
    part: str | None
    stamp: str
    outlet: str = ""
    story: int = 0
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenTable:
    """The lines of all articles."""

    rows: tuple[SeenLines, ...] = ()
