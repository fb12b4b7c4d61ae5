"""What readers made of one article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """What readers made of one article: tags on it and in it, and how many annotations.

    `own` are the tags that this reader gave to the article as a whole; `starred` is this reader's.
    """

    tags: tuple[str, ...] = ()
    annotations: int = 0
    own: tuple[str, ...] = ()
    starred: bool = False
