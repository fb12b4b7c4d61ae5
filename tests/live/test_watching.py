"""A folder is watched: what changes in it is told, once it has changed."""

from __future__ import annotations

import queue
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.folder.watching import FolderWatcher, may_bear_on_corpus

PATIENCE = 60


class Watch:
    """A watcher whose calls can be waited for."""

    def __init__(self, *folders: Path) -> None:
        self.calls: queue.Queue[frozenset[str]] = queue.Queue()
        self.watcher = FolderWatcher(folders, self.calls.put)
        self.watcher.start()

    def until(self, name: str) -> None:
        """Wait until a change of a file called so is told."""
        while not any(path.endswith(name) for path in self.calls.get(timeout=PATIENCE)):
            pass

    def begun(self, folder: Path) -> None:
        """Wait until changes are told at all."""
        for attempt in range(200):
            (folder / f"begin{attempt}.txt").write_text("x")
            try:
                self.calls.get(timeout=0.2)
            except queue.Empty:
                continue
            return
        raise AssertionError("nothing was told")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Watch]]:
    folder = tmp_path / "corpus"
    folder.mkdir()
    watch = Watch(folder)
    watch.begun(folder)
    yield folder, watch
    watch.watcher.stop()


def test_that_something_may_have_changed_before_is_told_once(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    assert watch.calls.get(timeout=PATIENCE) == frozenset()
    (tmp_path / "new.txt").write_text("words")
    assert {Path(path).name for path in watch.calls.get(timeout=PATIENCE)} == {"new.txt"}
    watch.watcher.stop()


def test_an_article_that_comes_changes_and_goes_is_told(watched: tuple[Path, Watch]) -> None:
    folder, watch = watched
    (folder / "new.txt").write_text("words")
    watch.until("new.txt")
    with (folder / "new.txt").open("a") as stream:
        stream.write("more")
    watch.until("new.txt")
    (folder / "new.txt").rename(folder / "renamed.txt")
    watch.until("renamed.txt")
    (folder / "renamed.txt").unlink()
    watch.until("renamed.txt")


def test_an_article_in_a_folder_that_was_just_made_is_told(watched: tuple[Path, Watch]) -> None:
    folder, watch = watched
    (folder / "deep" / "deeper").mkdir(parents=True)
    watch.until("deep")
    (folder / "deep" / "deeper" / "late.txt").write_text("words")
    watch.until("late.txt")


def test_a_folder_that_goes_away_and_comes_back_is_watched_again(
    watched: tuple[Path, Watch],
) -> None:
    folder, watch = watched
    shutil.rmtree(folder)
    folder.mkdir()
    while watch.calls.get(timeout=PATIENCE):
        pass
    watch.begun(folder)


@pytest.mark.parametrize(
    ("name", "is_there", "bears"),
    [
        ("a.txt", True, True),
        ("a.txt.annotations.yaml", True, True),
        ("a.txt.annotations (conflicted copy 2026-11-22).yaml", True, True),
        ("a.txt.yaml", True, False),
        ("postil.yaml", True, True),
        ("deep/postil.yaml", True, True),
        (".a.txt.swp", True, False),
        (".git/a.txt", True, False),
        ("scraper.log", True, False),
        ("scraper.log", False, False),
        ("gone", False, True),
        ("not-a-folder", True, False),
    ],
)
def test_only_what_may_bear_on_the_corpus_counts(
    tmp_path: Path, name: str, is_there: bool, bears: bool
) -> None:
    root = str(tmp_path)
    assert may_bear_on_corpus(f"{root}/{name}", (root,), is_there=is_there) is bears


def test_what_lies_elsewhere_does_not_count(tmp_path: Path) -> None:
    root = str(tmp_path / "one")
    assert not may_bear_on_corpus(str(tmp_path / "one-more" / "a.txt"), (root,), is_there=True)
    assert not may_bear_on_corpus(str(tmp_path / "a.txt"), (root,), is_there=True)
