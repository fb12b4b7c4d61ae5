"""Start to first readable paint, against a bare Textual app: python bench/startup.py [DIR]

The reader opens a corpus that is indexed and was read before, as it is every day but the first.
Both are started in turn, so that what else the machine does weighs on both. Ended at the first
paint, so that the processor time is that of the start alone.
"""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from corpora import corpus_of
from measures import REPOSITORY, Measure, arguments, own_folders, spread_of, tell
from terminals import BARE_TEXTUAL, READER, Terminal, first_paint

ROUNDS = 15


def measures(folder: Path | None) -> Iterator[Measure]:
    """Measure the start of the reader on `folder`."""
    with own_folders(), corpus_of(folder) as corpus:
        subprocess.run(
            [*READER, "index", str(corpus)], stdout=subprocess.DEVNULL, check=True, cwd=REPOSITORY
        )
        words = first_words(corpus)
        # Read it once: from then on there is an article that was read last.
        with Terminal([*READER, str(corpus)]) as terminal:
            terminal.until(words)
            terminal.at_rest()
            terminal.end(b"q")
        starts = {"bare": (BARE_TEXTUAL, b"readable"), "reader": ([*READER, str(corpus)], words)}
        taken: dict[str, list[float]] = {name: [] for name in starts}
        used: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(ROUNDS):
            for name, (command, seen) in starts.items():
                wall, processor = first_paint(command, seen)
                taken[name].append(wall)
                used[name].append(processor)
        for what, times, budget in (
            ("start to first readable paint", taken, 1.5),
            ("  processor time of that", used, None),
        ):
            yield Measure(
                what,
                statistics.median(times["reader"]),
                floor=statistics.median(times["bare"]),
                floor_name="bare Textual",
                most_times=budget,
                spread=spread_of(times["reader"]),
            )


def first_words(folder: Path) -> bytes:
    """Return a word of the first article that the screen shows early, and its title does not."""
    from corpus.opening import open_corpus

    corpus = open_corpus(folder)
    text = corpus.read(corpus.files[0]).text
    title, _, rest = text.lstrip().partition("\n")
    kept = (word for word in rest.split() if word.isascii() and word.isalpha() and len(word) > 4)
    return next(word for word in kept if word not in title).encode()


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__)
    tell(measures(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
