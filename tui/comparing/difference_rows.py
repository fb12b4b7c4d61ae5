"""The rows that list in what two articles differ: figures first, then all differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cards.card_place import BesidePlace
from tui.cards.card_rows import CardRow, sentence_pieces
from tui.cards.entity_card import MentionHere
from tui.comparing.compared_view import figures_beside, said_of
from tui.layout.cells import cells, cut
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.compare.figures import FiguresOfThing
    from corpus.compare.texts import Difference
    from corpus.understanding.analysis import Quantity
    from tui.article.document import Document
    from tui.comparing.compared_view import ComparedView

_MOST_FIGURES = 6  # of one thing in one article on a row


def rows_of(
    view: ComparedView, first: Document, second: Document, width: int
) -> tuple[CardRow, ...]:
    """Return the rows, of `width` cells; each leads to a place in both articles."""
    return tuple(_rows(view, first, second, width))


def _rows(view: ComparedView, first: Document, second: Document, width: int) -> Iterator[CardRow]:
    comparison, article = view.comparison, first.article
    places = [
        BesidePlace(article.name, article.file.part, left, right)
        for left, right in zip(*view.starts, strict=True)
    ]
    both = list(zip(comparison.differences, places, strict=True))
    with_figures = [(each, place) for each, place in both if each.figures]
    if with_figures:
        yield _heading("Figures that differ where both say much the same", len(with_figures))
        for each, place in with_figures:
            yield CardRow((("  ", ""), *_figure_pieces(each)), place)
            for document, sentence in _sentences(each, first, second):
                pieces = sentence_pieces(sentence, "quantity", width - 2)
                yield CardRow(((document, "faint"), *pieces[1:]), place)
    differing = [thing for thing in comparison.things if thing.differ]
    same = [thing for thing in comparison.things if not thing.differ]
    for words, things in (
        ("Other figures of one thing, anywhere", differing),
        ("The same figures of one thing", same),
    ):
        if things:
            yield _heading(words, len(things))
            for thing in things:
                yield from _thing(thing, first, width)
    if both:
        yield _heading("All differences", len(both))
    for each, place in both:
        kind = f"  {said_of(each)}: "
        words = _words(each, first, second, max(8, width - len(kind)))
        yield CardRow(((kind, "strong" if each.figures else "faint"), (words, "")), place)
    if not both:
        yield CardRow((("Both say the same, word by word", ""),))


def _heading(words: str, count: int) -> CardRow:
    return CardRow(((f"{words} ", "heading"), (f"{count:,}", "faint")), heading=True)


def _figure_pieces(each: Difference) -> Iterator[tuple[str, str]]:
    for number, (left, right) in enumerate(figures_beside(each)):
        if number:
            yield " · ", "faint"
        yield left, "quantity"
        yield " | ", "faint"
        yield right, "quantity"


def _sentences(
    each: Difference, first: Document, second: Document
) -> Iterator[tuple[str, MentionHere]]:
    """Give the sentences of both with their first figure that differs, each after its number."""
    sides = (
        (" 1  ", first, each.left, [pair.left for pair in each.figures]),
        (" 2  ", second, each.right, [pair.right for pair in each.figures]),
    )
    for number, document, whole, figures in sides:
        text = document.article.text
        figure = next((one for one in figures if one is not None), None)
        start, end = (figure.start, figure.end) if figure else (whole.start, whole.start)
        before, after = text[whole.start : start], text[end : whole.end]
        yield number, MentionHere(start, end, before, text[start:end], after)


def _thing(thing: FiguresOfThing, first: Document, width: int) -> Iterator[CardRow]:
    """Give all figures of one thing, on a row an article where they do not fit on one."""
    file = first.article.file
    place = BesidePlace(file.article, file.part, thing.left[0].start, thing.right[0].start)
    name = (f"  {safe_line(thing.thing)}: ", "strong")
    left, right = _figures(thing.left), _figures(thing.right)
    if cells(name[0]) + cells(left) + cells(right) + 3 <= width:
        yield CardRow((name, (left, "quantity"), (" | ", "faint"), (right, "quantity")), place)
        return
    yield CardRow((name,), place)
    yield CardRow(((" 1    ", "faint"), (left, "quantity")), place)
    yield CardRow(((" 2    ", "faint"), (right, "quantity")), place)


def _figures(quantities: Sequence[Quantity]) -> str:
    """Return the figures without what they count, which stands before them."""
    from tui.cards.quantity_card import figure_of

    shown = [figure_of(quantity) for quantity in quantities[:_MOST_FIGURES]]
    return ", ".join(shown) + (", …" if len(quantities) > _MOST_FIGURES else "")


def _words(each: Difference, first: Document, second: Document, width: int) -> str:
    """Return the sentence of a difference, of the article that has it, on one row."""
    alone = each.left.start == each.left.end
    whole, document = (each.right, second) if alone else (each.left, first)
    # A cell is at most a few code points: more of a long passage is not looked at.
    words = document.article.text[whole.start : min(whole.end, whole.start + 8 * width)]
    return cut(safe_line(" ".join(words.split())), width)
