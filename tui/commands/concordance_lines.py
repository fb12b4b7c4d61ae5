"""The lines of `postil concordance`: aligned on the keyword, as tab-separated text or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tui.commands.concordance_tables import print_tsv
from tui.counts import counted
from tui.layout.cells import cells, cut, cut_start, filled
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from tui.commands.console import Console, Piece

COLUMNS: Final = (
    *("article", "part", "start", "end", "outlet", "published"),
    *("before", "text", "after", "exact"),
)
_PIPED: Final = 50  # cells on either side where there is no terminal
_PLACE: Final = 28  # cells of the place, at most, in a terminal
_GAP: Final = "  "


@dataclass(frozen=True, slots=True)
class Layout:
    """The cells of a line: before the keyword, from the keyword on, and those of the place.

    `place` is None where the whole place is written.
    """

    left: int
    right: int
    place: int | None


def layout(width: int | None, context: int | None) -> Layout:
    """Divide the width of a terminal, None for a pipe, as `context` cells a side allow."""
    if width is None:
        side = context or _PIPED
        return Layout(side, side + _PIPED // 2, None)
    place = min(_PLACE, width // 4)
    room = max(12, width - place - 2 * len(_GAP))
    left = min(context or room, room * 2 // 5)
    right = room - left
    return Layout(left, right if context is None else min(right, context + room // 5), place)


def print_lines(
    console: Console, lines: Iterable[ConcordanceLine], arguments: argparse.Namespace
) -> bool:
    """Print the lines as they come, and how many there were; say whether there was any."""
    count, articles, more = 0, set(), False

    def shown() -> Iterable[ConcordanceLine]:
        nonlocal count, more
        for line in lines:
            if count == arguments.limit:
                more = True
                return
            count += 1
            articles.add((line.source.article, line.source.part))
            yield line

    if arguments.format == "jsonl":
        for line in shown():
            console.json(line_record(line))
    elif arguments.format == "tsv":
        records = map(line_record, shown())
        print_tsv(console, COLUMNS, ([record[name] for name in COLUMNS] for record in records))
    else:
        shape = layout(console.width, arguments.width)
        for line in shown():
            console.line(*line_pieces(line, shape))
        places = f"{counted(count, 'line')} in {counted(len(articles), 'article')}"
        if more:
            places = f"the first {places}; --limit shows more"
        console.line(places if count else "nothing found")
    return count > 0


def line_record(line: ConcordanceLine) -> dict[str, object]:
    """A line of `concordance`, as the contract has it."""
    source = line.source
    return {
        "article": source.article,
        "part": source.part,
        "start": line.start,
        "end": line.end,
        "text": line.text,
        "before": line.before,
        "after": line.after,
        "outlet": source.outlet or None,
        "published": source.date or None,
        "exact": line.exact,
    }


def line_pieces(line: ConcordanceLine, shape: Layout) -> list[Piece]:
    """Lay a line out: the keyword begins in the same cell in every line."""
    before = cut_start(safe_line(line.before), shape.left)
    keyword = cut(safe_line(line.text), shape.right)
    after = cut(safe_line(line.after), shape.right - cells(keyword))
    after = filled(after, shape.right - cells(keyword))
    source = line.source
    name = source.article if source.part is None else f"{source.article}#{source.part}"
    place = safe_line(f"{name}:{line.start}")
    if shape.place is not None:
        place = cut_start(place, shape.place)
    return [
        filled(before, shape.left, right=True),
        (keyword, "match" if line.exact else "near"),
        after,
        _GAP,
        (place, "name"),
    ]
