"""`postil search`: the articles that match, best first, with the passages."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console, Piece
from tui.commands.indexing import updated_index
from tui.commands.widths import wrap
from tui.safe_text import safe

if TYPE_CHECKING:
    from index import Hit, SearchResult, Snippet

_INDENT = "    "


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
    console.line((name, "name"), f"  {known}" if known else "")
    if hit.title:
        for span in wrap(safe(hit.title.value), _room(console)):
            console.line(_INDENT, span.cut(hit.title.value))
    for snippet in hit.snippets:
        _print_snippet(console, snippet)
    console.line()


def _print_snippet(console: Console, snippet: Snippet) -> None:
    """Print a snippet in lines that fit, its matches marked."""
    # One paragraph on the screen: line ends become blanks, every offset stays what it was.
    text = safe(snippet.text).replace("\n", " ")
    room = _room(console)
    for at, line in enumerate(wrap(text, None if room is None else room - 2)):
        pieces: list[Piece] = [_INDENT, "… " if at == 0 else "  "]
        done = line.start
        for match in snippet.matches:
            start = max(match.start - snippet.start, done)
            end = min(match.end - snippet.start, line.end)
            if start < end:
                pieces.append(text[done:start])
                pieces.append((text[start:end], "match" if match.exact else "near"))
                done = end
        pieces.append(text[done : line.end])
        console.line(*pieces)


def _room(console: Console) -> int | None:
    """Return the cells that are left of a line after the indentation; None is any number."""
    return None if console.width is None else max(20, console.width - len(_INDENT))
