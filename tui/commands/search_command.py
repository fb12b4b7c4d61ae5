"""`postil search`: the articles that match, best first, with the passages."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.commands import reading
from tui.commands.console import Console, Style
from tui.commands.indexing import updated_index
from tui.commands.passages import print_passage
from tui.commands.widths import width_of
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from index import Hit, SearchResult


def run(arguments: argparse.Namespace) -> int:
    """Update the index, search it and print the hits; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    query = " ".join(arguments.query)
    with updated_index(corpus, console) as (index, report):
        for problem in report.skipped:
            console.warn(problem)
        result = index.search(query, arguments.limit, widen=not arguments.exact)
    if console.json_lines:
        from tui.commands.json_lines import hit_record

        for hit in result.hits:
            console.json(hit_record(hit, result.widened))
    else:
        _print(console, result)
    console.finish()
    return 0 if result.hits else 1


def _print(console: Console, result: SearchResult) -> None:
    """Print the hits with their snippets, what was widened, and how many there are."""
    for hit in result.hits:
        _print_hit(console, hit)
    for widened in result.widened:
        console.line(f"also searched: {widened.word} → ", (widened.to, "near"), f" ({widened.why})")
    shown, total = len(result.hits), result.total
    if not total:
        console.line("nothing found")
    elif shown < total:
        console.line(f"{shown:,} of {total:,} articles; more with --limit")
    else:
        console.line(f"{total:,} article{'' if total == 1 else 's'}")


def _print_hit(console: Console, hit: Hit) -> None:
    """Print an article's name, what is known of it, and its snippets."""
    name = hit.article if hit.part is None else f"{hit.article}#{hit.part}"
    known = " · ".join(value.value for value in (hit.published, hit.outlet) if value)
    beside = console.width is None or width_of(safe_line(f"{name}  {known}")) <= console.width
    console.line((name, "name"), f"  {known}" if known and beside else "")
    if known and not beside:
        print_passage(console, known)
    if hit.title:
        print_passage(console, hit.title.value)
    for snippet in hit.snippets:
        marks: list[tuple[Span, Style]] = [
            (
                Span(match.start - snippet.start, match.end - snippet.start),
                "match" if match.exact else "near",
            )
            for match in snippet.matches
        ]
        print_passage(console, snippet.text, marks, lead="… ")
    console.line()
