"""Why a line is furniture: its own words, or where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.understanding.analysis import Furniture
from corpus.understanding.head import Head
from corpus.understanding.head_lines import furniture_kind
from corpus.understanding.line_kinds.captions import is_credited
from corpus.understanding.line_kinds.interface import is_breadcrumb, phrase_kind
from corpus.understanding.line_kinds.site_sentences import sentence_kind
from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines


def furniture_reasons(
    text: str, line: Furniture, head: Head, repeated: RepeatedLines = NONE_REPEATED
) -> tuple[str, ...]:
    """Return why a line of `text` is furniture, the strongest reason first."""
    return tuple(_reasons(text, line, head, repeated))


def _reasons(text: str, line: Furniture, head: Head, repeated: RepeatedLines) -> Iterator[str]:
    if any(header.start <= line.start < header.end for header in head.header.lines):
        yield "a line of the header, in which the file speaks of itself"
        return
    words = line.cut(text).strip()
    if furniture_kind(words) == line.kind:
        yield _own_words(words)
    if count := repeated.count(words):
        yield f"repeated in {count:,} articles of this outlet"
    body = head.body
    if body is None or line.start < body.start:
        yield _above(line)
    elif line.kind == "caption":
        yield "beside the line that says who took a picture"
    else:
        yield f"where it stands: below the body, or between its paragraphs, as {line.kind} does"


def _own_words(words: str) -> str:
    """Say which of the tests of a line's own wording found it."""
    if (kind := phrase_kind(words)) is not None:
        return f"its own words: those of the interface of a page ({kind})"
    if (kind := sentence_kind(words)) is not None:
        return f"its own words: a sentence that a site says of itself ({kind})"
    if is_credited(words):
        return "its own words: they say who took a picture"
    assert is_breadcrumb(words)  # nothing else gives a kind
    return "its own words: a path through a site"


def _above(line: Furniture) -> str:
    if line.kind == "clock":
        return "where it stands: a date above the title, with a time or among a menu"
    if line.kind == "caption":
        return "where it stands: above the body, and it describes what a picture shows"
    return "where it stands: above the body, among the lines of the page around it"
