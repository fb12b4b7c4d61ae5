"""`postil explain`: everything that is known about a place, and which rule said so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.article.explained import Explained, explained
from tui.commands import reading
from tui.commands.article_place import article_place
from tui.commands.console import Console
from tui.commands.passages import print_passage

if TYPE_CHECKING:
    from corpus.article import Article
    from tui.article.explained import Known

_SHOWN = 240  # code points of a long passage that are shown


def run(arguments: argparse.Namespace) -> int:
    """Print what is known of a place; status 1 where that is nothing."""
    console = Console(json_lines=arguments.format == "jsonl")
    place = article_place(arguments.place, arguments.corpus)
    store = reading.annotation_store(place.corpus, arguments.annotations)
    found = explained(
        place.corpus,
        place.article,
        place.offset,
        store,
        lambda done, total: console.progress("understanding article", done, total),
    )
    if console.json_lines:
        from tui.commands.json_lines import explained_record

        for known in found.known:
            console.json(explained_record(place.article, place.offset, known))
    else:
        _print(console, place.article, place.offset, found)
    console.finish()
    return 0 if found.known else 1


def _print(console: Console, article: Article, offset: int, found: Explained) -> None:
    """Print the sentence of the place, then each thing that is known with its rules."""
    line = reading.line_of(article.text, offset)
    console.line((f"{article.name}:{offset}", "heading"), f"  line {line}")
    around = found.around
    start, end = max(around.start, offset - _SHOWN), min(around.end, offset + _SHOWN)
    mark = Span(offset - start, offset - start + 1)
    lead = "…" if start > around.start else ""
    print_passage(console, article.text[start:end], [(mark, "match")], lead=lead)
    if not found.known:
        console.line("  nothing is known of this place")
    for known in found.known:
        words = " ".join(article.text[known.start : known.end].split())
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        console.line()
        console.line((known.what, "heading"), "  ", (words, "name"))
        for name, value in _lines(known):
            console.line(f"    {name:<9}  {value}")


def _lines(known: Known) -> Iterator[tuple[str, str]]:
    yield from known.says
    for at, rule in enumerate(known.rules):
        yield ("because" if at == 0 else ""), rule
