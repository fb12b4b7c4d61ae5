"""`postil articles`: the articles with title, outlet and date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.commands import reading
from tui.commands.console import Console
from tui.commands.table import Column, print_table
from tui.layout.cells import cells
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from corpus.understanding.analysis import Value

_SIGNS = {"certain": "", "likely": "~", "guess": "?"}
_COLUMNS = (
    Column("ARTICLE", least=12, tail=True, style="name"),
    Column("DATE", least=11),
    Column("OUTLET", least=8),
    Column("TITLE", least=12),
    Column("LENGTH", least=6, right=True),
)
_MEASURED = 200  # up to so many articles are all known before the table is laid out
_LIKELY_WIDTHS = (11, 24, 64, 9)  # of the columns after the first, where there are more


def run(arguments: argparse.Namespace) -> int:
    """Print the articles as they are read; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    reading.warn_of_skipped(corpus, console)
    found = (_print_json if console.json_lines else _print_table)(console, corpus)
    console.finish()
    return 0 if found else 1


def _print_json(console: Console, corpus: Corpus) -> bool:
    """Print a line of JSON an article, each at once; say whether there is any."""
    from corpus.understanding.languages.passages import language_of_text
    from tui.commands.json_lines import article_record

    found = False
    for article in reading.articles(corpus, console):
        found = True
        metadata = corpus.metadata(article)
        language = metadata.language or language_of_text(article.text)
        record = article_record(article, metadata, corpus.furniture(article), language)
        console.json(record)
        sys.stdout.flush()
    return found


def _print_table(console: Console, corpus: Corpus) -> bool:
    """Print a table whose rows follow each other as they are known; say whether there is any."""
    rows = _rows(console, corpus)
    first = list(islice(rows, _MEASURED))
    if not first:
        return False
    rest = next(rows, None)
    if rest is None:
        print_table(console, _COLUMNS, first)
        return True
    names = max(cells(safe_line(_name(file))) for file in corpus.files)
    likely = (names, *_LIKELY_WIDTHS)
    print_table(console, _COLUMNS, chain(first, (rest,), rows), likely)
    return True


def _rows(console: Console, corpus: Corpus) -> Iterator[tuple[str, ...]]:
    """Give the cells of each article."""
    for file in reading.files(corpus, console):
        try:
            summary = corpus.summary(file)
        except CorpusError as error:
            console.warn(error.problem)
            continue
        metadata = summary.metadata
        yield (
            _name(file),
            _shown(metadata.published),
            _shown(metadata.outlet),
            _shown(metadata.title),
            f"{summary.characters:,}",
        )


def _name(file: ArticleFile) -> str:
    return file.article if file.part is None else f"{file.article}#{file.part}"


def _shown(value: Value | None) -> str:
    """Return a value after the sign of its certainty, which no cutting takes away."""
    return "" if value is None else _SIGNS[value.certainty] + value.value
