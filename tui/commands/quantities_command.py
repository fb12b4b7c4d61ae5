"""`postil quantities`: the numbers, each with its sentence."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.commands import reading
from tui.commands.console import Console
from tui.commands.table import Column, column_widths
from tui.commands.widths import cut, cut_start, padded, width_of
from tui.safe_text import safe, safe_line

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.understanding.analysis import Analysis, Number, Quantity

_BOUNDS = {"over": ">", "at-least": "≥", "under": "<", "at-most": "≤"}
_COLUMNS = (
    Column("VALUE", least=12),
    Column("UNIT", least=6),
    Column("OF", least=10),
    Column("WHERE", least=16, tail=True),
)
_WIDTHS = (16, 14, 20, 40)
_INDENT = "    "


def run(arguments: argparse.Namespace) -> int:
    """Print the quantities in the order of the articles; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    found = False
    for article in reading.articles(corpus, console):
        analysis = corpus.analyse(article)
        for quantity in analysis.quantities:
            if console.json_lines:
                from tui.commands.json_lines import quantity_record

                console.json(quantity_record(article, quantity))
            else:
                if not found:
                    _print_row(console, [column.heading for column in _COLUMNS], heading=True)
                _print(console, article, analysis, quantity)
            found = True
    console.finish()
    return 0 if found else 1


def _print(console: Console, article: Article, analysis: Analysis, quantity: Quantity) -> None:
    """Print one quantity: its figures in columns, and below them the sentence it stands in."""
    of = quantity.of
    line = reading.line_of(article.text, quantity.start)
    cells = (
        figure(quantity),
        quantity.unit or (quantity.kind if quantity.kind != "count" else ""),
        "" if of is None else " ".join(of.text.split()),
        f"{article.name}:{line}",
    )
    _print_row(console, cells)
    _print_sentence(console, article.text, _sentence(analysis, quantity), quantity)


def figure(quantity: Quantity) -> str:
    """Return the value or range with its bound: `≥ 41`, `2,500–4,000`, `~ 20`."""
    if quantity.min is not None or quantity.max is not None:
        low, high = _number(quantity.min), _number(quantity.max)
        number = f"{low}–{high}"
    elif quantity.value is not None:
        number = _number(quantity.value)
    else:
        number = quantity.iso or " ".join(quantity.text.split())
    sign = _BOUNDS.get(quantity.bound or "", "")
    return " ".join(filter(None, ("~" if quantity.approximate else "", sign, number)))


def _number(number: Number | None) -> str:
    """Return a number with thousands separated; nothing for an open end."""
    if number is None:
        return ""
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"


def _sentence(analysis: Analysis, quantity: Quantity) -> Span:
    """Return the sentence that the quantity begins in; itself where it stands in none."""
    at = bisect_right(analysis.sentences, quantity.start, key=lambda span: span.start) - 1
    if at >= 0 and analysis.sentences[at].covers(quantity.start):
        return Span(analysis.sentences[at].start, max(analysis.sentences[at].end, quantity.end))
    return Span(quantity.start, quantity.end)


def _print_row(console: Console, cells: Sequence[str], *, heading: bool = False) -> None:
    """Print the columns; on a terminal each has its width, and the place what is left."""
    shown = [safe_line(cell) for cell in cells]
    if console.width is None:
        widths = list(_WIDTHS)
    else:
        widths = column_widths(_COLUMNS, _WIDTHS, console.width)
        shown = [
            (cut_start if column.tail else cut)(cell, width)
            for cell, column, width in zip(shown, _COLUMNS, widths, strict=True)
        ]
    first, *middle, last = (padded(cell, width) for cell, width in zip(shown, widths, strict=True))
    rest = "  ".join(("", *middle, last.rstrip()))
    console.line((first, "heading" if heading else "name"), (rest, "heading" if heading else ""))


def _print_sentence(console: Console, text: str, sentence: Span, quantity: Quantity) -> None:
    """Print the sentence on one line, cut on a terminal so that the quantity is in it."""
    before = _one_line(text[sentence.start : quantity.start])
    words = _one_line(text[quantity.start : quantity.end])
    after = _one_line(text[quantity.end : sentence.end])
    if console.width is not None:
        room = max(20, console.width - len(_INDENT) - width_of(words))
        if width_of(before) + width_of(after) > room:
            before = cut_start(before, max(room // 2, room - width_of(after)))
            after = cut(after, room - width_of(before))
    console.line(_INDENT, before, (words, "match"), after)


def _one_line(text: str) -> str:
    """Return a piece of a text as it stands on one line of the screen."""
    return safe(text).replace("\n", " ")
