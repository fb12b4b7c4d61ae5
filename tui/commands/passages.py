"""A passage of an article printed as one paragraph, with places in it marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from corpus.span import Span
from tui.commands.console import Console, Piece, Style
from tui.commands.wrapping import wrap
from tui.safe_text import safe

_LEAST_ROOM = 20
_BLANKS = re.compile(" {2,}")


def print_passage(
    console: Console,
    text: str,
    marks: Iterable[tuple[Span, Style]] = (),
    *,
    indent: str = "    ",
    lead: str = "",
) -> None:
    """Print a text in lines that fit the terminal; piped, on one line.

    Line ends become blanks, and several blanks one, as between paragraphs. `marks` are spans of
    `text` in its order, `lead` stands before the first line and as many blanks before the others.
    """
    shown = safe(text).replace("\n", " ")
    room = None
    if console.width is not None:
        room = max(_LEAST_ROOM, console.width - len(indent) - len(lead))
    places = list(marks)
    first = 0
    for at, line in enumerate(wrap(shown, room)):
        pieces: list[Piece] = [indent, lead if at == 0 else " " * len(lead)]
        done = line.start
        while first < len(places) and places[first][0].end <= line.start:
            first += 1
        for mark, style in islice(places, first, None):
            if mark.start >= line.end:
                break
            start, end = max(mark.start, done), min(mark.end, line.end)
            if start < end:
                pieces += [_closed_up(shown[done:start]), (shown[start:end], style)]
                done = end
        console.line(*pieces, _closed_up(shown[done : line.end]))


def _closed_up(text: str) -> str:
    return _BLANKS.sub(" ", text)
