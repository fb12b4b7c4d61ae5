"""`postil export`: annotations in the formats of other tools."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.console import complain
from tui.commands.exported import exported, for_terminal
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from corpus.opening import Corpus


def run(arguments: argparse.Namespace) -> int:
    """Write the annotations; status 1 where there is none."""
    from annotations.exchange.formats import ARTICLE_FORMATS, FORMATS, format_of
    from annotations.ledger import ledger
    from annotations.ledger_query import LedgerQuery
    from tui.annotating.article_titles import ArticleTitles

    corpus = reading.opened(arguments.folder)
    output: Path | None = arguments.output
    if arguments.article is not None:
        return _run_article(corpus, arguments)
    if arguments.print:
        raise CommandFailed("--print prints one article: name it with --article")
    name = arguments.format or (format_of(output.name) if output else None)
    if name not in FORMATS:
        raise _wrong_format(name, FORMATS, "one article: name it with --article", ARTICLE_FORMATS)
    if output is not None:
        refuse_article(corpus, output)
    store = reading.annotation_store(corpus, arguments.annotations)
    query = LedgerQuery.of(" ".join(arguments.query))
    rows = query.chosen(ledger(corpus, store), ArticleTitles(corpus))
    _write(FORMATS[name].write(exported(corpus, rows)), output)
    if not rows:
        complain("no annotation was found")
    return 0 if rows else 1


def _wrong_format(
    name: str | None, formats: Collection[str], others_are_for: str, others: Collection[str]
) -> CommandFailed:
    listed = ", ".join(formats)
    if name in others:
        return CommandFailed(f"--to {name} is for {others_are_for}; here: {listed}")
    return CommandFailed(f"which format? name one with --to: {listed}")


def _run_article(corpus: Corpus, arguments: argparse.Namespace) -> int:
    """Write one article in full with its annotations; status 1 where it has none."""
    from annotations.exchange.formats import ARTICLE_FORMATS, FORMATS, article_format_of
    from annotations.ledger_query import LedgerQuery
    from tui.article.annotated_export import annotated_article

    output: Path | None = arguments.output
    name = arguments.format or (article_format_of(output.name) if output else None)
    if arguments.print:
        if output is not None or name not in (None, "text"):
            raise CommandFailed("--print prints text: it takes no --output and no other --to")
        name = "text"
    if name not in ARTICLE_FORMATS:
        raise _wrong_format(name, ARTICLE_FORMATS, "annotations, not for --article", FORMATS)
    if output is not None:
        refuse_article(corpus, output)
    file = corpus.find(arguments.article)
    if file is None:
        raise CommandFailed(f"{arguments.article}: no such article in {arguments.folder}")
    store = reading.annotation_store(corpus, arguments.annotations)
    query = LedgerQuery.of(" ".join(arguments.query))
    found = annotated_article(corpus, store, corpus.read(file), query)
    pieces = ARTICLE_FORMATS[name].write(found)
    if arguments.print:
        _print(pieces, arguments.article)
    else:
        _write(pieces, output)
    if not found.items:
        complain("no annotation was found; the article was written without")
    return 0 if found.items else 1


def _print(pieces: Iterable[str], title: str) -> None:
    """Give a text to the command that prints. Raises `CommandFailed`."""
    from tui.configuration.settings import read_settings
    from tui.terminal.printing import NONE_HERE, print_command, printed

    command = print_command(read_settings().printer, shutil.which, title)
    if not command:
        raise CommandFailed(NONE_HERE)
    try:
        said = printed(command, "".join(pieces))
    except OSError as wrong:
        raise CommandFailed(f"{command}: {wrong}") from wrong
    complain(said or "printed")


def refuse_article(corpus: Corpus, output: Path) -> None:
    """Refuse a file that would be read as an article of the corpus. Raises `CommandFailed`."""
    from corpus.readers.known import reader_for

    real = Path(os.path.realpath(output))
    if real.is_relative_to(corpus.root) and reader_for(real.name) is not None:
        raise CommandFailed(
            f"{output}: in the corpus it would be read as an article; name a place outside of it"
        )


def _write(pieces: Iterable[str], output: Path | None) -> None:
    """Write in UTF-8, to a file or standard output, line ends as the format has them."""
    if output is None:
        if sys.stdout.isatty():
            pieces = for_terminal(pieces)
        stream = getattr(sys.stdout, "buffer", None)
        for piece in pieces:
            if stream is None:
                sys.stdout.write(piece)
            else:
                stream.write(piece.encode("utf-8", "replace"))
        return
    with output.open("x", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
