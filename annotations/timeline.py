"""The claims of a corpus by date and source, those about one measure side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotations.claim_figures import Possible, held_against, possible
from annotations.claim_subjects import PLAIN

if TYPE_CHECKING:
    from annotations.claim_figures import Verdict
    from annotations.claim_subjects import Subjects
    from annotations.exchange.item import Exported
    from annotations.model import Claim


_BEYOND = 0.15  # of the scale


@dataclass(frozen=True, slots=True)
class TimedClaim:
    """A claim with its source and its date.

    `date` sorts: ISO 8601, of when what is claimed happened, else (`published`) of when the article
    was published; "" where nothing is known. `differs` and `agrees` number the claims of the group
    that cannot be so together with it, and those that can.
    """

    item: Exported
    claim: Claim
    date: str
    published: bool
    possible: Possible | None
    differs: tuple[int, ...] = ()
    agrees: tuple[int, ...] = ()

    @property
    def source(self) -> str:
        """Who says it: speaker, via whom, else the outlet, else the article by title or file."""
        claim, row = self.claim, self.item.row
        said = " via ".join(part for part in (claim.speaker, claim.via) if part)
        return said or self.item.outlet or self.item.title or row.article.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The claims about one measure, by date; "" where they name none."""

    measure: str
    claims: tuple[TimedClaim, ...]

    @property
    def differ(self) -> int:
        """How many of the claims cannot be so together with another one."""
        return sum(bool(one.differs) for one in self.claims)

    @property
    def scale(self) -> tuple[float, float] | None:
        """The least and the greatest figure that is named; None where fewer than two differ.

        An open end has room beyond them.
        """
        found = [one.possible for one in self.claims if one.possible is not None]
        ends = [end for one in found for end in (one.low, one.high) if math.isfinite(end)]
        if not ends or min(ends) == max(ends):
            return None
        room = _BEYOND * (max(ends) - min(ends))
        low = min(ends) - room * any(math.isinf(one.low) for one in found)
        return low, max(ends) + room * any(math.isinf(one.high) for one in found)


def timeline(items: Iterable[Exported], subjects: Subjects = PLAIN) -> list[MeasureGroup]:
    """Put the claims of a ledger into groups by measure, each in the order of time.

    `subjects` says which claims are about the same.

    Groups in which claims differ come first, then the greater ones.
    """
    groups: dict[str, list[TimedClaim]] = {}
    names: dict[str, str] = {}
    for item in items:
        claim = item.row.annotation.claim
        if claim is None:
            continue
        measure = " ".join((claim.measure or "").split())
        names.setdefault(measure.casefold(), measure)
        groups.setdefault(measure.casefold(), []).append(_timed(item, claim))
    found = [
        MeasureGroup(names[key], _compared(key, claims, subjects)) for key, claims in groups.items()
    ]
    return sorted(
        found, key=lambda one: (not one.measure, -one.differ, -len(one.claims), one.measure)
    )


def _timed(item: Exported, claim: Claim) -> TimedClaim:
    when = claim.when.iso if claim.when is not None and claim.when.iso else ""
    date = when.partition("/")[0][:10] or item.published[:10]
    return TimedClaim(item, claim, date, not when and bool(date), possible(claim.quantity))


def _compared(measure: str, claims: list[TimedClaim], subjects: Subjects) -> tuple[TimedClaim, ...]:
    """Sort claims by date and source, and hold each against all others of the same measure."""
    claims.sort(key=lambda one: (not one.date, one.date, one.source.casefold()))
    if not measure:
        return tuple(claims)
    found = []
    for one in claims:
        verdicts: list[Verdict | None] = [
            held_against(one.claim, each.claim, subjects) for each in claims
        ]
        differs = tuple(at for at, verdict in enumerate(verdicts) if verdict == "differs")
        agrees = tuple(
            at
            for at, verdict in enumerate(verdicts)
            if verdict == "agrees" and claims[at] is not one
        )
        found.append(replace(one, differs=differs, agrees=agrees))
    return tuple(found)


def mark_on(scale: tuple[float, float], one: Possible, width: int) -> str:
    """Draw what a figure leaves possible on a scale of `width` cells, two at least.

    A single figure is a point, a range a line between its ends, an open end an arrow.
    """
    low, high = scale
    cells = width - 1

    def cell(value: float) -> int:
        return round(cells * (min(max(value, low), high) - low) / (high - low))

    first, last = cell(one.low), cell(one.high)
    line = [" "] * width
    line[first : last + 1] = "─" * (last - first + 1)
    ends = "◄" if math.isinf(one.low) else "├", "►" if math.isinf(one.high) else "┤"
    line[first], line[last] = ends
    if first == last:
        line[first] = next((end for end in ends if end in "◄►"), "●")
    return "".join(line)
