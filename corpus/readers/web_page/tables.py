"""The tables of a page: of data, a line a row, or of the page's layout, a block a cell."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_COLUMNS = 60

LINKS = 0.9
"""The share of link text from which a cell or a list is navigation."""

MENU = '<nav class="nav">'
"""What Resiliparse takes for navigation wherever it stands."""

_LONGEST_CELL = 500  # code points; what has longer cells is a layout


@dataclass(slots=True)
class Cell:
    """A cell: the places of what begins and ends it in the pieces, how far it reaches, its text.

    `links` is how much of the text stands in links.
    """

    piece: int
    columns: int
    rows: int
    end: int | None = None
    text: int = 0
    links: int = 0


@dataclass(slots=True)
class Row:
    """A row: the places of what begins and ends it, its cells, how much text they hold."""

    piece: int
    cells: list[Cell] = field(default_factory=list)
    end: int | None = None
    text: int = 0


@dataclass(slots=True)
class Table:
    """A table: its rows, and the places of the pieces that are blocks inside a cell.

    `layout` says that it cannot be one of data, `in_cell` that a cell of it is open.
    """

    rows: list[Row] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    layout: bool = False
    in_cell: bool = False


def write_table(pieces: list[str], table: Table) -> None:
    """Write what begins and ends the rows and cells of a table into their places in `pieces`."""
    widest = max((len(row.cells) for row in table.rows), default=0)
    longest = max((cell.text for row in table.rows for cell in row.cells), default=0)
    if table.layout or len(table.rows) < 2 or widest < 2 or longest > _LONGEST_CELL:
        _write_blocks(pieces, table)
    else:
        _write_rows(pieces, table)


def _write_blocks(pieces: list[str], table: Table) -> None:
    """Write the cells of a table that lays a page out as blocks."""
    for row in table.rows:
        for cell in row.cells:
            is_menu = cell.text and cell.links >= cell.text * LINKS
            pieces[cell.piece] = MENU if is_menu else "<div>"
            if cell.end is not None:
                pieces[cell.end] = "</nav>" if is_menu else "</div>"


def _write_rows(pieces: list[str], table: Table) -> None:
    """Write the rows of a table of data, each on a line; rows without text leave nothing."""
    for at in table.blocks:
        pieces[at] = " "
    reaching = [0] * MOST_COLUMNS  # for how many rows the cells above reach down into each column
    first, last = table.rows[0], table.rows[-1]
    for row in table.rows:
        column = 0
        for cell in row.cells:
            gap, column = _gap(reaching, column)
            if row.text:
                pieces[cell.piece] = gap + "| "
            end = min(column + cell.columns, MOST_COLUMNS)
            reaching[column:end] = [cell.rows - 1] * (end - column)
            if row.text and cell.end is not None:
                pieces[cell.end] = " " + "| " * (end - column - 1)
            column = end
        gap, _ = _gap(reaching, column)
        if row.text and row.end is not None:
            pieces[row.piece], pieces[row.end] = "<div>", f"{gap}|</div>"
    pieces[first.piece] = "<p></p>" + pieces[first.piece]
    if last.end is not None:
        pieces[last.end] += "<p></p>"


def _gap(reaching: list[int], column: int) -> tuple[str, int]:
    """Write the empty cells under those that reach down, from a column on."""
    gap = ""
    while column < len(reaching) and reaching[column] > 0:
        reaching[column] -= 1
        gap += "| "
        column += 1
    return gap, column
