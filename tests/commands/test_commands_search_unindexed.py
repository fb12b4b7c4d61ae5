"""`postil search` in a large folder never seen before: scanned at once, indexed afterwards."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from corpus.opening import open_corpus
from index.opening import open_index
from tui.commands.indexing import AT_ONCE

DEADLINE = 300.0


def search(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", "search", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_many_articles_are_scanned_and_indexed_when_the_answer_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(AT_ONCE + 1):
        (folder / f"{number}.txt").write_text(f"The weir held on day {number}.", encoding="utf-8")

    alone = search(folder, "weir 1000", "--no-background")
    assert alone.stdout.startswith("1000.txt")
    assert "background" not in alone.stderr
    assert open_index(open_corpus(folder)).waiting() == AT_ONCE + 1

    done = search(folder, "weir 1000")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1000.txt")
    assert "indexed in the background" in done.stderr

    index = open_index(open_corpus(folder))
    end = time.monotonic() + DEADLINE
    while index.waiting() and time.monotonic() < end:
        index.refresh()
    assert index.waiting() == 0
    assert index.search("weir 1000").total == 1


def test_few_articles_are_indexed_before_the_answer(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("The weir held.", encoding="utf-8")
    done = search(folder, "weir")
    assert done.returncode == 0
    assert "background" not in done.stderr
    assert open_index(open_corpus(folder)).waiting() == 0
