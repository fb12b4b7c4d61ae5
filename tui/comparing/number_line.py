"""A line of the table of numbers, laid out in columns for the width that there is."""

from __future__ import annotations

from dataclasses import dataclass

from tui.comparing.number_lines import NumberGroup, NumberLines
from tui.comparing.number_rows import NumberRow
from tui.layout.cells import cells, cut
from tui.safe_text import safe_line

Piece = tuple[str, str]

_GAP = 2
_DATE = 10
_LEAST_SCALE = 66  # cells of a line that has room for a picture
_WIDE = 100


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of each column; 0 is a column that there is no room for."""

    figure: int
    of: int
    scale: int
    who: int
    outlet: int
    article: int


def columns_of(width: int, *, scaled: bool) -> Columns:
    """Share a line of `width` cells out; `scaled` says that figures are drawn on their scale."""
    wide = width >= _WIDE
    figure = 14 if wide else 11
    scale = (width // 5 if width >= _LEAST_SCALE else 0) if scaled else 0
    left = width - figure - _DATE - scale - _GAP * (4 if scale else 3)
    if not wide:
        # Who speaks in it, or its outlet, says more than the name of the article.
        of = max(8, left * 9 // 20)
        return Columns(figure, of, scale, max(8, left - of), 0, 0)
    left -= 2 * _GAP
    of, who, outlet = left * 3 // 10, left * 3 // 10, left // 5
    return Columns(figure, of, scale, who, outlet, left - of - who - outlet)


def headings(width: int, *, scaled: bool) -> list[Piece]:
    """Return the names of the columns."""
    columns = columns_of(width, scaled=scaled)
    pieces: list[Piece] = [("number".rjust(columns.figure), "")]
    pieces += _column("of", columns.of)
    if columns.scale:
        pieces += _column("", columns.scale)
    pieces += _column("who says", columns.who)
    if columns.outlet:
        pieces += _column("outlet", columns.outlet)
    pieces += _column("date", _DATE)
    if columns.article:
        pieces += _column("article", columns.article)
    return pieces


def line_pieces(lines: NumberLines, at: int, width: int) -> list[Piece]:
    """Return what the line `at` shows in `width` cells."""
    columns = columns_of(width, scaled=lines.scaled)
    line, scale = lines.lines[at], lines.scale_at(at)
    if isinstance(line, NumberGroup):
        ends = scale.ends(columns.scale) if scale is not None and columns.scale else ""
        return _heading(line, ends, columns.figure + columns.of + _GAP)
    pieces = [*_figure(line, columns.figure), *_column(_of(line), columns.of)]
    if columns.scale:
        drawn = scale.mark(line.possible, columns.scale) if scale is not None else ""
        pieces.append((" " * _GAP + drawn.ljust(columns.scale), "strong"))
    file = line.article.rsplit("/", 1)[-1]
    pieces += _column(line.who or file, columns.who, "" if line.speaker else "faint")
    if columns.outlet:
        pieces += _column(line.outlet, columns.outlet, "faint")
    pieces += _column(line.date, _DATE, "date")
    if columns.article:
        pieces += _column(file, columns.article, "faint")
    return pieces


def _heading(group: NumberGroup, ends: str, room: int) -> list[Piece]:
    count = f" ({group.size:,})"
    # Without a scale beside it, it may take the whole line.
    name = safe_line(" ".join(group.name.split()))
    if not ends:
        return [(name, "heading"), (count, "faint")]
    name = cut(name, max(4, room - cells(count)))
    gap = " " * (max(0, room - cells(name) - cells(count)) + _GAP)
    return [(name, "heading"), (count, "faint"), (gap, ""), (ends, "faint")]


def _of(row: NumberRow) -> str:
    unit = row.unit if row.unit != "%" else ""
    return " ".join(part for part in (unit, row.of) if part) or (
        "" if row.kind == "count" else row.kind
    )


def _figure(row: NumberRow, width: int) -> list[Piece]:
    shown = cut(row.figure + ("%" if row.unit == "%" else ""), width)
    return [(" " * (width - cells(shown)), ""), (shown, "quantity")]


def _column(words: str, width: int, style: str = "") -> list[Piece]:
    """Return a column; the blanks around its words have no style, which may be an underline."""
    shown = cut(safe_line(" ".join(words.split())), width)
    return [(" " * _GAP, ""), (shown, style), (" " * (width - cells(shown)), "")]
