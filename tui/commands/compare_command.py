"""`postil compare`: in what two articles differ, in words and in figures."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.compare.texts import Comparison, Difference, compared
from corpus.span import Span
from tui.cards.quantity_card import figure_of
from tui.commands.article_place import article_at
from tui.commands.console import Console, Style
from tui.commands.passages import print_passage
from tui.comparing.compared_view import figure_words, said_of, summary_of

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.understanding.analysis import Quantity

_LONGEST = 2_000  # code points of a passage that one article alone has


def run(arguments: argparse.Namespace) -> int:
    """Print in what two articles differ; status 1 where they say the same."""
    console = Console(json_lines=arguments.format == "jsonl")
    first_corpus, first = article_at(arguments.first, arguments.corpus)
    second_corpus, second = article_at(arguments.second, arguments.corpus)
    console.progress("understanding article", 1, 2)
    left = (first.text, first_corpus.analyse(first))
    console.progress("understanding article", 2, 2)
    right = (second.text, second_corpus.analyse(second))
    found = compared(left, right)
    if console.json_lines:
        from tui.commands.compare_lines import difference_record, figures_record

        for each in found.differences:
            console.json(difference_record(first, second, each))
        for thing in found.things:
            console.json(figures_record(first, second, thing))
    else:
        _print(console, first, second, found)
    console.finish()
    return 0 if found.differences else 1


def _print(console: Console, first: Article, second: Article, found: Comparison) -> None:
    """Print the figures, then the passages that differ."""
    console.line((first.name, "name"), " | ", (second.name, "name"))
    console.line(summary_of(found) or "nothing in common")
    if found.figures:
        console.line()
        console.line(("Figures that differ where both say much the same", "heading"))
        for _, pair in found.figures:
            figures = (figure_words(pair.left), figure_words(pair.right))
            console.line("  ", (figures[0], "match"), " | ", (figures[1], "match"))
    things = [thing for thing in found.things if thing.differ]
    if things:
        console.line()
        console.line(("Other figures of one thing, anywhere", "heading"))
        for thing in things:
            console.line(
                f"  {thing.thing}: ",
                (_figures(thing.left), "match"),
                " | ",
                (_figures(thing.right), "match"),
            )
    for each in found.differences:
        console.line()
        console.line((said_of(each), "heading"))
        _print_passages(console, first, second, each)


def _figures(quantities: Iterable[Quantity]) -> str:
    return ", ".join(map(figure_of, quantities))


def _print_passages(console: Console, first: Article, second: Article, each: Difference) -> None:
    """Print the passages of a difference, the words that differ in brackets as `wdiff` has them."""
    if each.left.end > each.left.start:
        alone = [each.left] if each.kind == "left" else [w.left for w in each.words if w.left]
        _print_passage(console, first.text, each.left, alone, ("1  ", "[-", "-]"))
    if each.right.end > each.right.start:
        alone = [each.right] if each.kind == "right" else [w.right for w in each.words if w.right]
        _print_passage(console, second.text, each.right, alone, ("2  ", "{+", "+}"))


def _print_passage(
    console: Console, text: str, passage: Span, alone: Sequence[Span], signs: tuple[str, str, str]
) -> None:
    lead, opening, closing = signs
    end = min(passage.end, passage.start + _LONGEST)
    pieces: list[str] = []
    marks: list[tuple[Span, Style]] = []
    length, at = 0, passage.start
    for span in alone:
        stop = min(span.end, end)
        if span.start >= end:
            break
        plain, marked = text[at : span.start], opening + text[span.start : stop] + closing
        marks.append((Span(length + len(plain), length + len(plain) + len(marked)), "match"))
        pieces += [plain, marked]
        length += len(plain) + len(marked)
        at = stop
    pieces.append(text[at:end] + ("…" if end < passage.end else ""))
    print_passage(console, "".join(pieces), marks, indent="  ", lead=lead)
