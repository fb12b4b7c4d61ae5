"""`postil quantities`: the numbers, each with its sentence."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.commands import reading
from tui.commands.console import Console, Style
from tui.commands.passages import print_passage
from tui.commands.table import Column, column_widths
from tui.comparing.figure_words import figure
from tui.layout.cells import cut, cut_start, filled
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.understanding.analysis import Analysis, Quantity

_COLUMNS = (
    Column("VALUE", least=10),
    Column("UNIT", least=4),
    Column("WHEN", least=10),
    Column("OF", least=10),
    Column("WHERE", least=16, tail=True),
)
_WIDTHS = (18, 14, 26, 20, 40)
_DATES = ("date", "time")


def run(arguments: argparse.Namespace) -> int:
    """Print the quantities in the order of the articles; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    found = False
    for article in reading.articles(corpus, console):
        analysis = corpus.analyse(article)
        if not analysis.quantities:
            continue
        if console.json_lines:
            from tui.commands.json_lines import quantity_record

            for quantity in analysis.quantities:
                console.json(quantity_record(article, quantity))
        else:
            if not found:
                _print_row(console, [column.heading for column in _COLUMNS], heading=True)
            _print(console, article, analysis)
        found = True
    console.finish()
    return 0 if found else 1


def _print(console: Console, article: Article, analysis: Analysis) -> None:
    """Print the quantities of an article in columns, those of a sentence above the sentence."""
    by_sentence = groupby(analysis.quantities, key=lambda each: _sentence(analysis, each))
    for sentence, group in by_sentence:
        quantities = list(group)
        for quantity in quantities:
            of = quantity.of
            line = reading.line_of(article.text, quantity.start)
            cells = (
                "" if quantity.kind in _DATES else figure(quantity),
                _unit(quantity),
                _when(quantity),
                "" if of is None else " ".join(of.text.split()),
                f"{article.name}:{line}",
            )
            _print_row(console, cells)
        start, end = sentence.start, max(sentence.end, quantities[-1].end)
        marks: list[tuple[Span, Style]] = [
            (Span(each.start - start, each.end - start), "match") for each in quantities
        ]
        print_passage(console, article.text[start:end], marks)


def _unit(quantity: Quantity) -> str:
    """Return the unit, or what the figure is where it is no plain count."""
    if quantity.unit or quantity.kind in (*_DATES, "count"):
        return quantity.unit or ""
    return quantity.kind


def _when(quantity: Quantity) -> str:
    """Return the date, as far as it is certain, before the words that say it."""
    said = figure(quantity) if quantity.kind in _DATES else ""
    return " · ".join(dict.fromkeys(filter(None, (quantity.iso, said))))


def _sentence(analysis: Analysis, quantity: Quantity) -> Span:
    """Return the sentence that the quantity begins in; itself where it stands in none."""
    at = bisect_right(analysis.sentences, quantity.start, key=lambda span: span.start) - 1
    if at >= 0 and analysis.sentences[at].covers(quantity.start):
        return analysis.sentences[at]
    return Span(quantity.start, quantity.end)


def _print_row(console: Console, cells: Sequence[str], *, heading: bool = False) -> None:
    """Print the columns; on a terminal each has its width, and the place what is left."""
    shown = [safe_line(cell) for cell in cells]
    widths = column_widths(_COLUMNS, _WIDTHS, console.width)
    if console.width is not None:
        shown = [
            (cut_start if column.tail else cut)(cell, width)
            for cell, column, width in zip(shown, _COLUMNS, widths, strict=True)
        ]
    first, *middle, last = (filled(cell, width) for cell, width in zip(shown, widths, strict=True))
    rest = "  ".join(("", *middle, last.rstrip()))
    console.line((first, "heading" if heading else "name"), (rest, "heading" if heading else ""))
