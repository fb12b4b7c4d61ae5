"""`postil search`: the articles that match, best first, with the passages."""

from __future__ import annotations

import argparse
import shlex
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import reading
from tui.commands.asked_query import refuse_wordless
from tui.commands.console import Console, complain
from tui.commands.hit_lines import counted_hits, print_hit
from tui.commands.indexing import make_anew, searched_index
from tui.counts import counted
from tui.searching.meanings import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus
    from index.field_places import MarkedSpan
    from index.fields import Reader, ReaderFacts
    from index.known_files import FileKey
    from index.results import SearchResult


def run(arguments: argparse.Namespace) -> int:
    """Update the index, search it and print the hits; status 1 where there is none."""
    console = Console(json_lines=arguments.format == "jsonl")
    query = " ".join(arguments.query)
    refuse_wordless(query)
    corpus = reading.opened(arguments.folder)
    reading.say_what_is_read(corpus)
    reader = _Reader(corpus, reading.store_when_asked(corpus, arguments.annotations))
    opened = searched_index(corpus, console, reader, reader, background=not arguments.no_background)
    with opened as (index, skipped):
        _say_how_many_were_skipped(skipped, arguments.folder)
        index.learn(query, lambda done, total: console.progress("reading", done, total))

        def search() -> SearchResult:
            return index.search_all(
                query,
                arguments.limit,
                widen=not arguments.exact,
                relax=not arguments.exact,
                stemmed=arguments.stems,
                fold=arguments.fold,
            )

        result = search()
        if result.damaged:
            make_anew(index, console)
            result = search()
        _show(console, corpus, query, result)
    return 0 if result.hits else 1


def _show(console: Console, corpus: Corpus, query: str, result: SearchResult) -> None:
    """Print a result as text or JSON."""
    if console.json_lines:
        from tui.commands.json_lines import hit_record

        for hit in result.hits:
            console.json(hit_record(hit, result.widened))
    else:
        _print(console, corpus, query, result)
    console.finish()


class _Reader:
    """Supplies the reader's annotations and what was read; opened where a query asks for it."""

    def __init__(self, corpus: Corpus, store: Callable[[], AnnotationStore]) -> None:
        self._corpus = corpus
        self._store = store

    @cached_property
    def _opened(self) -> Reader:
        from tui.annotating.reader_facts import CorpusReader
        from tui.article.reading_state import ReadingState

        return CorpusReader(lambda: self._corpus, self._store, ReadingState(self._corpus))

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return the passages of an article that are annotated and still there."""
        from tui.annotating.reader_facts import CorpusMarks

        return CorpusMarks(self._store).marked(article)

    def facts(self) -> Mapping[FileKey, ReaderFacts]:
        """Return the facts of every article that the reader annotated."""
        return self._opened.facts()

    def unread(self) -> Iterable[FileKey]:
        """Return the articles that were never open."""
        return self._opened.unread()

    def starred(self) -> Iterable[FileKey]:
        """Return the articles that the reader marked with a star."""
        return self._opened.starred()


def _say_how_many_were_skipped(count: int, folder: Path) -> None:
    """Say that not all was searched; `check` says why, so that every search need not."""
    if count:
        were = "1 file was" if count == 1 else f"{count:,} files were"
        complain(f"{were} skipped (postil check {shlex.quote(str(folder))} says why)")


def _print(console: Console, corpus: Corpus, query: str, result: SearchResult) -> None:
    """Print the hits with their snippets, what was widened, and how many there are."""
    parted = False
    for hit in result.hits:
        if hit.missing and not parted:
            console.line(f"{result.partial:,} more with most of it:")
            console.line()
            parted = True
        print_hit(console, corpus, hit)
    for widened in result.widened:
        console.line(f"also searched: {widened.word} → ", (widened.to, "near"), f" ({widened.why})")
    for better, why in meanings(query, result):
        console.line(f"did you mean: {better} ({why})")
    shown, total = len(result.hits), result.total
    places = counted_hits(result.hits)
    if not total and result.hits:
        console.line("no article has all of it")
    elif not total:
        console.line("nothing found")
    elif shown < total:
        console.line(f"{shown:,} of {total:,} articles, with {places}; more with --limit")
    else:
        console.line(f"{counted(total, 'article')}, {places}")
