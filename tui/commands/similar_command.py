"""`postil similar`: the articles like another one, by the words that tell it from the corpus."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.commands import reading
from tui.commands.console import Console, complain
from tui.commands.failure import CommandFailed
from tui.commands.hit_lines import print_hit
from tui.commands.indexing import updated_index
from tui.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.article import Article
    from corpus.opening import Corpus
    from index.key_terms import KeyTerm
    from index.results import SearchResult


def run(arguments: argparse.Namespace) -> int:
    """Print the articles most like one of the corpus; status 1 where none is like it."""
    from index.key_terms import file_query, query_of

    console = Console(json_lines=arguments.format == "jsonl")
    corpus = reading.opened(arguments.folder)
    article = _article(corpus, arguments.file)
    text = article.text
    if arguments.at is not None:
        place: Span = arguments.at
        if place.end > len(text):
            raise CommandFailed(f"--at {place.start}:{place.end}: the text ends at {len(text)}")
        text = place.cut(text)
    with updated_index(corpus, console) as (index, _):
        terms = index.key_terms(text, arguments.terms)
        query = query_of(terms, without=f"-{file_query(article.name, corpus.files)}")
        if not query:
            complain("no other article has any of its words but the most common")
            return 1
        result = index.search_all(query, arguments.limit, widen=False, relax=False)
        _show(console, corpus, query, terms, result)
    return 0 if result.hits else 1


def _article(corpus: Corpus, written: str) -> Article:
    """Return the article of a name in the corpus, or of a path; raises CommandFailed."""
    file = corpus.find(written)
    if file is None:
        real = os.path.realpath(written)
        file = next((one for one in corpus.files if os.path.realpath(one.path) == real), None)
    if file is None:
        raise CommandFailed(
            f"{written}: no article of this corpus; `postil articles` lists them, `postil check`"
            " says what is none"
        )
    return corpus.read(file)


def _show(
    console: Console,
    corpus: Corpus,
    query: str,
    terms: Sequence[KeyTerm],
    result: SearchResult,
) -> None:
    if console.json_lines:
        from tui.commands.json_lines import similar_record

        for hit in result.hits:
            console.json(similar_record(hit, terms))
    else:
        for hit in result.hits:
            print_hit(console, corpus, hit)
        console.line("by these words: ", query)
        shown, total = len(result.hits), result.total
        if shown < total:
            console.line(f"{shown:,} of {total:,} articles with any of them; more with --limit")
        else:
            console.line(f"{counted(total, 'article')} with any of them")
    console.finish()
