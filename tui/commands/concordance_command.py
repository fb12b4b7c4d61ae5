"""`postil concordance`: every place of a query in its context, and what is counted there."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.asked_query import refuse_wordless
from tui.commands.concordance_lines import print_lines
from tui.commands.concordance_tables import (
    Row,
    Table,
    collocate_table,
    frequency_table,
    key_word_table,
    print_rows,
)
from tui.commands.console import Console
from tui.commands.failure import CommandFailed
from tui.commands.indexing import current_index, make_anew

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.concordance.gathering import Concordance, Work
    from index.concordance.lines import ConcordanceLine
    from index.field_places import Marks
    from index.opening import Index

ROWS = 50
ARTICLES = 20


def run(arguments: argparse.Namespace) -> int:
    """Print the lines or one of the tables; status 1 where there is nothing."""
    console = Console(json_lines=arguments.format != "text")
    query = " ".join(arguments.query)
    asked = [query] if arguments.keyness is None else [query, arguments.keyness]
    for one in asked:
        if one or arguments.keyness is None:
            refuse_wordless(one)
    corpus = reading.opened(arguments.folder)
    reading.say_what_is_read(corpus)
    found = _run(console, corpus, query, arguments)
    console.finish()
    return 0 if found else 1


def _run(console: Console, corpus: Corpus, query: str, arguments: argparse.Namespace) -> bool:
    from index.concordance.gathering import Work
    from index.problems import IndexDamaged
    from tui.annotating.reader_facts import CorpusMarks, CorpusReader
    from tui.article.reading_state import ReadingState

    store = reading.store_when_asked(corpus, arguments.annotations)
    reader = CorpusReader(lambda: corpus, store, ReadingState(corpus))
    work = Work(
        progress=lambda done, total: console.progress("reading", done, total),
        problem=console.warn,
    )
    # Key words are counted in the index alone.
    scans = arguments.keyness is None
    with current_index(corpus, console, reader, scans=scans) as index:
        for asked in (query, arguments.keyness or ""):
            if asked:
                index.learn(asked, work.progress)
        answer = partial(_answer, console, index, query, arguments, CorpusMarks(store), work)
        try:
            return answer()
        except IndexDamaged:  # its words are counted before anything is printed
            make_anew(index, console)
            return answer()


def _answer(
    console: Console,
    index: Index,
    query: str,
    arguments: argparse.Namespace,
    marks: Marks,
    work: Work,
) -> bool:
    """Print what is asked for; raises IndexDamaged before there is anything to print."""
    if arguments.keyness is not None:
        return _keyness(console, index, query, arguments)
    concordance = index.concordance(query, stemmed=arguments.stems, marks=marks)
    if concordance is None:
        return _nothing(console, arguments)
    if arguments.dispersion:
        from tui.commands.concordance_dispersion import print_dispersion

        limit = arguments.limit or ARTICLES
        return print_dispersion(console, concordance, work, arguments.format, limit)
    if arguments.collocates or arguments.ngrams or arguments.frequency:
        return _table(console, concordance, work, arguments)
    return print_lines(console, _lines(concordance, work, arguments), arguments)


def _nothing(console: Console, arguments: argparse.Namespace) -> bool:
    """Say that there is nothing to search, or nothing asked."""
    if arguments.format == "text":
        console.line("nothing found")
    return False


def _lines(
    concordance: Concordance, work: Work, arguments: argparse.Namespace
) -> Iterable[ConcordanceLine]:
    """Give the lines: as they are found, or all of them in the order that is asked for."""
    keys = arguments.sort or ()
    metadata = arguments.format != "text" or any(key.needs_metadata for key in keys)
    lines = concordance.lines(work, metadata=metadata)
    if not keys:
        return lines
    from index.concordance.sorting import sorted_lines

    return sorted_lines(lines, keys)


def _table(
    console: Console, concordance: Concordance, work: Work, arguments: argparse.Namespace
) -> bool:
    table: Table
    rows: Iterator[Row]
    if arguments.collocates:
        from index.concordance.collocates import MINIMUM, collocates

        left, right = arguments.span
        near = collocates(
            concordance.lines(work, words=max(left, right)),
            concordance.counts,
            left=left,
            right=right,
            minimum=arguments.minimum or MINIMUM,
            by=arguments.by,
        )
        table, rows = collocate_table(near)
    else:
        from index.concordance.frequencies import form_frequencies, n_grams

        size = arguments.ngrams
        if size:
            listed = n_grams(
                concordance.lines(work, words=size), size, minimum=arguments.minimum or 2
            )
        else:
            listed = [
                one
                for one in form_frequencies(concordance.lines(work))
                if one.count >= (arguments.minimum or 1)
            ]
        table, rows = frequency_table(listed, concordance.counts.tokens)
    return print_rows(console, table, rows, arguments.format, arguments.limit or ROWS)


def _keyness(console: Console, index: Index, query: str, arguments: argparse.Namespace) -> bool:
    """Print the words that tell the articles of one query from the others of those compared."""
    from index.concordance.keyness import MINIMUM, SIGNIFICANT, key_words

    around = index.word_counts(query, stemmed=arguments.stems)
    chosen = index.word_counts(arguments.keyness, stemmed=arguments.stems)
    if around is None or chosen is None:
        return _nothing(console, arguments)
    selection, rest = chosen.within(around), around.without(chosen)
    if not selection.articles or not rest.articles:
        which = "no article" if not selection.articles else "every article"
        raise CommandFailed(f"--keyness finds {which}: there is nothing to compare")
    minimum = arguments.minimum or MINIMUM
    found = key_words(selection.every_word(), rest.every_word(), minimum=minimum)
    if arguments.format == "text":
        console.line(
            f"{selection.articles:,} articles ({selection.tokens:,} words) against"
            f" {rest.articles:,} ({rest.tokens:,} words)"
        )
    table, rows = key_word_table(found, selection.tokens, rest.tokens)
    nothing = (
        f"nothing found: no word that is there {minimum} times or more tells the two apart by more"
        f" than chance (a log-likelihood of {SIGNIFICANT})"
    )
    return print_rows(console, table, rows, arguments.format, arguments.limit or ROWS, nothing)
