"""What was learned of a corpus: for each outlet the lines that are repeated in its articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines

KEPT_AS: Final = "repeated lines"
"""The kind under which the cache keeps what was learned."""


@dataclass(frozen=True, slots=True)
class OutletLines:
    """The repeated lines of an outlet by their keys, sorted, and in how many articles each is.

    `outlet` is its name without case. Copies of one article count once.
    """

    outlet: str
    lines: tuple[int, ...]
    articles: tuple[int, ...]


@dataclass(frozen=True)
class LearnedLines:
    """The outlets with repeated lines, by name; `stamp` names the state of all articles."""

    stamp: str = ""
    outlets: tuple[OutletLines, ...] = ()

    def of(self, outlet: str) -> RepeatedLines:
        """Return the repeated lines of an outlet; none for one that is not known."""
        return self._by_outlet.get(outlet, NONE_REPEATED)

    @cached_property
    def fingerprint(self) -> str:
        """Name the lines, whatever their counts (16 hexadecimal digits); "" for none."""
        if not self.outlets:
            return ""
        lines = [(each.outlet, each.lines) for each in self.outlets]
        return sha256(repr(lines).encode("utf-8", "backslashreplace")).hexdigest()[:16]

    @cached_property
    def _by_outlet(self) -> dict[str, RepeatedLines]:
        return {
            each.outlet: RepeatedLines(dict(zip(each.lines, each.articles, strict=True)))
            for each in self.outlets
        }
