"""`postil ledger`: all annotations, by article."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console, Piece
from tui.commands.passages import print_passage
from tui.safe_text import safe, safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus

_INDENT = " " * 8


def run(arguments: argparse.Namespace) -> int:
    """Print the annotations that are asked for; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    store = reading.annotation_store(corpus, arguments.annotations)
    reading.say_what_is_read(corpus)

    from annotations.ledger import articles_with_sidecars, ledger
    from annotations.ledger_query import LedgerQuery, grouped, ordered
    from tui.annotating.article_titles import ArticleTitles

    for article in articles_with_sidecars(corpus, store):
        for owned in store.sidecars(article):
            for problem in owned.sidecar.problems:
                console.warn(problem)
    query = LedgerQuery.of(" ".join(arguments.query))
    rows = iter(ledger(corpus, store))
    if query.conditions or arguments.sort or arguments.group:
        rows = iter(query.chosen(rows, ArticleTitles(corpus)))
    if arguments.sort:
        rows = iter(ordered(list(rows), arguments.sort))
    if arguments.timeline:
        from tui.commands.timeline_lines import in_order, print_timeline

        if arguments.format not in ("csv", "tsv", "jsonl"):
            return print_timeline(console, corpus, rows)
        rows = in_order(corpus, rows)
    if arguments.format in ("csv", "tsv"):
        return _print_table(corpus, rows, arguments.format)
    found = False
    if console.json_lines:
        from tui.commands.json_lines import ledger_record

        for row in rows:
            found = True
            console.json(ledger_record(row))
        console.finish()
        return 0 if found else 1
    groups = grouped(list(rows), arguments.group) if arguments.group else [("", rows)]
    for name, members in groups:
        if arguments.group:
            if found:
                console.line()
            console.line((f"{arguments.group}: {name or 'none'}", "heading"))
        for article, some in groupby(members, key=lambda row: row.article):
            if found or arguments.group:
                console.line()
            _print(console, corpus, article, list(some))
            found = True
    console.finish()
    return 0 if found else 1


def _print_table(corpus: Corpus, rows: Iterator[LedgerRow], name: str) -> int:
    """Print a table for spreadsheets."""
    from annotations.exchange.formats import FORMATS
    from tui.commands.exported import exported, for_terminal

    items = exported(corpus, rows)
    pieces = FORMATS[name].write(items)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]
    sys.stdout.writelines(for_terminal(pieces) if sys.stdout.isatty() else pieces)
    return 0 if items else 1


def _print(console: Console, corpus: Corpus, article: str, rows: list[LedgerRow]) -> None:
    """Print the annotations of one article: line, state, kind and id, then what they hold."""
    from tui.panel.panel_rows import claim_words

    console.line((article, "name"))
    texts: dict[str | None, str | None] = {}
    for row in rows:
        annotation = row.annotation
        if row.part not in texts:
            texts[row.part] = reading.text_of(corpus, article, row.part)
        text = texts[row.part]
        place = (
            "–" if row.span is None or text is None else str(reading.line_of(text, row.span.start))
        )
        pieces: list[Piece] = [f"{place:>6}  ", (row.state, "" if row.state == "ok" else "doubt")]
        pieces.append(f"  {annotation.kind}  {annotation.id}")
        if row.by:
            pieces.append((f"  {safe_line(row.by)}", "name"))
        console.line(*pieces)
        if annotation.quote:
            print_passage(console, annotation.quote, indent=f"{_INDENT}│ ")
        if annotation.claim is not None and (words := claim_words(annotation.claim)):
            _print_words(console, f"claim: {words}")
        if annotation.note:
            _print_words(console, annotation.note)
        if annotation.tags:
            _print_words(console, "tags: " + ", ".join(annotation.tags))
        for link in annotation.links:
            why = f": {link.why}" if link.why else ""
            _print_words(console, f"{link.type} {link.to}{why}")


def _print_words(console: Console, words: str) -> None:
    """Print a note or the tags, indented, the lines that they have kept."""
    for line in safe(words).split("\n"):
        print_passage(console, line, indent=_INDENT)
