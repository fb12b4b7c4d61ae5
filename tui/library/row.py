"""A row of the library, and the headings above it: which columns there is room for, and in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tui.layout.cells import cells, cut, cut_start, filled, padded
from tui.library.date_words import DATE_CELLS, MONTH_CELLS, date_words

if TYPE_CHECKING:
    from corpus.facts import Dated
    from tui.library.listing import Heading
    from tui.library.view import Order, View

Piece = tuple[str, str]

MARKS_CELLS: Final = 3
_GAP: Final = 1
# In cells: from which width of a row a column is there.
_DATE_FROM, _WHOLE_DATE_FROM, _STATE_FROM, _OUTLET_FROM = 32, 56, 56, 70
_STATE_CELLS, _LENGTH_CELLS, _COUNT_CELLS = 5, 6, 5
_LEAST_OUTLET, _USUAL_OUTLET = 12, 26
_LEAST_TITLE = 36


@dataclass(frozen=True, slots=True)
class Needed:
    """What the columns have to hold: the widest outlet in cells, 0 for none; any annotations."""

    outlet: int = _USUAL_OUTLET
    annotations: bool = True


_ALL_NEEDED: Final = Needed()


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """What a row shows, as safe text, "" for what is unknown; days are ISO 8601.

    `tagged` says that the article itself has tags, `alike` that the corpus has near-duplicates of
    it.
    """

    title: str = ""
    outlet: str = ""
    first: str = ""
    last: str = ""
    dated: Dated = ""
    characters: int = 0
    annotations: int = 0
    starred: bool = False
    tagged: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it sorts by, its heading, its cells, and whether it stands at the right."""

    order: Order
    heading: str
    width: int
    right: bool = False


@lru_cache(16)
def columns_in(width: int, needed: Needed = _ALL_NEEDED) -> tuple[Column, ...]:
    """Return the columns that fit into a row of `width` cells; the title has what is left.

    How long an article is, and how often it is annotated, are there where the title keeps enough.
    """
    others: list[Column] = []
    if width >= _OUTLET_FROM and needed.outlet:
        room = max(_LEAST_OUTLET, min(needed.outlet, width // 5 + 1))
        others.append(Column("outlet", "outlet", room))
    if width >= _DATE_FROM:
        cells_ = DATE_CELLS if width >= _WHOLE_DATE_FROM else MONTH_CELLS
        others.append(Column("date", "date", cells_))
    state = Column("state", "read", _STATE_CELLS, right=True)
    last = [state] if width >= _STATE_FROM else []
    notes = Column("annotations", "notes", _COUNT_CELLS, right=True)
    length = Column("length", "length", _LENGTH_CELLS, right=True)
    for column in ([notes] if needed.annotations else []) + [length]:
        if last and _left(width, [*others, *last, column]) >= _LEAST_TITLE:
            last.insert(0, column)
    others += last
    return (Column("title", "title", max(1, _left(width, others))), *others)


def _left(width: int, others: list[Column]) -> int:
    """Return how many cells other columns leave for the title."""
    return width - MARKS_CELLS - sum(one.width + _GAP for one in others)


def row_pieces(
    known: ListedArticle | None,
    name: str,
    progress: str,
    width: int,
    needed: Needed = _ALL_NEEDED,
    *,
    reading: bool,
    chosen: bool,
) -> list[Piece]:
    """Return what the row of an article shows; its file `name` where its title is not known.

    `progress` says what was read of it: "" for nothing, "41 %", "read".
    """
    mark = "✓" if chosen else "▶" if reading else " "
    beside = _beside(known) if known is not None else " "
    title = (known.title if known else "") or name
    style = "strong" if reading else "faint" if progress == "read" else ""
    pieces: list[Piece] = [(f"{mark}{beside} ", "heading")]
    for column in columns_in(width, needed):
        if column.order == "title":
            pieces.append((padded(title, column.width), style))
            continue
        words = cut(_words(column, known, progress), column.width)
        shown = filled(words, column.width, right=column.right)
        pieces.append((f"{' ' * _GAP}{shown}", "faint"))
    return pieces


def _beside(known: ListedArticle) -> str:
    """Mark an article by the first of what it has: a star, annotations, tags, duplicates."""
    marks = (
        *(("★", known.starred), ("•", known.annotations)),
        *(("#", known.tagged), ("=", known.alike)),
    )
    return next((mark for mark, holds in marks if holds), " ")


def _words(column: Column, known: ListedArticle | None, progress: str) -> str:
    if column.order == "state":
        return progress
    if known is None:
        return ""
    if column.order == "outlet":
        return known.outlet
    if column.order == "date":
        short = column.width < DATE_CELLS
        return date_words(known.first, known.last, known.dated, short=short)
    if column.order == "length":
        return length_words(known.characters)
    return f"{known.annotations:,}" if known.annotations else ""


def length_words(characters: int) -> str:
    """Return a length in at most five cells: `850`, `3.2k`, `41k`, `1.2M`."""
    if characters < 1_000:
        return str(characters)
    if characters < 9_950:
        return f"{characters / 1_000:.1f}k"
    if characters < 999_500:
        return f"{characters / 1_000:.0f}k"
    return f"{characters / 1_000_000:.1f}M"


def heading_row_pieces(heading: Heading, kind: str, width: int) -> list[Piece]:
    """Return what the heading of a group shows; `heading.name` must be safe text."""
    sign = "▸" if heading.folded else "▾"
    count = f" {heading.articles:,}"
    # Folders in folders differ at their ends.
    short = cut_start if kind == "folder" else cut
    name = short(heading.name or f"no {kind}", max(1, width - 2 - cells(count)))
    return [(f"{sign} {name}", "heading"), (count, "faint")]


def columns_line(
    view: View, width: int, needed: Needed = _ALL_NEEDED
) -> tuple[tuple[str, Order], ...]:
    """Return the headings above the rows: words, and what a click on them sorts by."""
    found: list[tuple[str, Order]] = []
    for column in columns_in(width, needed):
        sign = ("▼" if view.falls else "▲") if column.order == view.order else ""
        heading = cut(f"{column.heading}{sign}", column.width)
        lead = MARKS_CELLS if not found else _GAP
        words = " " * lead + filled(heading, column.width, right=column.right)
        found.append((words, column.order))
    return tuple(found)
