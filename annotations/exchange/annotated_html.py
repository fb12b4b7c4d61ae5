"""One annotated article as an HTML file that needs nothing else: no scripts, fonts, network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from annotations.exchange import annotated
from annotations.exchange.annotated import AnnotatedArticle, Note, Piece
from annotations.exchange.item import Exported

_HEAD = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }}
p, blockquote {{ white-space: pre-line; }}
mark {{ background: #fff3bf; color: inherit; border-bottom: .1rem solid; }}
sup a {{ text-decoration: none; padding: 0 .1rem; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }}
dt, .cited {{ opacity: .7; }}
dd {{ margin: 0; }}
blockquote {{ margin: 0; padding-left: 1rem; border-left: .2rem solid; }}
ol.notes > li {{ margin: 1.5rem 0; }}
@media print {{ mark {{ background: none; }} li {{ break-inside: avoid; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
"""


def write(article: AnnotatedArticle) -> Iterator[str]:
    """Give the file, in pieces of a text."""
    notes, names = annotated.notes_of(article), annotated.names_of(article)
    yield _HEAD.format(title=_shown(article.title))
    yield "<dl>\n"
    for name, value in annotated.source_of(article):
        yield f"<dt>{_shown(name)}</dt><dd>{_shown(value)}</dd>\n"
    yield "</dl>\n<article>\n"
    for paragraph in annotated.paragraphs_of(article, notes):
        yield f'<p dir="auto">{"".join(map(_piece, paragraph))}</p>\n'
    yield "</article>\n"
    if notes:
        yield '<h2>Notes</h2>\n<ol class="notes">\n'
        for note in notes:
            yield "".join(_note(note, names))
        yield "</ol>\n"
    yield "</body>\n</html>\n"


def _shown(words: str) -> str:
    return escape(annotated.harmless(words))


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    if piece.marked:
        words = f"<mark>{words}</mark>"
    return words + "".join(
        f'<sup><a id="at-{note.number}" href="#note-{note.number}">{note.number}</a></sup>'
        for note in piece.ending
    )


def _note(note: Note, names: dict[str, Exported]) -> Iterator[str]:
    one = note.item.row.annotation
    yield f'<li id="note-{note.number}" value="{note.number}">\n'
    if one.quote is not None:
        yield f'<blockquote dir="auto">{_shown(one.quote)}</blockquote>\n'
    if one.note:
        yield f'<p dir="auto">{_shown(one.note)}</p>\n'
    lines = list(annotated.lines_of(note, names))
    if lines:
        yield "<dl>\n"
        yield from (f"<dt>{_shown(name)}</dt><dd>{_shown(value)}</dd>\n" for name, value in lines)
        yield "</dl>\n"
    back = f' <a href="#at-{note.number}">back</a>' if note.span is not None else ""
    yield f'<p class="cited">{_shown(annotated.place_of(note))}{back}</p>\n</li>\n'
