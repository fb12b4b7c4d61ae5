"""The rows of the ledger's screen: annotations, under the headings of a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.layout.cells import cells, cut
from tui.panel.panel_rows import claim_words
from tui.panel.panel_tabs import MARKS
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from annotations.ledger_query import TitleOf

Piece = tuple[str, str]
_TITLE, _FILE = 24, 12  # cells, of a file the fewest that tell anything
_WIDE = 110  # cells of a row in which a title has half as much again


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of the screen: a heading, or an annotation, with the `title` of its article or not.

    `links` counts those that it holds and those that lead to it. Below a heading stand `count`
    annotations; where it is the title of an article, `file` is the file of that.
    """

    heading: str = ""
    count: int = 0
    file: str = ""
    row: LedgerRow | None = None
    by: bool = False
    title: str = ""
    links: int = 0


def ledger_lines(
    rows: Sequence[LedgerRow],
    group: str | None,
    *,
    by: bool = False,
    links: Mapping[str, int] = MappingProxyType({}),
    titles: TitleOf = lambda _: "",
) -> tuple[LedgerLine, ...]:
    """Put rows under the headings of a group; without one in their order.

    `by` has them say who made them; `links` are the numbers of their links, by id. An article is
    called by its title, and by its file where that is not known.
    """
    from annotations.ledger_query import grouped

    def line_of(row: LedgerRow) -> LedgerLine:
        title = "" if group == "article" else _name(row, titles)
        return LedgerLine(row=row, by=by, title=title, links=links.get(row.annotation.id, 0))

    if group is None:
        return tuple(map(line_of, rows))
    lines: list[LedgerLine] = []
    for name, members in grouped(rows, group):
        shown = safe_line(name) or f"no {group}"
        title = titles(members[0]) if group == "article" and members[0].part is None else ""
        lines.append(LedgerLine(title or shown, len(members), shown if title else ""))
        lines += map(line_of, members)
    return tuple(lines)


def _name(row: LedgerRow, titles: TitleOf) -> str:
    """Return what an article is called: by its title, else by the name of its file."""
    return titles(row) or safe_line(row.article.rsplit("/", 1)[-1])


def file_of(row: LedgerRow) -> str:
    """Return the file of an article, and which part of it, as safe text."""
    return safe_line(f"{row.article} ({row.part})" if row.part else row.article)


def line_pieces(line: LedgerLine, width: int, *, marked: bool = False) -> list[Piece]:
    """Return what a line shows: kind, title, state where it is not ok, claim, note, words.

    One that is `marked` has a sign before it.
    """
    if line.row is None:
        count = f" ({line.count:,})"
        name = cut(line.heading, max(0, width - cells(count)))
        left = width - cells(name + count) - 2
        return [(name + count, "heading"), (f"  {line.file}" if left >= _FILE else "", "faint")]
    row, one = line.row, line.row.annotation
    pieces: list[Piece] = [("✓" if marked else " ", "strong")]
    pieces.append((f"{MARKS[one.kind]} ", "heading"))
    if line.title:
        room = _TITLE // 2 if width < 70 else _TITLE if width < _WIDE else _TITLE * 3 // 2
        name = cut(line.title, room)
        pieces += [(name, "faint"), (" " * (room - cells(name) + 2), "")]
    if row.state != "ok":
        pieces.append((f"{row.state} ", "warning"))
    if line.by and row.by:
        pieces.append((f"{safe_line(row.by)}: ", "heading"))
    if line.links:
        pieces.append((f"↔{line.links} ", "heading"))
    claim = claim_words(one.claim) if one.claim else ""
    tags = " ".join(f"#{tag}" for tag in one.tags)
    quote = " ".join((one.quote or "").split())
    quoted = quote if quote[:1] in ("“", '"', "„", "«") else f"“{quote}”"
    # Claims are compared with each other: what is claimed is in view, whatever was noted of it.
    words = (claim, one.note, quoted if quote else "", tags)
    pieces.append((safe_line(" · ".join(" ".join(each.split()) for each in words if each)), ""))
    return pieces
