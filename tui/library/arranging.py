"""The articles arranged as a view has them: filtered, sorted, put into groups."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from corpus.slice_sorting import sorted_in_slices
from tui.library.columns import Columns, Stopped
from tui.library.filtering import asked_by, filtered
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
        places = filtered(places, asked_by(view), columns, marks, reading)
    if cancelled():
        raise Stopped
    rows, headings, order = _grouped(view, columns, places) if view.group else (places, [], places)
    numbers = array("l", [NOWHERE]) * len(columns.files)
    for number, place in enumerate(order):
        numbers[place] = number
    lines = numbers
    if headings:
        lines = array("l", [NOWHERE]) * len(columns.files)
        for row, place in enumerate(rows):
            if place >= 0:
                lines[place] = row
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


def _ordered(
    view: View, columns: Columns, marks: Mapping[int, Marks], reading: ReadingStates
) -> list[int]:
    everything = list(range(len(columns.files)))
    if view.order == "annotations":
        counts = [0] * len(everything)
        for place, here in marks.items():
            counts[place] = here.annotations
        return sorted_in_slices(everything, counts.__getitem__, backwards=view.falls)
    if view.order == "state":
        rank = {"unread": 0, "reading": 1, "read": 2}
        files, state_of = columns.files, reading.state_of
        ranks = [rank[state_of(file.article)] for file in files]
        return sorted_in_slices(everything, ranks.__getitem__, backwards=view.falls)
    return columns.ordered(view.order, falls=view.falls)


def _grouped(
    view: View, columns: Columns, places: list[int]
) -> tuple[list[int], list[Heading], list[int]]:
    """Return the rows with their headings, the headings, and the order of the articles."""
    group_of = columns.group_of(view.group)
    members: dict[str, list[int]] = {}
    for place in places:
        members.setdefault(group_of(place), []).append(place)
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
