"""One annotated article as plain text, numbers in brackets, the notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.exchange import annotated
from annotations.exchange.annotated import AnnotatedArticle, Note
from annotations.exchange.item import Exported


def write(article: AnnotatedArticle) -> Iterator[str]:
    """Give the file, in pieces of a text."""
    notes, names = annotated.notes_of(article), annotated.names_of(article)
    title = _line(article.title)
    yield f"{title}\n{'=' * min(len(title), 78)}\n\n"
    for name, value in annotated.source_of(article):
        yield f"{_line(name)}: {_line(value)}\n"
    for paragraph in annotated.paragraphs_of(article, notes):
        words = "".join(
            piece.text + "".join(f"[{note.number}]" for note in piece.ending) for piece in paragraph
        )
        yield f"\n{words}\n"
    if notes:
        yield "\n\nNotes\n-----\n"
    for note in notes:
        yield "\n" + "".join(_note(note, names))


def _line(words: str) -> str:
    return " ".join(annotated.harmless(words).split())


def _note(note: Note, names: dict[str, Exported]) -> Iterator[str]:
    one = note.item.row.annotation
    quote = f"“{_line(one.quote)}” " if one.quote is not None else ""
    yield f"[{note.number}] {quote}({_line(annotated.place_of(note))})\n"
    for line in annotated.harmless(one.note).splitlines():
        yield f"    {line}\n" if line.strip() else "\n"
    yield from (
        f"    {_line(name)}: {_line(value)}\n" for name, value in annotated.lines_of(note, names)
    )
