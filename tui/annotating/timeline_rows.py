"""The rows of the timeline: a heading a measure, and below it its claims, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.claiming.figures import quantity_line
from tui.layout.cells import cells, cut
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.timeline import MeasureGroup, TimedClaim

Piece = tuple[str, str]

_DATE = 12  # cells: 2019-11-10, a sign where that is the day of the article, and a blank
_LEAST, _MOST_SCALE = 66, 30


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A line: the heading of a group, or a claim of it. `drawn` are groups that have a scale: all
    lines leave room for it then.
    """

    group: MeasureGroup
    claim: TimedClaim | None = None
    drawn: bool = False


def timeline_lines(
    groups: Sequence[MeasureGroup], *, differing: bool = False
) -> tuple[TimelineLine, ...]:
    """Return the lines of groups; those that are `differing` only, if so."""
    lines: list[TimelineLine] = []
    drawn = any(group.scale for group in groups)
    for group in groups:
        claims = [one for one in group.claims if one.differs or not differing]
        if claims:
            lines.append(TimelineLine(group))
            lines += (TimelineLine(group, one, drawn) for one in claims)
    return tuple(lines)


def line_pieces(line: TimelineLine, width: int) -> list[Piece]:
    """Return what a line shows in `width` cells."""
    group, one = line.group, line.claim
    if one is None:
        name = safe_line(group.measure) or "no measure"
        many = f" ({len(group.claims):,})"
        differ = f"  {group.differ:,} differ" if group.differ else ""
        return [(name, "heading"), (many, "faint"), (differ, "warning")]
    room = max(10, (width - _DATE - 3) // 3)
    scale = min(_MOST_SCALE, width // 4) if width >= _LEAST and line.drawn else 0
    if scale:
        room = (width - _DATE - 3 - scale - 1) // 3
    pieces = [
        ("≠ " if one.differs else "  ", "warning"),
        (f"{safe_line(one.date)}{'*' if one.published else ''}".ljust(_DATE), "faint"),
        (_padded(one.source, room), "strong"),
        (_padded(figure_of(one), room), ""),
    ]
    if scale:
        pieces.append((_drawn(line, scale), "warning" if one.differs else "faint"))
    place = " · ".join(part for part in (one.claim.place, one.claim.subject) if part)
    pieces.append((cut(safe_line(place), room), "faint"))
    return pieces


def figure_of(one: TimedClaim) -> str:
    """Return the figure of a claim in words, else what it is about."""
    claim = one.claim
    return quantity_line(claim.quantity) or claim.subject or claim.verdict or "no figure"


def about(line: TimelineLine) -> Iterator[tuple[str, str]]:
    """Say a claim in full: its article and words, what it differs from, what it agrees with."""
    one = line.claim
    if one is None:
        return
    row = one.item.row
    by = f", by {row.by}" if row.by else ""
    where = " · ".join(part for part in (one.item.outlet, one.item.published, row.article) if part)
    yield "stands in", safe_line(f"{where}{by}")
    if row.annotation.quote:
        yield "words", safe_line(" ".join(row.annotation.quote.split()))
    for name, numbers in (("differs from", one.differs), ("agrees with", one.agrees)):
        if numbers:
            others = (line.group.claims[number] for number in numbers)
            said = "; ".join(f"{figure_of(each)} ({each.source})" for each in others)
            yield name, safe_line(said)


def _padded(words: str, room: int) -> str:
    shown = cut(safe_line(" ".join(words.split())), room)
    return shown + " " * (room - cells(shown) + 1)


def _drawn(line: TimelineLine, width: int) -> str:
    from annotations.timeline import mark_on

    one, scale = line.claim, line.group.scale
    if one is None or one.possible is None or scale is None:
        return " " * (width + 1)
    return mark_on(scale, one.possible, width) + " "
