"""How many terminal cells a text takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

# Ranges in which every character takes one cell and stands alone: Latin, Greek, Cyrillic, Hebrew
# letters, dashes, quotation marks and other general punctuation, arrows, control pictures, blocks.
NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058a\u05d0-\u05ea\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u2199\u21c4\u21b5\u2400-\u2426\u2500-\u25fc\ufffd\n]*"
)


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Say whether every character of `text[start:end]` takes exactly one cell."""
    stop = len(text) if end is None else end
    found = NARROW.match(text, start, stop)
    return found is not None and found.end() == stop


def cells(text: str) -> int:
    """Return the width of safe text (see tui.safe_text) in cells."""
    return len(text) if is_narrow(text) else cell_len(text)


def graphemes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the extended grapheme clusters of `text[start:end]` (Unicode Standard Annex 29)."""
    import regex

    for found in regex.finditer(r"\X", text, pos=start, endpos=end):
        yield found.span()


def cut(text: str, width: int) -> str:
    """Return safe text of one line, cut to at most `width` cells with an ellipsis."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    if is_narrow(text):
        return text[: width - 1] + "…"
    kept, used = 0, 0
    for start, end in graphemes(text, 0, len(text)):
        used += cell_len(text[start:end])
        if used > width - 1:
            break
        kept = end
    return text[:kept] + "…"


def padded(text: str, width: int) -> str:
    """Return safe text of one line in exactly `width` cells: cut, or blanks added."""
    shown = cut(text, width)
    return shown + " " * (width - cells(shown))
