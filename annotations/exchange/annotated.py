"""One article with its annotations as numbered notes: what every format of it is written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotations.exchange.item import Exported
from annotations.exchange.report import citation, facts, link_lines
from annotations.linked import Links
from corpus.span import Span

# What a terminal or an editor might obey, and what hides; the signs are those of the reader's
# screen. Joiners and marks of direction stay: scripts need them.
_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "␦"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "⇄"),
    **dict.fromkeys((0x2028, 0x2029), "↵"),
    **dict.fromkeys((0x180E, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF), "·"),
    **dict.fromkeys((*range(0xFFF9, 0xFFFC), 0xE0001, *range(0xE0020, 0xE0080)), "¤"),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}


def harmless(text: str) -> str:
    """Return a text of the same length in which nothing is hidden, turned round or obeyed."""
    return text.translate(_SIGNS)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article as it is exported: its text, where its paragraphs are, what is known of it.

    `source` are names and values such as ("Outlet", "…"), what is unknown left out. `items` are its
    annotations; `others` those of other articles that links may lead to, by id.
    """

    title: str
    source: tuple[tuple[str, str], ...]
    name: str
    text: str
    paragraphs: tuple[Span, ...]
    items: tuple[Exported, ...]
    others: dict[str, Exported]


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation under its number, from 1 in the order of the text; `span` is where it stands.

    None is for a note on the whole article, and for one that has no place in it any more.
    """

    number: int
    item: Exported
    span: Span | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text: `marked` are the notes it belongs to, `ending` those ending with it."""

    text: str
    marked: tuple[Note, ...]
    ending: tuple[Note, ...]


def notes_of(article: AnnotatedArticle) -> tuple[Note, ...]:
    """Number the annotations: those with a place by its end, where their number stands, first."""
    placed = [item for item in article.items if item.row.span is not None]
    placed.sort(key=lambda item: (item.row.span.end, item.row.span.start))  # type: ignore[union-attr]
    rest = [item for item in article.items if item.row.span is None]
    return tuple(
        Note(number, item, item.row.span) for number, item in enumerate((*placed, *rest), 1)
    )


def paragraphs_of(article: AnnotatedArticle, notes: Sequence[Note]) -> Iterator[tuple[Piece, ...]]:
    """Give each paragraph as pieces, cut where a note begins or ends; white space between is lost.

    A note that ends between two paragraphs ends with the one before.
    """
    text = harmless(article.text)
    placed = [(note, span) for note in notes if (span := note.span) is not None]
    for at, paragraph in enumerate(article.paragraphs):
        first = at == 0
        last = at + 1 == len(article.paragraphs)
        start = paragraph.start
        until = len(text) + 1 if last else article.paragraphs[at + 1].start
        here = [
            (note, span)
            for note, span in placed
            if (first or span.end > start) and span.start < until
        ]
        edges = {start, paragraph.end}
        for _, span in here:
            edges.update(edge for edge in (span.start, span.end) if start < edge < paragraph.end)
        ordered = sorted(edges)
        pieces = []
        for left, right in pairwise(ordered):
            marked = tuple(n for n, span in here if span.start <= left and span.end >= right)
            ends = tuple(
                note
                for note, span in here
                if left < span.end <= right
                or (right == paragraph.end and right < span.end <= until)
                or (first and left == start and span.end <= left)
            )
            pieces.append(Piece(text[left:right], marked, ends))
        yield tuple(pieces)


def place_of(note: Note) -> str:
    """Say where a note stands."""
    return citation(note.item.row, note.span)


def lines_of(note: Note, names: dict[str, Exported]) -> Iterator[tuple[str, str]]:
    """Give what a note holds beside its words, each under its name: facts, then links."""
    yield from facts(note.item.row)
    row = note.item.row
    for words, to, quote in link_lines(Links((row,)).of(row.annotation.id), names):
        there = names.get(to)
        where = f" ({there.row.article})" if there is not None else ""
        yield words, f"{quote}{where}"


def names_of(article: AnnotatedArticle) -> dict[str, Exported]:
    """Return what links may lead to, by id."""
    return article.others | {item.row.annotation.id: item for item in article.items}


def source_of(article: AnnotatedArticle) -> Iterator[tuple[str, str]]:
    """Give what is known of the article, each under its name, the file last."""
    yield from article.source
    yield "File", article.name
