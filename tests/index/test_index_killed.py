"""An update may be killed at any moment: afterwards there is the old or the new state."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import open_index

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 120
KILLS = 12

# Forks for each line of its input, a folder and a number n. The child updates the index of the
# folder, and calls itself to be killed just before the n-th time that a file is made, renamed,
# written to the disk for good or removed, so that every step of a commit has its turn. Printed are
# the status of the child, and how many of n steps it left.
PROGRAM = """
import os, signal, sys
sys.path.insert(0, {root!r})
import index.updating
index.updating.FIRST_BATCH, index.updating.BATCH = 20, 50
from corpus.opening import open_corpus
from index.opening import open_index

def counted(action):
    def step(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return action(*arguments, **options)
    return step

for line in sys.stdin:
    folder, steps = line.rstrip().rsplit(" ", 1)
    left = int(steps)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        for name in ("rename", "fsync", "unlink", "remove", "mkdir", "rmdir"):
            setattr(os, name, counted(getattr(os, name)))
        open_index(open_corpus(folder)).update()
        os.write(writing, str(left).encode())
        os._exit(0)
    os.close(writing)
    said = os.read(reading, 20).decode() or "0"
    os.close(reading)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said, flush=True)
"""

# Takes a folder and a number of steps; gives the status of the update, and the steps left.
Run = Callable[[Path, int], tuple[int, int]]


@pytest.fixture
def run() -> Iterator[Run]:
    program = PROGRAM.format(root=str(ROOT))
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, told = process.stdin, process.stdout

        def updated(folder: Path, steps: int) -> tuple[int, int]:
            print(folder, steps, file=asked, flush=True)
            status, left = told.readline().split()
            return int(status), int(left)

        yield updated


def state(folder: Path) -> tuple[int, set[str]]:
    index = open_index(open_corpus(folder))
    result = index.search("version", limit=2 * ARTICLES, widen=False)
    versions = {snippet.text.split()[1] for hit in result.hits[:5] for snippet in hit.snippets}
    assert result.total == index.articles
    return index.articles, versions


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:03}.txt").write_text(f"version old {number}", encoding="utf-8")
    return folder


def test_a_build_that_is_killed_at_any_step_can_be_searched_and_finished(
    articles: Path, run: Run
) -> None:
    status, left = run(articles, 10**6)
    assert status == 0
    steps = 10**6 - left
    draw = random.Random(steps)

    for kill_at in sorted(draw.sample(range(1, steps), KILLS)):
        cache = open_corpus(articles).cache_folder
        for path in sorted((cache / "index").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (cache / "index").rmdir()
        assert run(articles, kill_at)[0] == -signal.SIGKILL

        indexed, _ = state(articles)
        assert indexed in (0, 20, 70, ARTICLES)

        index = open_index(open_corpus(articles))
        report = index.update()
        assert report.added == ARTICLES - indexed
        assert state(articles)[0] == ARTICLES
        assert index.is_current()


def test_an_update_that_is_killed_leaves_each_article_old_or_new(articles: Path, run: Run) -> None:
    assert run(articles, 10**6)[0] == 0
    draw = random.Random(7)
    for round_number in range(KILLS):
        for path in articles.iterdir():
            text = path.read_text(encoding="utf-8").split()
            path.write_text(f"version v{round_number} {text[2]}", encoding="utf-8")
        run(articles, draw.randrange(1, 40))

        index = open_index(open_corpus(articles))
        assert index.articles == ARTICLES
        found = index.search(f"v{round_number}", limit=1, widen=False).total
        assert found in (0, 20, 70, ARTICLES)

        report = index.update()
        assert report.changed == ARTICLES - found
        assert index.search(f"v{round_number}", limit=1, widen=False).total == ARTICLES
        assert index.articles == ARTICLES


def test_updates_that_are_killed_and_touches_leave_each_article_once(
    articles: Path, run: Run
) -> None:
    assert run(articles, 10**6)[0] == 0
    draw = random.Random(23)
    for round_number in range(2 * KILLS):
        paths = sorted(articles.iterdir())
        for path in draw.sample(paths, 30):
            os.utime(path, ns=(round_number, round_number))
        for path in draw.sample(paths, 3):
            path.unlink()
        for number in range(draw.randint(1, 5)):
            new = articles / f"new{round_number}-{number}.txt"
            new.write_text(f"version new {round_number} {number}", encoding="utf-8")
        run(articles, draw.randrange(1, 25))
        assert state(articles)[0] > 0

        if draw.random() < 0.7:
            open_index(open_corpus(articles)).update()
            corpus = open_corpus(articles)
            index = open_index(corpus)
            found = index.search("version", limit=2 * ARTICLES, widen=False).hits
            assert index.is_current()
            assert sorted(hit.article for hit in found) == [file.article for file in corpus.files]
            assert index.articles == len(corpus.files)
