"""`postil articles`: the articles with title, outlet and date."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import Console
from tui.commands.table import Column, print_table

if TYPE_CHECKING:
    from corpus.understanding.analysis import Value

_SIGNS = {"certain": "", "likely": "~", "guess": "?"}
_COLUMNS = (
    Column("ARTICLE", least=12, tail=True, style="name"),
    Column("DATE", least=11),
    Column("OUTLET", least=8),
    Column("TITLE", least=12),
    Column("LENGTH", least=6, right=True),
)


def run(arguments: argparse.Namespace) -> int:
    """Print the articles; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    rows: list[tuple[str, ...]] = []
    found = False
    for article in reading.articles(corpus, console):
        found = True
        metadata = corpus.metadata(article)
        if console.json_lines:
            from tui.commands.json_lines import article_record

            furniture = corpus.analyse(article).furniture
            console.json(article_record(article, metadata, furniture))
            continue
        rows.append(
            (
                article.name
                if article.file.part is None
                else f"{article.name}#{article.file.part}",
                _shown(metadata.published),
                _shown(metadata.outlet),
                _shown(metadata.title),
                f"{len(article.text):,}",
            )
        )
    if rows:
        print_table(console, _COLUMNS, rows)
    console.finish()
    return 0 if found else 1


def _shown(value: Value | None) -> str:
    """Return a value after the sign of its certainty, which no cutting takes away."""
    return "" if value is None else _SIGNS[value.certainty] + value.value
