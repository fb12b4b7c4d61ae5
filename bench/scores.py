"""Precision, recall and F1, and the levels they are to reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

MEASURES = Path(__file__).resolve().parent.parent.parent / "shared" / "measures"


@dataclass(slots=True)
class Tally:
    """What was found of one kind: `right` of `found` are right, `hit` of `gold` are found."""

    right: int = 0
    found: int = 0
    hit: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hit / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: figures by their column, and the levels they are to reach."""

    measure: str
    figures: Mapping[str, float]
    of: str = ""  # how many there were, in words
    least: Mapping[str, float] = field(default_factory=dict)

    @property
    def met(self) -> bool | None:
        """Whether every level is reached; None where there is none."""
        if not self.least:
            return None
        return all(self.figures[name] >= level for name, level in self.least.items())

    def to_reach(self, **least: float) -> Row:
        """Return this row with levels."""
        return replace(self, least=least)


def scored(measure: str, tally: Tally) -> Row:
    """Return the row of a tally."""
    figures = {"P": tally.precision, "R": tally.recall, "F1": tally.f1}
    return Row(measure, figures, f"{tally.gold:,} marked, {tally.found:,} found")


def table(rows: Iterable[Row], columns: Iterable[str] = ("P", "R", "F1", "right")) -> str:
    """Return rows as lines of columns, with what is to be reached and whether it is."""
    columns = tuple(columns)
    lines = [("", *columns, "of", "to reach", "")]
    for row in rows:
        figures = [f"{row.figures[name]:.3f}" if name in row.figures else "" for name in columns]
        level = ", ".join(f"{name} {least:g}" for name, least in row.least.items())
        verdict = {None: "", True: "met", False: "NOT MET"}[row.met]
        lines.append((row.measure, *figures, row.of, level, verdict))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
