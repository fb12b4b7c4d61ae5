"""Disks that are full, read-only or failing: what is saved is saved, and what is not is said."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from annotation_desk import Desk
from small_disks import fill, read_only, small_disk, use_up_files

from annotations.error import AnnotationError
from corpus.cache import state_folder
from corpus.yaml_text import load_yaml

THERE = "schema: postil/1\nannotations:\n- id: a-one\n  note: first\n"

WRITER = """
import sys
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
corpus = open_corpus(sys.argv[1])
store = AnnotationStore(corpus)
article = corpus.read(corpus.find("a.txt"))
for number in range(40):
    store.create(article, Span(number, number + 9), note=f"{sys.argv[2]} {number}")
"""


def test_without_room_for_a_lock_two_writers_still_lose_nothing(desk: Desk) -> None:
    state = state_folder()
    with read_only(state):
        processes = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(desk.folder), name])
            for name in ("one", "other")
        ]
        assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert not (state / "locks").exists()
    value = load_yaml(desk.read(), "f")
    notes = [item["note"] for item in value["annotations"]]
    assert sorted(notes) == sorted(f"{name} {n}" for name in ("one", "other") for n in range(40))


def test_a_read_only_state_folder_keeps_what_the_journal_cannot_hold(desk: Desk) -> None:
    desk.write(THERE)
    store, article = desk.store(), desk.article
    with read_only(state_folder()):
        for wrong in (
            lambda: store.delete(article, "a-one"),
            lambda: store.change(article, "a-one", note="second"),
        ):
            with pytest.raises(AnnotationError, match="journal cannot be written") as raised:
                wrong()
            assert "XDG_STATE_HOME" in raised.value.problem.remedy
        assert desk.read() == THERE
        store.create(article, None, note="nothing is overwritten by this one")
    store.change(article, "a-one", note="second")
    assert "second" in desk.read()


def test_a_disk_filled_to_the_last_block_keeps_the_old_sidecar(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk:
        (disk / "a.txt").write_text("The weir gave way.\n")
        desk = Desk(disk)
        desk.write(THERE)
        store, article = desk.store(), desk.article
        filler = fill(disk)
        with pytest.raises(AnnotationError, match="make room on the disk"):
            store.create(article, None, note="n" * 10_000)
        assert desk.read() == THERE
        assert {path.name for path in disk.iterdir()} == {"a.txt", desk.path.name, filler.name}
        assert store.undo() is None
        filler.unlink()
        made = store.create(article, None, note="n" * 10_000)
        assert made.note in desk.read()


def test_a_disk_that_holds_no_more_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is room enough on it: to make room would not help."""
    with small_disk(tmp_path / "small", files=30) as disk:
        monkeypatch.setenv("XDG_STATE_HOME", str(disk / "state"))
        (disk / "a.txt").write_text("The weir gave way.\n")
        desk = Desk(disk)
        desk.write(THERE)
        store, article = desk.store(), desk.article
        store.delete(article, store.create(article, None, note="makes the journal").id)
        empty = use_up_files(disk)
        with pytest.raises(AnnotationError) as raised:
            store.create(article, None, note="n")
        remedy = "the disk can hold no more files: remove some"
        assert raised.value.problem.remedy == f"{remedy} and try again"
        assert desk.read() == THERE
        for path in empty:
            path.unlink()
        assert store.create(article, None, note="n").note in desk.read()


def test_a_journal_on_a_disk_that_holds_no_more_files_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small", files=30) as disk:
        monkeypatch.setenv("XDG_STATE_HOME", str(disk))
        desk.write(THERE)
        store = desk.store()
        store.create(desk.article, None, note="makes the state folder and its lock")
        before = desk.read()
        empty = use_up_files(disk)
        with pytest.raises(AnnotationError, match="journal cannot be written") as raised:
            store.delete(desk.article, "a-one")
        remedy = "the disk can hold no more files: remove some, or set XDG_STATE_HOME"
        assert raised.value.problem.remedy.startswith(remedy)
        assert desk.read() == before
        for path in empty:
            path.unlink()
        store.delete(desk.article, "a-one")
        assert "a-one" not in desk.read()


def test_a_folder_that_could_not_be_flushed_is_a_warning(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a failing disk answers cannot be had from a real one: only this order fails here."""
    flush = os.fsync
    answers = {"error": errno.EIO}

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(answers["error"], os.strerror(answers["error"]))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    store = desk.store()
    made = store.create(desk.article, None, note="on the disk, so far")
    assert made.note in desk.read()
    (doubt,) = store.take_doubts()
    assert doubt.level == "warning"
    assert doubt.reason.startswith("saved, but")
    assert "power cut" in doubt.remedy
    assert store.take_doubts() == ()
    # A file system that has no such order answers this; there is nothing to warn of.
    answers["error"] = errno.EINVAL
    store.delete(desk.article, made.id)
    assert store.take_doubts() == ()
