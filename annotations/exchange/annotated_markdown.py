"""One annotated article in Markdown: CommonMark, with footnotes as GitHub and Pandoc read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.exchange import annotated
from annotations.exchange.annotated import AnnotatedArticle, Note, Piece
from annotations.exchange.item import Exported
from annotations.exchange.markdown_report import SPECIAL, escaped

# What begins a block at the start of a line, besides the characters that are always escaped.
_BLOCK = re.compile(r"^[ \t]*(?:(\d{1,9})([.)])|(=+)|(:))", re.MULTILINE)


def write(article: AnnotatedArticle) -> Iterator[str]:
    """Give the file, in pieces of a text."""
    notes, names = annotated.notes_of(article), annotated.names_of(article)
    yield f"# {escaped(article.title)}\n\n"
    for name, value in annotated.source_of(article):
        yield f"- {escaped(name)}: {escaped(value)}\n"
    for paragraph in annotated.paragraphs_of(article, notes):
        yield "\n" + _paragraph(paragraph) + "\n"
    on_all = [note for note in notes if note.span is None]
    if on_all:
        yield "\n## On the whole article\n"
        for note in on_all:
            yield f"\n{escaped(note.item.row.annotation.note or 'Note')}[^{note.number}]\n"
    for note in notes:
        yield "\n" + "".join(_note(note, names))


def _paragraph(pieces: tuple[Piece, ...]) -> str:
    """Write a paragraph on its lines; no character of it is markup but the numbers of notes.

    The lines are escaped as a whole: what begins a line may begin in another piece.
    """
    parts = []
    for piece in pieces:
        numbers = "".join(f"[^{note.number}]" for note in piece.ending)
        words = piece.text
        blank = words[len(words.rstrip()) :] if numbers else ""
        words = words.removesuffix(blank) if blank else words
        parts.append(SPECIAL.sub(r"\\\1", words) + numbers + blank)
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return _BLOCK.sub(_harmless_start, "\n".join(line for line in lines if line))


def _harmless_start(found: re.Match[str]) -> str:
    number, stop, underline, colon = found.groups()
    return f"{number}\\{stop}" if number else f"\\{underline or colon}"


def _note(note: Note, names: dict[str, Exported]) -> Iterator[str]:
    """Give a footnote: what belongs to it is indented by four blanks."""
    one = note.item.row.annotation
    yield f"[^{note.number}]: "
    if one.quote is not None:
        yield f"“{escaped(one.quote)}” "
    yield f"({escaped(annotated.place_of(note))})\n"
    for part in one.note.split("\n\n"):
        if part.strip():
            yield f"\n    {escaped(part)}\n"
    lines = list(annotated.lines_of(note, names))
    if lines:
        yield "\n"
        yield from (f"    - {escaped(name)}: {escaped(value)}\n" for name, value in lines)
