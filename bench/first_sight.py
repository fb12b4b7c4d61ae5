"""A folder that was never seen, and what is found besides: python bench/first_sight.py [DIR]

How long it takes from the command, and from the reader's first paint, until the hits of a word that
is typed at once are on the screen, while nothing is indexed yet; what a key takes meanwhile. Then
what is found once the index is there: articles like another one, and duplicates, of which the texts
are compared once.
"""

from __future__ import annotations

import random
import shutil
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clocks import Times
from corpora import corpus_of
from measures import Measure, arguments, own_folders, percentile, spread_of, tell
from startup import first_words
from terminals import READER, Terminal, child_times

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.opening import Index

SEED = 23
ROUNDS = 5
SIMILAR = 40
KEYS = 10
SECOND = 1_000


def measures(folder: Path | None) -> Iterator[Measure]:
    """Measure on `folder`."""
    from corpus.opening import open_corpus
    from index.opening import open_index

    with own_folders() as home, corpus_of(folder) as path:
        corpus = open_corpus(path)
        word = _rare_word(corpus)
        index = open_index(corpus)
        index.update()
        found = index.search_all(word, as_you_type=True).total
        yield from _found_besides(corpus, index)
        index.close()
        corpus.close()
        yield from _never_seen(home, path, word, len(corpus.files))
        yield from _reader_never_seen(home, path, word, found)


def _found_besides(corpus: Corpus, index: Index) -> Iterator[Measure]:
    used = _bytes(corpus.cache_folder / "index")
    texts = sum(file.size for file in corpus.files)
    yield Measure("the index on the disk", used / 1e6, "MB", floor=texts / 1e6, floor_name="texts")
    similar = Times()
    for file in random.Random(SEED).sample(corpus.files, min(SIMILAR, len(corpus.files))):
        text = corpus.read(file).text
        similar.of(lambda text=text: index.search_all(_query(index, text), widen=False))
    yield Measure(
        "articles like another one, p95",
        percentile(similar.passed, 95),
        spread=spread_of(similar.passed),
        processor=percentile(similar.used, 95),
    )
    first, again = Times(), Times()
    first.of(index.find_duplicates)
    again.of(index.find_duplicates)
    yield Measure(
        f"duplicates among {len(corpus.files):,} articles",
        first.passed[0] / 1000,
        "s",
        processor=first.used[0] / 1000,
    )
    yield Measure("  and again", again.passed[0], processor=again.used[0])
    kept = _bytes(corpus.cache_folder / "index") - used
    yield Measure("  what is kept for them", kept / 1e6, "MB")


def _query(index: Index, text: str) -> str:
    from index.key_terms import query_of

    return query_of(index.key_terms(text)) or "nothing"


def _rare_word(corpus: Corpus) -> str:
    """Return a word of ASCII letters that few of some articles drawn at random have."""
    from corpus.tokens import words

    draw = random.Random(SEED)
    files = draw.sample(corpus.files, min(200, len(corpus.files)))
    counts = Counter(
        word
        for file in files
        for word in set(words(corpus.read(file).text))
        if len(word) > 6 and word.isascii() and word.isalpha()
    )
    return next(word for word, count in sorted(counts.items()) if count == 2)


def _never_seen(home: Path, path: Path, word: str, articles: int) -> Iterator[Measure]:
    """Measure the command, from its start to its end."""
    passed, used = [], []
    command = [*READER, "search", str(path), word, "--no-background", "--limit", "5"]
    for _ in range(ROUNDS):
        _forget(home)
        took, processor = child_times(command)
        passed.append(took)
        used.append(processor)
    yield Measure(
        f"`postil search` in {articles:,} articles never seen before",
        statistics.median(passed),
        most=SECOND,
        spread=spread_of(passed),
        processor=statistics.median(used),
    )


def _forget(home: Path) -> None:
    """Forget what is known of the folder: its index, and which article was read last."""
    for name in ("cache", "state"):
        shutil.rmtree(home / name, ignore_errors=True)


def _reader_never_seen(home: Path, path: Path, word: str, found: int) -> Iterator[Measure]:
    """Measure the reader from its start to all hits, and a key until the index is there.

    The letters come at once, as from a fast typist. What was found is said as "3 articles"; that
    it is all of them tells it from what was found in the part that is indexed.
    """
    said = rf"(?<![0-9,]){found} articles?\b"
    shown: list[float] = []
    whole: list[float] = []
    keys: list[float] = []
    for _ in range(ROUNDS):
        _forget(home)
        with Terminal([*READER, str(path)], (120, 40)) as terminal:
            began = terminal.until(first_words(path))
            terminal.type(b"s" + word.encode())
            ended = terminal.until_matching(said)
            shown.append((ended - began) * 1000)
            whole.append((ended - terminal.started) * 1000)
        _forget(home)
        with Terminal([*READER, str(path)], (120, 40)) as terminal:
            terminal.until(first_words(path))
            terminal.key(b"s")
            keys += [terminal.key(letter.encode()) for letter in word]
            for _ in range(KEYS):
                keys += [terminal.key(b"\x1b[D"), terminal.key(b"\x1b[C")]
    for what, taken in (("first paint", shown), ("command", whole)):
        yield Measure(
            f"  in the reader, from the {what} to the hits of a word",
            statistics.median(taken),
            most=SECOND,
            spread=spread_of(taken),
        )
    yield Measure(
        "  what a key takes meanwhile, p95", percentile(keys, 95), most=16, spread=spread_of(keys)
    )


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__)
    tell(measures(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
