"""The articles arranged as a view has them: filtered, sorted, put into groups."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import chain, compress, repeat
from operator import eq
from typing import TYPE_CHECKING

from tui.library.columns import Columns, Stopped
from tui.library.filtering import asked_by, kept_by
from tui.library.listing import NOWHERE, Heading, Listing

if TYPE_CHECKING:
    from tui.library.filtering import ReadingStates
    from tui.library.marks import Marks
    from tui.library.view import View


def listing_of(
    view: View,
    columns: Columns,
    marks: Mapping[int, Marks],
    reading: ReadingStates,
    cancelled: Callable[[], bool],
) -> Listing:
    """List the articles as a view has it; `marks` are by place. Raises `Stopped`."""
    places = _ordered(view, columns, marks, reading)
    if cancelled():
        raise Stopped
    if view.narrows:
        kept = kept_by(asked_by(view), columns, marks, reading)
        by_name = view.order == "name" and not view.turned
        places = list(compress(places, kept if by_name else map(kept.__getitem__, places)))
    if cancelled():
        raise Stopped
    rows, headings, order = _grouped(view, columns, places) if view.group else (places, [], places)
    numbers = array("l") if view.is_by_name else _back(order, len(columns.files))
    lines = _back(rows, len(columns.files)) if headings else numbers
    return Listing(
        columns.files,
        rows,
        order,
        numbers,
        lines,
        headings,
        view,
        columns.unknown,
        columns.unnamed,
    )


def _back(places: list[int], size: int) -> array[int]:
    """Return where each of `size` places is among those listed; headings are below 0."""
    found = array("l", [NOWHERE]) * size
    for at, place in enumerate(places):
        if place >= 0:
            found[place] = at
    return found


def _ordered(
    view: View, columns: Columns, marks: Mapping[int, Marks], reading: ReadingStates
) -> list[int]:
    if view.order == "annotations":
        annotated = sorted(place for place, here in marks.items() if here.annotations)
        annotated.sort(key=lambda place: marks[place].annotations, reverse=view.falls)
        having = set(annotated)
        others = [place for place in range(len(columns.files)) if place not in having]
        return annotated + others if view.falls else others + annotated
    if view.order == "state":
        states = list(map(reading.state_of, columns.names))
        ranked = ("read", "reading", "unread") if view.falls else ("unread", "reading", "read")
        everything = range(len(states))
        parts = (compress(everything, map(eq, states, repeat(state))) for state in ranked)
        return list(chain.from_iterable(parts))
    return columns.ordered(view.order, falls=view.falls)


def _grouped(
    view: View, columns: Columns, places: list[int]
) -> tuple[list[int], list[Heading], list[int]]:
    """Return the rows with their headings, the headings, and the order of the articles."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    groups = columns.groups(view.group)
    for place in places:
        members[groups[place]].append(place)
    newest_first = view.group in ("year", "month") and (view.order != "date" or view.falls)
    names = sorted((name for name in members if name), key=str.casefold, reverse=newest_first)
    if "" in members:
        names.append("")
    rows: list[int] = []
    headings: list[Heading] = []
    order: list[int] = []
    for number, name in enumerate(names):
        folded = name in view.folded
        headings.append(Heading(name, len(members[name]), folded))
        rows.append(number - len(names))
        order += members[name]
        if not folded:
            rows += members[name]
    return rows, headings, order
