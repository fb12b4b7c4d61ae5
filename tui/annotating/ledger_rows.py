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

Piece = tuple[str, str]
_ARTICLE, _STATE = 24, 10  # cells


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of the screen: a heading, or an annotation, `named` by its article or not.

    `links` counts those that it holds and those that lead to it.
    """

    heading: str = ""
    row: LedgerRow | None = None
    by: bool = False
    named: bool = True
    links: int = 0


def ledger_lines(
    rows: Sequence[LedgerRow],
    group: str | None,
    *,
    by: bool = False,
    links: Mapping[str, int] = MappingProxyType({}),
) -> tuple[LedgerLine, ...]:
    """Put rows under the headings of a group; without one in their order.

    `by` has them say who made them; `links` are the numbers of their links, by id.
    """
    from annotations.ledger_query import grouped

    if group is None:
        return tuple(
            LedgerLine(row=row, by=by, links=links.get(row.annotation.id, 0)) for row in rows
        )
    lines: list[LedgerLine] = []
    for name, members in grouped(rows, group):
        lines.append(LedgerLine(f"{safe_line(name) or f'no {group}'} ({len(members):,})"))
        named = group != "article"
        lines += (
            LedgerLine(row=row, by=by, named=named, links=links.get(row.annotation.id, 0))
            for row in members
        )
    return tuple(lines)


def line_pieces(line: LedgerLine, width: int, *, marked: bool = False) -> list[Piece]:
    """Return what a line shows: kind, article, state where it is not ok, words and note.

    One that is `marked` has a sign before it.
    """
    if line.row is None:
        return [(line.heading, "heading")]
    row, one = line.row, line.row.annotation
    pieces: list[Piece] = [("✓" if marked else " ", "strong")]
    pieces.append((f"{MARKS[one.kind]} ", "heading"))
    if line.named:
        room = _ARTICLE if width >= 70 else _ARTICLE // 2
        name = cut(safe_line(row.article.rsplit("/", 1)[-1]), room)
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
    words = (one.note, claim, quoted if quote else "", tags)
    pieces.append((safe_line(" · ".join(" ".join(each.split()) for each in words if each)), ""))
    return pieces
