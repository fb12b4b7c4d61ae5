"""The list of 100,000 articles, and the start of the reader on them: python bench/lists.py [DIR]

The corpus is made of the paragraphs of DIR (or of the sample corpus) in a temporary folder. Opening
the folder is measured without the reader: `corpus.open_corpus`, in a process of its own each time.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpora import corpus_of
from measures import REPOSITORY, Measure, arguments, own_folders, percentile, spread_of, tell
from startup import first_words
from terminals import BARE_TEXTUAL, READER, Terminal, as_installed, first_paint

if TYPE_CHECKING:
    from corpus.article import ArticleFile

ARTICLES = 100_000
PRESSES = 200
ROUNDS = 5
SECONDS_TO_THINK = 1.0  # of what to type into a field that has opened
_OPENING = """
import json, resource, sys, time
from corpus.opening import open_corpus
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
corpus = open_corpus(sys.argv[1])
seconds = time.perf_counter() - began
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before]))
"""
# The floor of opening: the names, sizes and times of all files, and nothing made of them.
_WALK = """
import json, os, sys, time
began = time.perf_counter()
for above, folders, files in os.walk(sys.argv[1]):
    for name in files:
        os.lstat(above + "/" + name)
print(json.dumps([time.perf_counter() - began, 0]))
"""


def measures(folder: Path | None) -> Iterator[Measure]:
    """Measure on 100,000 articles made of those of `folder`."""
    with own_folders(), corpus_of(folder, ARTICLES) as corpus:
        first, _ = _process(_OPENING, corpus)
        floor = statistics.median(_process(_WALK, corpus)[0] for _ in range(3))
        name = "os.walk and lstat"
        yield Measure(f"opening {ARTICLES:,} files for the first time", first, "s", floor, name)
        again = [_process(_OPENING, corpus)[0] for _ in range(3)]
        yield Measure(
            "  and again", statistics.median(again), "s", floor, name, spread=spread_of(again)
        )
        words = first_words(corpus)
        know_titles(corpus)
        reader = [*READER, str(corpus)]
        with Terminal(reader, (120, 40)) as terminal:
            terminal.until(words)
            # No index here: it would be built beside what is measured.
            # Once it has begun it can be stopped.
            terminal.until(b"indexing")
            terminal.type(b"I")
            terminal.at_rest(3)
            yield from _scrolling(terminal)
            yield from _filtering(terminal)
            _, memory = terminal.end(b"q")
            yield Measure(f"largest memory of the reader, {ARTICLES:,} articles", memory, "MB")
        taken = {"bare": [], "reader": []}
        for _ in range(ROUNDS):
            taken["bare"].append(first_paint(BARE_TEXTUAL, b"readable")[0])
            taken["reader"].append(first_paint(reader, words)[0])
        yield Measure(
            f"start to first readable paint, {ARTICLES:,} articles",
            statistics.median(taken["reader"]),
            floor=statistics.median(taken["bare"]),
            floor_name="bare Textual",
            spread=spread_of(taken["reader"]),
        )


def _scrolling(terminal: Terminal) -> Iterator[Measure]:
    terminal.type(b"\x1b[Z")
    terminal.at_rest(1)
    for name, key in (("row down", b"j"), ("page down", b" "), ("end and start", b"G")):
        taken = []
        for _ in range(PRESSES):
            taken.append(terminal.key(key))
            if key == b"G":
                taken.append(terminal.key(b"\x1b[H"))
        yield Measure(
            f"list of {ARTICLES:,}, {name}, p95",
            percentile(taken, 95),
            most=16,
            spread=spread_of(taken),
        )


def know_titles(folder: Path) -> None:
    """Keep the first line of each article for its title, as the indexing does with what it reads.

    That would take minutes, and is not what is measured here.
    """
    from corpus.facts import Known, KnownTable
    from corpus.facts_keeping import Facts
    from corpus.metadata_columns import keep_metadata_columns
    from corpus.opening import Corpus, open_corpus

    def first_line(_: Corpus, file: ArticleFile, stamp: str) -> Known:
        with file.path.open(encoding="utf-8") as text:
            return Known(file.article, file.part, stamp, text.readline().strip())

    corpus = open_corpus(folder)
    facts = Facts(KnownTable, first_line, lambda corpus, file: corpus.stamp(file))
    facts.learn(corpus, lambda _done, _total: None, lambda: False)
    keep_metadata_columns(corpus, lambda: False)


def _filtering(terminal: Terminal) -> Iterator[Measure]:
    """Measure from a letter of the filter to the rows that have it; each leaves fewer of them."""
    # Numbers of articles that are there, so that each of their signs leaves others out; another one
    # each time, so that none of its beginnings but the first was looked for before.
    numbers = [f"{ARTICLES * (31 + 7 * at) // 100:,}"[:5].encode() for at in range(ROUNDS)]
    taken = []
    terminal.type(b"f")
    terminal.read_for(SECONDS_TO_THINK)
    first = _filtered(terminal, numbers[0][:1])
    yield Measure(
        f"first letter of a filter of {ARTICLES:,}, a second after its field opened",
        first,
        most=100,
    )
    for number in numbers:
        letters = [number[at : at + 1] for at in range(len(number))]
        if number is not numbers[0]:
            terminal.type(b"\x7f")
            terminal.at_rest(0.2)
            taken.append(_filtered(terminal, letters[0]))
        taken += [_filtered(terminal, key) for key in letters[1:]]
        taken += [_filtered(terminal, b"\x7f") for _ in letters[1:]]
    yield Measure(
        f"filter of {ARTICLES:,}, key to rows, p95",
        percentile(taken, 95),
        most=50,
        spread=spread_of(taken),
    )
    terminal.type(b"\x1b")
    terminal.at_rest(1)


def _filtered(terminal: Terminal, key: bytes) -> float:
    """Press a key in the filter; return how long it takes until the number of rows is there."""
    begun = terminal.now()
    terminal.type(key)
    took = terminal.until_matching(rf"[0-9,]+ of {ARTICLES:,}", seconds=60) - begun
    terminal.at_rest(0.2)
    return took * 1000


def _process(code: str, corpus: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", code, str(corpus)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=REPOSITORY,
        env=as_installed(),
    )
    seconds, kilobytes = json.loads(done.stdout)
    return seconds, kilobytes


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__)
    tell(measures(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
