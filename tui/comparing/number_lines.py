"""The table of numbers: which figures are listed, under which headings, in which order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.slice_sorting import sorted_in_slices
from tui.comparing.number_query import NumberQuery
from tui.comparing.number_scale import NumberScale, scale_of

if TYPE_CHECKING:
    from tui.comparing.number_rows import NumberRow

GROUPS = ("of", "article", "outlet", "speaker", "date")
"""What numbers are grouped by; "of" is what they count."""
ORDERS = ("value", "date", "article")
"""What numbers are sorted by, within their group."""

_CHECKED_EVERY = 5_000  # rows
_MANY = 1_000  # rows of a group whose scale is made before it comes into view
_NOTHING_COUNTED = {
    "count": "numbers of nothing that is named",
    "fraction": "fractions",
    "percent": "percentages",
    "money": "money",
    "dimension": "measures",
    "age": "ages",
    "duration": "durations",
}


@dataclass(frozen=True, slots=True)
class NumbersView:
    """How the numbers are listed: what is typed, by what they are grouped and sorted.

    `key` is the figure of the cursor (`NumberRow.key`); `in_rows` says that the rows have the
    focus, not the field.
    """

    query: str = ""
    group: str | None = "of"
    sort: str = "value"
    key: tuple[str, str | None, int] | None = None
    in_rows: bool = False


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """A heading, of the figures below it; `articles` is in how many they stand."""

    name: str
    size: int
    articles: int


@dataclass(slots=True)
class NumberLines:
    """The lines of the table: headings and figures; `count` are the figures among them.

    `starts` are the lines of the headings.
    """

    lines: Sequence[NumberRow | NumberGroup] = ()
    count: int = 0
    starts: Sequence[int] = ()
    scaled: bool = False
    _scales: dict[int, NumberScale | None] = field(default_factory=dict)

    def scale_at(self, line: int) -> NumberScale | None:
        """Return the scale of the group that a line stands in, if its figures have one."""
        at = bisect_right(self.starts, line) - 1
        if not self.scaled or at < 0:
            return None
        if at not in self._scales:
            end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.lines)
            # All of a group are of one thing, but for those that name nothing.
            rows = self.lines[self.starts[at] + 1 : end]
            self._scales[at] = scale_of(rows) if _is_of_one(rows) else None  # type: ignore[arg-type]
        return self._scales[at]

    def line_of(self, key: tuple[str, str | None, int]) -> int | None:
        """Return the line of a figure; None where it is not listed."""
        lines = enumerate(self.lines)
        return next((at for at, row in lines if getattr(row, "key", None) == key), None)


def in_order(
    rows: Sequence[NumberRow], order: str, cancelled: Callable[[], bool] = bool
) -> list[NumberRow] | None:
    """Return figures by one of ORDERS; None as soon as it is `cancelled`."""
    found = sorted_in_slices(rows, _SORTED[order], cancelled=cancelled)
    return None if cancelled() else found


def arranged(
    rows: Sequence[NumberRow], view: NumbersView, cancelled: Callable[[], bool] = bool
) -> NumberLines | None:
    """Return the lines of the figures that are asked for; None as soon as it is `cancelled`.

    `rows` are in the order of the view (`in_order`).

    Groups of what is counted come by the number of their articles, the others by name.
    """
    query = NumberQuery.of(view.query)
    found: list[NumberRow] = []
    for first in range(0, len(rows), _CHECKED_EVERY):
        if cancelled():
            return None
        found += filter(query.holds, rows[first : first + _CHECKED_EVERY])
    if cancelled():
        return None
    if view.group is None:
        return NumberLines(found, len(found))
    groups = _grouped(found, view.group)
    lines: list[NumberRow | NumberGroup] = []
    starts: list[int] = []
    for heading, members in groups:
        starts.append(len(lines))
        lines.append(heading)
        lines += members
    listed = NumberLines(lines, len(found), starts, scaled=view.group == "of")
    for start, (heading, _) in zip(starts, groups, strict=True):
        if cancelled():
            return None
        if heading.size > _MANY:
            listed.scale_at(start)
    return listed


def _grouped(rows: Sequence[NumberRow], by: str) -> list[tuple[NumberGroup, list[NumberRow]]]:
    key = _KEYS[by]
    groups: dict[object, list[NumberRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    found = [
        (NumberGroup(_name(members[0], by), len(members), len({row.article for row in members})),
         members)
        for members in groups.values()
    ]  # fmt: skip
    if by == "of":
        found.sort(
            key=lambda each: (not each[1][0].thing, -each[0].articles, -each[0].size, each[0].name)
        )
    else:
        found.sort(key=lambda each: (not key(each[1][0]), each[0].name.casefold()))
    return found


def _name(row: NumberRow, by: str) -> str:
    """Return the heading above a figure."""
    if by != "of":
        return str(_KEYS[by](row)) or f"no {by}"
    if not row.thing:
        kind = _NOTHING_COUNTED.get(row.kind, row.kind)
        return f"{kind}, {row.unit}" if row.unit and row.kind != "percent" else kind
    unit = row.unit or ("" if row.kind == "count" else row.kind)
    return f"{row.thing}, {unit}" if unit else row.thing


def _is_of_one(rows: Sequence[object]) -> bool:
    first = rows[0]
    return bool(getattr(first, "thing", "") or getattr(first, "unit", ""))


_KEYS: dict[str, Callable[[NumberRow], object]] = {
    "of": lambda row: row.scale_key,
    "article": lambda row: row.article,
    "outlet": lambda row: row.outlet,
    "speaker": lambda row: row.speaker,
    "date": lambda row: row.date,
}
_SORTED: dict[str, Callable[[NumberRow], tuple[object, ...]]] = {
    "value": lambda row: (row.low, row.high, row.date, row.article, row.start),
    "date": lambda row: (not row.date, row.date, row.article, row.start),
    "article": lambda row: (row.article, row.part or "", row.start),
}
