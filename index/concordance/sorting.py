"""The order of concordance lines: by words beside the keyword, by the keyword, by article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.slice_sorting import SLICE, sorted_in_slices
from index.concordance.lines import ConcordanceLine

if TYPE_CHECKING:
    from index.concordance.gathering import Work

NAMES: Final = ("L1", "L2", "L3", "R1", "R2", "R3", "word", "file", "date", "outlet")
"""What lines are sorted by: `L1` is the first word left of the keyword, `word` the keyword."""


@dataclass(frozen=True, slots=True)
class SortKey:
    """One thing that lines are sorted by, from its end where `backwards`."""

    name: str
    backwards: bool = False

    def __str__(self) -> str:
        return f"-{self.name}" if self.backwards else self.name

    @property
    def needs_metadata(self) -> bool:
        """Whether outlet and date of the articles have to be known."""
        return self.name in ("date", "outlet")

    def of(self, line: ConcordanceLine) -> str | tuple[str, ...] | tuple[str, str, int]:
        """Return what a line is sorted by; where there is no such word, ""."""
        match self.name:
            case "word":
                return line.words
            case "file":
                return line.place
            case "date":
                return line.source.date
            case "outlet":
                return line.source.outlet.casefold()
            case side:
                words = line.left if side[0] == "L" else line.right
                at = int(side[1:]) - 1
                return words[at] if at < len(words) else ""


def parse_sort(text: str) -> tuple[SortKey, ...]:
    """Read an order such as `R1,R2,-date`; a hyphen sorts backwards. Raises ValueError."""
    known = {name.casefold(): name for name in NAMES}
    keys = []
    for part in text.split(","):
        asked = part.strip()
        name = known.get(asked.removeprefix("-").casefold())
        if name is None:
            raise ValueError(f"{asked!r} is nothing to sort by (choose from {', '.join(NAMES)})")
        keys.append(SortKey(name, asked.startswith("-")))
    return tuple(keys)


def order_of(
    lines: Sequence[ConcordanceLine], keys: Sequence[SortKey], work: Work | None = None
) -> list[int]:
    """Return the numbers of lines, which are in the order of the corpus, as the keys sort them.

    Sorts slice by slice, so that no other thread waits for long; `work` counts the lines of each
    key. What is returned when it was cancelled is in no order.
    """
    numbers = list(range(len(lines)))
    total = len(keys) * len(lines)
    for done, key in enumerate(reversed(keys)):
        values: list[str | tuple[str, ...] | tuple[str, str, int]] = []
        for at in range(0, len(lines), SLICE):
            if work is not None:
                if work.cancelled():
                    return numbers
                work.progress(done * len(lines) + at, total)
            values += map(key.of, lines[at : at + SLICE])
        numbers = sorted_in_slices(numbers, values.__getitem__, backwards=key.backwards)
    return numbers


def sorted_lines(
    lines: Iterable[ConcordanceLine], keys: Sequence[SortKey]
) -> list[ConcordanceLine]:
    """Return the lines by the first key, what is equal there by the next, at last by place."""
    found = sorted(lines, key=lambda line: line.place)
    for key in reversed(keys):
        found.sort(key=key.of, reverse=key.backwards)
    return found
