"""Where the paragraphs of a text begin and end.

Scraped text keeps paragraphs in three ways: parted by blank lines; one line each; or wrapped at a
fixed width, with a new paragraph marked by an indent or a blank line. A file may mix them, so the
choice is made for each block of lines that no blank line parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.span import Span
from corpus.understanding.header import TOP, Header, Lined, in_lines, read_header
from corpus.understanding.lines import Line
from corpus.understanding.shape import is_cut_off

WIDEST_WRAP = 100
"""Lines longer than this many code points were not wrapped at a fixed width."""

_INDENT = 2
_SLACK = 15
# In wrapped English prose two in three lines end in the middle of a sentence before a small letter;
# among headlines and names few do.
_FEWEST_BREAKS = 0.35
_STOPS = frozenset(".!?…:;")
_CLOSERS = "\"'”’»)]"
_CONTINUES = re.compile(r"[\"'“‘(\[]?[a-z]")
_MARKED = re.compile(
    r"#{1,6}\s|>|\||[*+•▪●◦‣·-]\s|\d{1,3}[.)]\s+[A-Z\"“]|(?:-{3,}|={3,}|\*{3,}|_{3,})$|\x60{3}"
)
_ROW = re.compile(r"\S(?:\s{3,}|\.{4,})\S.*\S(?:\s{3,}|\.{4,})\S")
_HARD_BREAK = re.compile(r"#{1,6}\s|(?:-{3,}|={3,}|\*{3,}|_{3,})$")


def split_paragraphs(text: str, lined: Lined | None = None) -> tuple[Span, ...]:
    """Return the spans of the paragraphs of `text`, in order, without white space around them.

    Together they cover every character that is not white space. `lined` is the text in lines, where
    the caller has it.
    """
    return tuple(paragraphs_of(text, *(in_lines(text) if lined is None else lined)))


def paragraphs_of(text: str, lines: Sequence[Line], header: Header) -> Iterator[Span]:
    """Yield what `split_paragraphs` returns of a text of which lines and header are known.

    Each is made when it is asked for: who needs the first ones only does not wait for the others.
    """
    width = _wrap_width(lines)
    headed = {span.start for span in header.lines} if len(lines) > 1 else set()
    fences = _front_matter_end(text, headed)
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].block == lines[start].block:
            end += 1
        yield from _block_paragraphs(lines[start:end], width, headed, fences)
        start = end


def _front_matter_end(text: str, header: set[int]) -> int:
    """Return where the front matter ends, 0 without any."""
    if 0 not in header or not text.startswith("---"):
        return 0
    front_matter = read_header(text[:TOP]).front_matter
    return front_matter.end if front_matter else 0


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the width in code points at which the text is wrapped, 0 where it is not.

    A text is wrapped where lines of a usual width break off in the middle of a sentence and go on
    in lower case.
    """
    breaks = 0
    outdented = False
    widths: list[int] = []
    for above, below in pairwise(lines):
        if above.block != below.block or below.indent >= above.indent + _INDENT:
            continue
        breaks += 1
        if _goes_on(above, below):
            widths.append(len(above.words))
            # Among the rows of a table one wrapped note is sure by its indent.
            outdented = outdented or below.indent + _INDENT <= above.indent
    return max(widths) if widths and (outdented or len(widths) >= _FEWEST_BREAKS * breaks) else 0


def _goes_on(above: Line, below: Line) -> bool:
    """Say whether a sentence runs from one line into the next, by its shape alone."""
    return (
        30 <= len(above.words) <= WIDEST_WRAP
        and (_CONTINUES.match(below.words) is not None or is_cut_off(above.words))
        and below.indent < above.indent + _INDENT
        and above.words.rstrip(_CLOSERS)[-1:] not in ".!?…"
    )


def _stops(words: str) -> bool:
    """Say whether a line ends with a mark that a line end in the middle of a sentence lacks."""
    return words.rstrip(_CLOSERS)[-1:] in _STOPS


def _is_row(words: str) -> bool:
    """Say whether a line has columns, with white space or dots between."""
    if len(words) > 2 * WIDEST_WRAP or not ("   " in words or "...." in words):
        return False
    return _ROW.search(words) is not None


def _block_paragraphs(
    block: Sequence[Line], width: int, header: set[int], fences: int
) -> Iterator[Span]:
    if len(block) == 1:
        yield Span(block[0].start, block[0].end)
        return
    wrapped = width > 0 and (
        sum(_goes_on(above, below) for above, below in pairwise(block)) * 4 >= len(block) - 1
        or (len(block) <= 3 and _stops(block[-1].words))
    )
    base = min(line.indent for line in block)
    indents = wrapped and any(line.indent >= base + _INDENT for line in block[1:])
    start = block[0].start
    for above, below in pairwise(block):
        if (
            not wrapped
            or above.first in header
            or below.first in header
            or below.first < fences
            or _begins_paragraph(above, below, base, width, indents=indents)
        ):
            yield Span(start, above.end)
            start = below.start
    yield Span(start, block[-1].end)


def _begins_paragraph(above: Line, below: Line, base: int, width: int, *, indents: bool) -> bool:
    """Say whether a line of a wrapped block begins a paragraph.

    `base` is the block's smallest indent; `indents` says that the block marks paragraphs by them.
    """
    if _HARD_BREAK.match(above.words) or len(above.words) > width + _SLACK:
        return True
    stopped = _stops(above.words)
    if _MARKED.match(below.words) and (stopped or _MARKED.match(above.words)):
        return True
    if _is_row(above.words) or _is_row(below.words):
        return True
    if below.indent >= base + _INDENT:
        # The second line of an indented quotation goes on; rows of a table do not.
        return not (below.indent == above.indent and _goes_on(above, below))
    if indents:
        return above.words.isupper() and not below.words.isupper()
    first_word = below.words.split(maxsplit=1)[0]
    full = len(above.words) + 1 + len(first_word) > width - _SLACK
    # A line that breaks off early ends a paragraph, unless the sentence plainly goes on.
    return not full and _CONTINUES.match(below.words) is None
