"""Columns of text, fitted to the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.commands.console import Console, Piece, Style
from tui.layout.cells import cells, cut, cut_start, filled
from tui.safe_text import safe_line

_GAP = "  "
_WIDEST = 120  # one name of 4,000 characters is no reason to write 4,000 blanks a row


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how it behaves when there is little room.

    `least` is the width in cells below which it is not narrowed. `right` aligns figures; `tail`
    keeps the end of what is too long, as paths want it.
    """

    heading: str
    least: int = 8
    right: bool = False
    tail: bool = False
    style: Style = ""


def print_table(
    console: Console,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    likely: Sequence[int] | None = None,
) -> None:
    """Print the rows under their headings.

    All rows are measured, and columns in which none has a word are left out, unless `likely` says
    how wide the columns may become: then each row is printed as soon as it is there.
    """
    kept = list(range(len(columns)))
    wanted = likely
    if wanted is None:
        rows = [[safe_line(cell) for cell in row] for row in rows]
        kept = [at for at in kept if any(row[at] for row in rows)]
        wanted = [max(cells(row[at]) for row in rows) for at in range(len(columns))]
    widths = column_widths(
        [columns[at] for at in kept],
        [max(wanted[at], cells(columns[at].heading)) for at in kept],
        console.width,
    )
    laid = [(columns[at], width) for at, width in zip(kept, widths, strict=True)]
    _print_row(console, laid, [columns[at].heading for at in kept], heading=True)
    for row in rows:
        _print_row(console, laid, [safe_line(row[at]) for at in kept])


def column_widths(columns: Sequence[Column], wanted: Sequence[int], width: int | None) -> list[int]:
    """Return the width of each column in cells: as wanted, the widest narrowed until all fit.

    Without a width to fit into, what is longer than `_WIDEST` moves the columns after it.
    """
    if width is None:
        return [min(cells, _WIDEST) for cells in wanted]
    widths = list(wanted)
    room = width - len(_GAP) * (len(columns) - 1)
    while sum(widths) > room:
        can = [at for at, column in enumerate(columns) if widths[at] > column.least]
        if not can:
            break
        widths[max(can, key=widths.__getitem__)] -= 1
    return widths


def _print_row(
    console: Console,
    columns: Sequence[tuple[Column, int]],
    cells: Sequence[str],
    *,
    heading: bool = False,
) -> None:
    """Print one row; nothing is padded after the last cell that has words."""
    pieces: list[Piece] = []
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    for at, ((column, width), cell) in enumerate(zip(columns, cells, strict=True)):
        if at > last:
            break
        shown = cell
        if console.width is not None:
            shown = cut_start(cell, width) if column.tail and not heading else cut(cell, width)
        if at < last or column.right:
            shown = filled(shown, width, right=column.right)
        pieces.append((shown, "heading" if heading else column.style))
        pieces.append(_GAP if at < last else "")
    console.line(*pieces)
