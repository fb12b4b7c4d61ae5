"""What the concordance's screen lists: a line, aligned on its keyword."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus.tokens import locate_words
from tui.layout.cells import cells, cut, cut_start
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from index.concordance.lines import ConcordanceLine
    from index.concordance.sorting import SortKey

Piece = tuple[str, str]

WIDE: Final = 100  # cells from which on a line tells its file as well
_FILE: Final = 24
_LEFT_PART: Final = 0.42
_GAP: Final = "  "


def pieces_of_line(line: ConcordanceLine, width: int, keys: Sequence[SortKey]) -> list[Piece]:
    """Return a line in `width` cells; the words that it is sorted by stand out."""
    place = _FILE + len(_GAP) if width >= WIDE else 0
    left = int((width - place) * _LEFT_PART)
    right = width - place - left
    text = safe_line(line.before)
    before = cut_start(text, left)
    hidden = len(text) - len(before)
    pieces = [(" " * (left - cells(before)), "")]
    pieces += _marked(before, _sorted_by(line.before, keys, "L"), hidden)
    keyword = cut(safe_line(line.text), right)
    pieces.append((keyword, "match" if line.exact else "match-widened"))
    after = cut(safe_line(line.after), right - cells(keyword))
    pieces += _marked(after, _sorted_by(line.after, keys, "R"))
    if place:
        used = cells(keyword) + cells(after)
        pieces.append((" " * (right - used) + _GAP, ""))
        pieces.append((cut_start(safe_line(name_of(line)), _FILE), "faint"))
    return [piece for piece in pieces if piece[0]]


def name_of(line: ConcordanceLine) -> str:
    """Name the article of a line, as text of a file."""
    source = line.source
    return source.article if source.part is None else f"{source.article}#{source.part}"


def details_of(line: ConcordanceLine) -> str:
    """Say where a line is from, in one line of safe text."""
    parts = (name_of(line), line.source.outlet, line.source.date)
    return safe_line(" · ".join(filter(None, parts)))


def _sorted_by(text: str, keys: Sequence[SortKey], side: str) -> list[tuple[int, int]]:
    """Return where in the text of one side the words stand that lines are sorted by."""
    numbers = [int(key.name[1:]) for key in keys if key.name[0] == side]
    if not numbers:
        return []
    words = locate_words(text)
    nearest = list(islice(words, max(numbers))) if side == "R" else list(words)[::-1]
    return sorted(nearest[number - 1][:2] for number in numbers if number <= len(nearest))


def _marked(text: str, spans: Sequence[tuple[int, int]], hidden: int = 0) -> list[Piece]:
    """Part a text so that what lies in ascending spans stands out; an ellipsis never does.

    `hidden` characters before the text are not shown.
    """
    pieces, at = [], 0
    for first, last in spans:
        start = max(first - hidden, at, int(text.startswith("…")))
        end = min(last - hidden, len(text) - text.endswith("…"))
        if start < end:
            pieces += [(text[at:start], ""), (text[start:end], "strong")]
            at = end
    return [*pieces, (text[at:], "")]
