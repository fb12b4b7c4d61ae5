#!/usr/bin/env python3
"""Kills builds and updates of an index at random instants while another process reads it.

    python scripts/index_soak.py [--kills 300] [--seed N]

In each round articles are written, changed and removed, at times the index is thrown away, and a
process that brings it up to date is killed. All the while this process searches: it must see each
article once, as it was before or as it is now, and never an error. Afterwards an update that
nobody kills must make the index whole. Exit status 1, and what was wrong, if not.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.opening import open_corpus
from index.opening import Index, open_index

ARTICLES = 120
LINES = 40
"""Lines of an article: enough that an update takes longer than the start of its process."""
# Commits in small pieces, so that there is a commit under way at most instants.
UPDATE = f"""
import sys
sys.path.insert(0, {str(Path(__file__).resolve().parent.parent)!r})
import index.updating
index.updating.FIRST_BATCH, index.updating.BATCH = 10, 15
from corpus.opening import open_corpus
from index.opening import open_index
corpus = open_corpus(sys.argv[1])
print("begins", flush=True)
open_index(corpus).update()
"""
LONGEST_UPDATE = 0.3
"""Seconds in which an update is killed at the latest, counted from its beginning."""


class Faulty(Exception):  # noqa: N818 - what was seen, not an error of this script
    """The index was not what it had to be."""


class Soak:
    """A folder of articles, an index of it that is open all the time, and what may be in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._draw = random.Random(seed)
        self._versions: dict[str, int] = {}
        self._allowed: dict[str, set[int]] = {}
        for number in range(ARTICLES):
            self._write(f"{number:04}.txt", 0)
        self._corpus = open_corpus(folder)
        self._index = open_index(self._corpus)

    def rounds(self, kills: int) -> Iterator[int]:
        """Kill so often; yields the number of the kill. Raises Faulty."""
        for kill in range(1, kills + 1):
            if self._draw.random() < 0.3:
                shutil.rmtree(self._corpus.cache_folder / "index", ignore_errors=True)
            self._change(kill)
            self._kill_an_update()
            self._check(open_index(self._corpus))
            if self._draw.random() < 0.3:
                self._finish()
            yield kill
        self._finish()

    def _write(self, name: str, version: int) -> None:
        text = f"version v{version}\n" + f"{name} was written in round {version}.\n" * LINES
        (self._folder / name).write_text(text, encoding="utf-8")
        self._versions[name] = version
        self._allowed.setdefault(name, set()).add(version)

    def _change(self, number: int) -> None:
        """Change some articles, remove some and write new ones."""
        names = sorted(self._versions)
        for name in self._draw.sample(names, self._draw.randrange(len(names))):
            self._write(name, number)
        for name in self._draw.sample(names, 3):
            (self._folder / name).unlink()
            del self._versions[name]
        for at in range(3):
            self._write(f"{number:04}-{at}.txt", number)

    def _kill_an_update(self) -> None:
        command = [sys.executable, "-c", UPDATE, str(self._folder)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            process.stdout.readline()
            end = time.monotonic() + self._draw.random() * LONGEST_UPDATE
            while time.monotonic() < end and process.poll() is None:
                self._check(self._index)
        finally:
            process.kill()
            status = process.wait()
            said = process.stderr.read().decode()
            process.stdout.close()
            process.stderr.close()
        if status not in (0, -signal.SIGKILL):
            raise Faulty(f"an update ended with {status}: {said}")

    def _check(self, index: Index) -> None:
        """See that the index has each article at most once, as it was or as it is."""
        index.refresh()
        everything = index.search("version", limit=1, widen=False)
        if everything.damaged:
            raise Faulty("the index cannot be read")
        if everything.total != index.articles:
            raise Faulty(f"{everything.total} of {index.articles} articles have a word of all")
        seen = 0
        generation = index.generation
        for version in sorted(set().union(*self._allowed.values())):
            found = index.search(f"v{version}", limit=4 * ARTICLES, widen=False)
            seen += found.total
            for hit in found.hits:
                if version not in self._allowed[hit.article]:
                    raise Faulty(f"{hit.article} is indexed as it never was: version {version}")
        if index.generation == generation and seen != index.articles:
            raise Faulty(f"{seen} versions of {index.articles} articles are indexed")

    def _finish(self) -> None:
        """Update without a kill; the index then has what is on the disk, and nothing else."""
        self._corpus = self._corpus.rescanned()
        self._index.follow(self._corpus)
        self._index.update()
        self._allowed = {name: {version} for name, version in self._versions.items()}
        self._check(self._index)
        if self._index.articles != len(self._versions):
            raise Faulty(f"{self._index.articles} of {len(self._versions)} articles are indexed")
        if not self._index.is_current():
            raise Faulty("an index that was just updated is not current")


def main() -> int:
    """Kill, and tell how far it came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="postil-index-soak-") as above:
        os.environ["XDG_CACHE_HOME"] = str(Path(above) / "cache")
        folder = Path(above) / "corpus"
        folder.mkdir()
        try:
            for kill in Soak(folder, options.seed).rounds(options.kills):
                if kill % 50 == 0:
                    print(f"{kill} kills", flush=True)
        except Faulty as fault:
            print(f"wrong: {fault}")
            return 1
    print(f"{options.kills} kills: always the old or the new index")
    return 0


if __name__ == "__main__":
    sys.exit(main())
