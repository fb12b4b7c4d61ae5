"""What the search screen lists: a row an article, then a row a snippet, around its best match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.first_places import MOST_PLACES
from tui.counts import counted
from tui.layout.cells import cells, cut
from tui.safe_text import safe, safe_line

if TYPE_CHECKING:
    from corpus.span import Span
    from index.problems import QueryError
    from index.results import Hit, SearchResult, Snippet

INDENT = "    "
# How much of a row may lie before the best match, as a part of its width.
LEFT_PART = 0.4
_BLANKS: Final = re.compile(" {2,}")
# The cells in which the beginning of a file name still says which file it is.
LEAST_OF_NAME = 16
# The cells of a wrong part of a query that are shown.
MOST_OF_PLACE = 24


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A row of the results: of an article (`snippet` is None) or of one of its snippets."""

    hit: Hit
    snippet: Snippet | None

    @property
    def name(self) -> str:
        """The article's title, else its file, as safe text."""
        hit = self.hit
        return safe_line(" ".join((hit.title.value if hit.title else hit.article).split()))

    @property
    def target(self) -> Span | None:
        """The place it leads to: the snippet's best match; None is the article's start."""
        if self.snippet is None:
            return _best(self.hit.snippets[0]) if self.hit.snippets else None
        return _best(self.snippet) or self.snippet


def _best(snippet: Snippet) -> Span | None:
    return snippet.matches[snippet.best] if snippet.matches else None


def rows_of(result: SearchResult) -> tuple[SearchRow, ...]:
    """Return the rows of a result, in its order."""
    rows: list[SearchRow] = []
    for hit in result.hits:
        rows.append(SearchRow(hit, None))
        rows.extend(SearchRow(hit, snippet) for snippet in hit.snippets)
    return tuple(rows)


def row_like(row: SearchRow, rows: tuple[SearchRow, ...]) -> int:
    """Return the number of the row that shows the same place, the first where there is none."""

    def place(one: SearchRow) -> tuple[object, ...]:
        start = one.snippet.start if one.snippet is not None else None
        return one.hit.article, one.hit.part, start

    places = [place(one) for one in rows]
    return places.index(place(row)) if place(row) in places else 0


def pieces_of(row: SearchRow, width: int) -> list[tuple[str, str]]:
    """Return what a row shows in `width` cells, as pieces of safe text with the name of a style."""
    if row.snippet is None:
        return hit_pieces(row.hit, width)
    return snippet_pieces(row.snippet, width)


def hit_pieces(hit: Hit, width: int) -> list[tuple[str, str]]:
    """Return a hit on one row: title, places in its text, what it is shown for, outlet, file."""
    title = SearchRow(hit, None).name
    date = safe_line(hit.published.value) if hit.published else ""
    details = date
    if hit.outlet:
        # The outlet gives way to the date.
        date = f", {date}" if date else ""
        details = cut(safe_line(hit.outlet.value), max(8, width // 2 - cells(date))) + date
    if hit.missing:
        details = safe_line(f"without {', '.join(hit.missing)}")
    if hit.folded:
        details = f"+{len(hit.folded)} alike{', ' if details else ''}{details}"
    after = f"  {cut(details, width // 2)}" if details else ""
    if hit.places > 1:
        after = f"  ×{hit.places:,}{'+' if hit.places >= MOST_PLACES else ''}{after}"
    name = safe_line(f"  {hit.article}") if hit.title else ""
    shown = cut(title, max(width // 3, width - cells(after)))
    room = width - cells(shown) - cells(after)
    name = cut(name, room) if cells(name) <= max(room, 0) or room >= LEAST_OF_NAME else ""
    pieces = [(shown, "heading"), (after, ""), (name, "faint")]
    return [piece for piece in pieces if piece[0]]


def snippet_pieces(snippet: Snippet, width: int) -> list[tuple[str, str]]:
    """Return a snippet on one row, its best match in view, matches apart from the rest.

    Where several blanks follow each other, as between paragraphs, one is shown.
    """
    text = safe(snippet.text).replace("\n", " ")
    best = _best(snippet)
    first = best.start - snippet.start if best is not None else 0
    room = max(8, width - len(INDENT) - 2)
    begin = 0
    if cells(text) > room:
        begin = max(0, first - int(room * LEFT_PART))
        blank = text.find(" ", begin, first)
        begin = blank + 1 if begin and 0 <= blank < first else begin
    pieces = [(INDENT + ("… " if begin else ""), "faint")]
    place = begin
    for match in snippet.matches:
        start, end = match.start - snippet.start, match.end - snippet.start
        if start < place:
            continue
        pieces.append((text[place:start], ""))
        pieces.append((text[start:end], "match" if match.exact else "match-widened"))
        place = end
    pieces.append((text[place:], ""))
    lead, *shown = pieces
    return [lead, *((_one_blank(piece), style) for piece, style in shown if piece)]


def _one_blank(piece: str) -> str:
    """Return a piece with one blank where several follow each other."""
    return _BLANKS.sub(" ", piece) if "  " in piece else piece


def summary(result: SearchResult) -> str:
    """Say in one line how much was found."""
    if result.damaged:
        return "The index was damaged and is made anew"
    if result.total:
        words = counted(result.total, "article")
    else:
        words = "No article has all of it" if result.partial else "No article has it"
    if result.partial:
        words += f" · {result.partial} with most of it"
    if folded := sum(len(hit.folded) for hit in result.hits):
        words += f" · {folded} folded"
    if result.unknown:
        words += f" · {result.unknown:,} not read yet"
    return f"{words} · {result.scanned:,} scanned" if result.scanned else words


def said_error(error: QueryError) -> str:
    """Say in one line what is wrong with a query, where, and how it is mended, as safe text."""
    place = error.place.cut(error.query).strip()
    where = (
        f"{cut(safe_line(place), MOST_OF_PLACE)}: " if place and place not in error.reason else ""
    )
    return f"{where}{safe_line(error.reason)} · {safe_line(error.remedy)}"


def widened_words(result: SearchResult) -> str:
    """Say in one line what was widened, empty where nothing was."""
    words: dict[str, list[str]] = {}
    for widened in result.widened:
        words.setdefault(widened.word, []).append(widened.to)
    return safe_line("; ".join(f"for {word} also {', '.join(to)}" for word, to in words.items()))


def unfinished(query: str) -> str:
    """Return the word at the end of a query that is searched as the start of words, "" for none."""
    last = query.split()[-1] if query.split() else ""
    return last if last.isalnum() and query.endswith(last) else ""
