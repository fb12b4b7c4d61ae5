"""Searching: python bench/searching.py [DIR] [-n N]

Latencies of each kind of query, the first 20 articles with their snippets, beside those of SQLite's
FTS5 on the same texts (contents stored, ranked by BM25, snippets made) in the same run; and as one
types on the search screen, from the key to the first bytes of its answer. The queries are made of
the articles' words, drawn the same each time.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clocks import Times
from corpora import corpus_of
from measures import Measure, arguments, own_folders, percentile, spread_of, tell
from startup import first_words
from terminals import READER, Terminal

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.opening import Index

SEED = 20
ROUNDS = 60
TYPED = 20  # words that are typed letter by letter on the search screen: some 75 keys
BUDGET = 30
# The text around a hit comes when the keys pause, and is not what is waited for.
TOO_LOW_FOR_A_PREVIEW = (120, 29)
# With so many articles a search may take longer.
LARGE, BUDGET_OF_LARGE, TYPING_OF_LARGE = 50_000, 100, 150
# More articles are not analysed for the sake of ranges of numbers.
ANALYSED = 20_000
RANGES = ("range of dates", "range of numbers")
OPENED = 150  # milliseconds to a working search where nothing has changed
# Results come sooner, and the cursor blinks later, than so many seconds after the last paint.
BEFORE_A_BLINK = 0.3


def measures(folder: Path | None, articles: int | None = None) -> Iterator[Measure]:
    """Measure on `folder`, or on so many articles made of its."""
    from corpus.opening import open_corpus
    from index.opening import open_index

    with own_folders() as home, corpus_of(folder, articles) as path:
        corpus = open_corpus(path)
        index = open_index(corpus)
        index.update()
        opening, unchanged = Times(), Times()
        for _ in range(10):
            opening.of(lambda: open_index(corpus).refresh())
            unchanged.of(index.update)
        # Articles can be searched once the index is open, all of what is new once that is seen.
        for what, times in (
            ("opening the index", opening),
            ("  seeing that nothing changed", unchanged),
        ):
            yield Measure(
                what,
                statistics.median(times.passed),
                most=OPENED,
                spread=spread_of(times.passed),
                processor=times.processor,
            )
        index.search("qxzkvjq")  # what the first search reads is not what a search takes
        floor = _fts5(corpus, home / "fts5")
        os.sync()  # writing what was built is not, either
        kinds = queries_of(corpus) | ranges_of(corpus, index)
        searching = typing = BUDGET
        if len(corpus.files) >= LARGE:
            searching, typing = BUDGET_OF_LARGE, TYPING_OF_LARGE
        for kind, queries in kinds.items():
            as_you_type = kind == "as one types"

            def find(query: str, now: bool = as_you_type) -> None:
                index.search(query, as_you_type=now)

            taken, beside = Times(), Times()
            for query in queries:
                taken.of(partial(find, query))
                if kind not in RANGES:  # which FTS5 does not know
                    beside.of(partial(_search_fts5, floor, _in_fts5(query)))
            yield Measure(
                f"search, {kind}, p95",
                percentile(taken.passed, 95),
                floor=percentile(beside.passed, 95) if beside.passed else None,
                floor_name="SQLite FTS5" if beside.passed else "",
                most=typing if as_you_type else searching,
                spread=spread_of(taken.passed),
                processor=percentile(taken.used, 95),
            )
        floor.close()
        words = [query for query in kinds["word"] if query.isascii()][:TYPED]
        yield from _typing(path, words, typing)


def queries_of(corpus: Corpus) -> dict[str, list[str]]:
    """Return queries of each kind, made of words of articles drawn at random."""
    from corpus.tokens import words

    draw = random.Random(SEED)
    files = draw.sample(corpus.files, min(ROUNDS, len(corpus.files)))
    texts = [found for file in files if len(found := words(corpus.read(file).text)) > 8]
    queries: dict[str, list[str]] = {
        kind: []
        for kind in ("word", "AND of two", "phrase of two", "NEAR", "misspelt", "as one types")
    }
    for found in texts:
        at = draw.randrange(len(found) - 3)
        word = draw.choice(found)
        queries["word"].append(word)
        queries["AND of two"].append(f"{word} {draw.choice(found)}")
        queries["phrase of two"].append(f'"{found[at]} {found[at + 1]}"')
        queries["NEAR"].append(f"{found[at]} NEAR/5 {found[at + 2]}")
        long = draw.choice([other for other in found if len(other) > 6] or [word])
        queries["misspelt"].append(long[:3] + long[4:])
        queries["as one types"] += [word[:length] for length in range(1, min(len(word), 8) + 1)]
    queries["common word"] = ["the", "of", "and", "said"] * 5
    queries["common phrase"] = ['"of the"', '"in the"', '"said the"'] * 5
    return queries


def ranges_of(corpus: Corpus, index: Index) -> dict[str, list[str]]:
    """Return queries with ranges, once what they ask of all articles is known."""
    draw = random.Random(SEED)
    days = [f"{draw.randrange(1986, 1988)}-{draw.randrange(1, 13):02}" for _ in range(ROUNDS // 2)]
    found = {"range of dates": [f"date:{day}..{day[:4]}-12" for day in days]}
    found["range of dates"] += [f"said date:{day}" for day in days]
    index.learn("date:1900..2100")
    if len(corpus.files) <= ANALYSED:
        figures = [10 ** draw.randrange(1, 7) for _ in range(ROUNDS)]
        found["range of numbers"] = [f"number:{low}..{3 * low}" for low in figures]
        index.learn("number:>1")
    return found


def _fts5(corpus: Corpus, path: Path) -> sqlite3.Connection:
    """Index the articles of a corpus with FTS5, and give its database."""
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE articles USING fts5(body, prefix='2 3')")
    texts = ((corpus.read(file).text,) for file in corpus.files)
    database.executemany("INSERT INTO articles(body) VALUES (?)", texts)
    database.commit()
    return database


def _in_fts5(query: str) -> str:
    """Return a query of ours in FTS5's language: words or a phrase in quotation marks."""
    if query.startswith('"'):
        return query
    if " NEAR/" in query:
        first, _, second = query.split()
        return f'NEAR("{first}" "{second}", 4)'  # words in between
    return " ".join(f'"{word}"' for word in re.findall(r"\w+", query)) + "*" * (len(query) < 4)


def _search_fts5(database: sqlite3.Connection, query: str) -> None:
    ask = (
        "SELECT rowid, snippet(articles, 0, '[', ']', '…', 24) FROM articles"
        " WHERE articles MATCH ? ORDER BY rank LIMIT 20"
    )
    database.execute(ask, (query,)).fetchall()


def _typing(folder: Path, words: list[str], most_to_results: int) -> Iterator[Measure]:
    """Type words on the search screen: each key paints, and the results come when known."""
    with Terminal([*READER, str(folder)], TOO_LOW_FOR_A_PREVIEW) as terminal:
        terminal.until(first_words(folder))
        terminal.at_rest(2)  # the names of all articles are brought together by then
        terminal.type(b"s")
        terminal.quiet(0.5)
        painted, shown = [], []
        for word in words:
            for letter in word:
                began = terminal.now()
                painted.append(terminal.key(letter.encode()))
                terminal.quiet(BEFORE_A_BLINK)
                shown.append((terminal.last - began) * 1000)
            terminal.type(b"\x15")
            terminal.quiet(0.5)
    for what, taken, most in (
        ("key to paint", painted, 16),
        ("key to the last of its results", shown, most_to_results),
    ):
        yield Measure(
            f"search screen, {what}, p95",
            percentile(taken, 95),
            most=most,
            spread=spread_of(taken),
        )


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__, any_size=True)
    tell(measures(options.folder, options.articles), as_json=options.json)


if __name__ == "__main__":
    main()
