"""The whole analysis, everything on: python bench/analysing.py [DIR]

Megabytes of text for a second of processor time of one core, and how far the memory of the process
that did it rises from the first quarter of the articles to the last: a worker's memory is flat.
What single parts cost, and on text made to be dear: `understanding_cost.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from corpora import corpus_of
from measures import REPOSITORY, Measure, arguments, own_folders, peak_megabytes, tell
from terminals import as_installed

ARTICLES = 2_000
_ANALYSE = f"""
import json, resource, sys, time
from corpus.opening import open_corpus
from corpus.understanding.analysing import analyse
corpus = open_corpus(sys.argv[1])
files = corpus.files[:: max(1, len(corpus.files) // {ARTICLES})]
analyse(corpus.read(files[0]), corpus.settings)
size, quarter, used = 0, 0, 0.0
for number, file in enumerate(files):
    article = corpus.read(file)
    began = time.process_time()
    analyse(article, corpus.settings)
    used += time.process_time() - began
    size += len(article.text)
    if number == len(files) // 4:
        quarter = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([size, used, quarter, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


def measures(folder: Path | None) -> Iterator[Measure]:
    """Measure on `folder`, on 2,000 of its articles where it has more."""
    with own_folders(), corpus_of(folder) as corpus:
        done = subprocess.run(
            [sys.executable, "-c", _ANALYSE, str(corpus)],
            stdout=subprocess.PIPE,
            check=True,
            cwd=REPOSITORY,
            env=as_installed(),
        )
        size, used, quarter, whole = json.loads(done.stdout)
        yield Measure("analysis, everything on, a core", size / used / 1e6, "MB/s", least=0.3)
        yield Measure(
            "  largest memory of the process",
            peak_megabytes(whole),
            "MB",
            floor=peak_megabytes(quarter),
            floor_name="after a quarter",
        )


def main() -> None:
    """Print the figures."""
    options = arguments(__doc__)
    tell(measures(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
