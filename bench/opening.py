"""What opening a corpus costs: the time and memory of `open_corpus` on a folder.

    python bench/opening.py DIR [--rounds N]

Each round is a process of its own, on a cache folder that the first one makes; the first round is
printed apart, because it looks into the files. Budget: 10,000 articles in under a second.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_ROUND = """
import json, resource, sys, time
from corpus.opening import open_corpus
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
corpus = open_corpus(sys.argv[1])
seconds = time.perf_counter() - began
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps([len(corpus.files), seconds, memory]))
"""


def one_round(folder: Path, cache: str) -> tuple[int, float, float]:
    """Open the folder in a new process; return the articles, seconds and MB it took."""
    repository = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", _ROUND, os.fspath(folder)],
        env={**os.environ, "PYTHONPATH": os.fspath(repository), "XDG_CACHE_HOME": cache},
        stdout=subprocess.PIPE,
        check=True,
    )
    articles, seconds, kilobytes = json.loads(done.stdout)
    if sys.platform == "darwin":  # macOS counts bytes
        kilobytes /= 1024
    return articles, seconds, kilobytes / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        articles, first, memory = one_round(arguments.folder, cache)
        print(f"{articles:,} articles")
        print(f"first opening   {first * 1000:8.0f} ms  {memory:6.1f} MB")
        rounds = [one_round(arguments.folder, cache) for _ in range(max(1, arguments.rounds))]
        seconds = statistics.median(each[1] for each in rounds)
        memory = statistics.median(each[2] for each in rounds)
        print(f"later openings  {seconds * 1000:8.0f} ms  {memory:6.1f} MB  (median)")


if __name__ == "__main__":
    main()
