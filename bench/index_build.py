"""Measure the index: building, updating, opening, searching. Prints one table.

    python bench/index_build.py FOLDER [--stock]

FOLDER is any folder of articles. The index is built in a temporary cache folder that is removed
afterwards. With `--stock` the same texts are indexed by an unmodified Whoosh (a TEXT field with
positions, one process, its default settings) in the same run, as the floor to compare with.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.opening import Corpus
    from index import Index

Result = TypeVar("Result")

SEED = 20
ROUNDS = 60


def main() -> int:
    """Run every measurement on the folder that the command line names."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--stock", action="store_true", help="build with stock Whoosh as well")
    arguments.add_argument("--only-stock", action="store_true", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.only_stock:
        print(build_stock(options.folder))
        return 0
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        measure(options.folder, options.stock)
    return 0


def measure(folder: Path, stock: bool) -> None:
    """Build, open, update and search; print as it goes."""
    from corpus.opening import open_corpus
    from index import open_index

    corpus, seconds = timed(lambda: open_corpus(folder))
    row("open the corpus", f"{seconds:.3f} s", f"{len(corpus.files)} articles")
    index = open_index(corpus)
    commits: list[float] = []
    started = time.perf_counter()
    working = time.process_time()
    report = index.update(lambda _done, _total: note_commit(index, commits, started))
    working = time.process_time() - working
    size = sum(entry.stat().st_size for entry in (corpus.cache_folder / "index").iterdir())
    text = sum(file.size for file in corpus.files)
    row(
        "build",
        f"{report.seconds:.2f} s",
        f"{working:.2f} s of CPU, {report.added / report.seconds:.0f} articles/s",
    )
    if commits:
        row("first commit that can be searched", f"{commits[0]:.2f} s", "")
    row("size", f"{size / 1e6:.1f} MB", f"{size / text:.2f} of the files' {text / 1e6:.1f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row("peak memory", f"{peak:.0f} MB", "")
    if stock:
        # In a process of its own: in this one, Whoosh's unpickling is shut (index/unpickling.py).
        command = [sys.executable, __file__, "--only-stock", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds = float(done.stdout)
        row("build, stock Whoosh", f"{seconds:.2f} s", f"{seconds / report.seconds:.1f} times")
    current, seconds = timed(index.is_current)
    row("is_current", f"{seconds * 1000:.0f} ms", str(current))
    opened, seconds = timed(lambda: open_index(corpus))
    row("open the index", f"{seconds * 1000:.0f} ms", f"{opened.articles} articles")
    _, seconds = timed(lambda: opened.search("a1b2"))
    row("first search", f"{seconds * 1000:.0f} ms", "")
    nothing, seconds = timed(lambda: index.update())
    row("update, nothing changed", f"{seconds * 1000:.0f} ms", str(nothing.added))
    for kind, queries in sample_queries(corpus).items():
        latencies(kind, index, queries)
    for length in (500_000, 1_000_000, 2_000_000):
        # In proportion to the length; were it the square, the last would take hours.
        _, seconds = timed(lambda length=length: find_in_spaces(length))
        row("find in white space", f"{seconds * 1000:.0f} ms", f"{length:,} spaces")


def note_commit(index: Index, commits: list[float], started: float) -> None:
    """Remember when the first commit could be seen."""
    if not commits and index.refresh() and index.articles:
        commits.append(time.perf_counter() - started)


def sample_queries(corpus: Corpus) -> dict[str, list[str]]:
    """Make queries of each kind from the texts of articles drawn at random, always the same."""
    from corpus.tokens import words

    draw = random.Random(SEED)
    files = draw.sample(corpus.files, min(ROUNDS, len(corpus.files)))
    texts = [found for file in files if len(found := words(corpus.read(file).text)) > 8]
    queries: dict[str, list[str]] = {
        kind: [] for kind in ("word", "AND of two", "phrase of two", "misspelt", "as you type")
    }
    for found in texts:
        at = draw.randrange(len(found) - 3)
        word = draw.choice(found)
        queries["word"].append(word)
        queries["AND of two"].append(f"{word} {draw.choice(found)}")
        queries["phrase of two"].append(f'"{found[at]} {found[at + 1]}"')
        long = draw.choice([other for other in found if len(other) > 6] or [word])
        queries["misspelt"].append(long[:3] + long[4:])
        queries["as you type"] += [word[:length] for length in range(1, min(len(word), 8) + 1)]
    queries["common word"] = ["the", "of", "and", "said"] * 5
    queries["common phrase"] = ['"of the"', '"in the"', '"said the"'] * 5
    return queries


def latencies(kind: str, index: Index, queries: list[str]) -> None:
    """Print how long searches of one kind take, top 20 with snippets."""
    taken = []
    for query in queries:
        _, seconds = timed(
            lambda query=query: index.search(query, as_you_type=kind == "as you type")
        )
        taken.append(seconds * 1000)
    taken.sort()
    p95 = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
    row(
        f"search: {kind}",
        f"p50 {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms",
        f"{len(taken)} queries, longest {taken[-1]:.0f} ms",
    )


def find_in_spaces(length: int) -> None:
    """Look for what is not there in the text that is worst for it."""
    from index import find_in_text

    for needle in (" a", "a a"):
        find_in_text(" " * length, needle)


def build_stock(corpus_folder: Path) -> float:
    """Index the same texts with Whoosh as it comes; give the seconds."""
    from whoosh import fields, index

    from corpus.opening import open_corpus

    corpus = open_corpus(corpus_folder)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        schema = fields.Schema(path=fields.ID(stored=True, unique=True), body=fields.TEXT())
        writer = index.create_in(folder, schema).writer()
        for file in corpus.files:
            writer.add_document(path=file.article, body=corpus.read(file).text)
        writer.commit()
        return time.perf_counter() - started


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """Do it and give what it gave, with the seconds it took."""
    started = time.perf_counter()
    result = action()
    return result, time.perf_counter() - started


def row(what: str, value: str, remark: str) -> None:
    """Print one line of the table."""
    print(f"{what:36}{value:34}{remark}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
