"""The screen when others write to the same sidecar, have it open, or nothing can be written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from corpus.opening import open_corpus
from tests.tui.conftest import Session
from tui.app import PostilApp
from tui.article.document import Document
from tui.configuration.sidecar_place import place_for_reader
from tui.screens.on_text.annotating import with_annotations_of
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

THERE = (
    "schema: postil/1\nannotations:\n"
    "  - {id: a-abcdefghij, at: [0, 5], quote: Ferry, note: first, tags: [boat]}\n"
)


def path_of(folder: Path) -> Path:
    return folder / "a_ferry.txt.annotations.yaml"


def only(folder: Path) -> dict:
    (found,) = yaml.safe_load(path_of(folder).read_text(encoding="utf-8"))["annotations"]
    return found


async def conflict(folder: Path, session: Session) -> None:
    """Change the note in the form and on the disk, and try to save."""
    await session.press("g", "g", "enter", *" and mine")
    path_of(folder).write_text(THERE.replace("first", "theirs").replace("boat", "boat, ship"))
    await session.press("ctrl+s")
    await session.until(lambda: "Ctrl+T" in session.screen_text())
    shown = session.screen_text()
    assert "first and mine" in shown
    assert "theirs" in shown
    assert "boat, ship" in shown
    assert only(folder)["note"] == "theirs"


async def test_of_two_notes_mine_is_kept_when_i_say_so(folder: Path, reading: Opener) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        await conflict(folder, session)
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        assert only(folder)["note"] == "first and mine"
        assert only(folder)["tags"] == ["boat", "ship"]


async def test_of_two_notes_theirs_is_taken(folder: Path, reading: Opener) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        await conflict(folder, session)
        await session.press("ctrl+t")
        assert "first and mine" not in session.screen_text()
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        assert only(folder)["note"] == "theirs"


async def test_two_notes_are_put_together(folder: Path, reading: Opener) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        await conflict(folder, session)
        await session.press("tab", "end", *", new", "ctrl+o", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        assert only(folder)["note"] == "first and mine\ntheirs"
        assert only(folder)["tags"] == ["boat", "ship", "new"]


async def test_a_note_can_be_changed_again_while_one_decides(folder: Path, reading: Opener) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        await conflict(folder, session)
        path_of(folder).write_text(THERE.replace("first", "theirs again"))
        await session.press("ctrl+s")
        await session.until(lambda: "theirs again" in session.screen_text())
        assert only(folder)["note"] == "theirs again"
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        assert only(folder)["note"] == "first and mine"


async def test_what_changed_is_deleted_only_when_it_was_seen(folder: Path, reading: Opener) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        await session.press("g", "g")
        # The screen looks every second and a half: a change right before the key was not seen.
        session.reader._own_change = True
        path_of(folder).write_text(THERE.replace("first", "a long thought"))
        await session.press("D")
        await session.until(lambda: "it was changed: a long thought" in session.screen_text())
        assert only(folder)["note"] == "a long thought"
        await session.press("D")
        await session.until(lambda: "Deleted" in session.screen_text())
        assert "a-abcdefghij" not in path_of(folder).read_text()


async def test_an_editor_that_has_the_sidecar_open_is_pointed_out(
    folder: Path, reading: Opener
) -> None:
    (folder / ".a_ferry.txt.annotations.yaml.kate-swp").write_bytes(b"Kate Swap File 2.0")
    async with reading(folder, (120, 30)) as session:
        await session.until(lambda: "Open in Kate" in session.screen_text())
        await session.press("V", "a", *"typed")
        await session.until(lambda: "Open in Kate" in session.screen_text())
        await session.press("ctrl+s")
        await session.until(lambda: "Saved. Open in Kate" in session.screen_text())


async def test_what_is_wrong_with_a_sidecar_is_told_and_listed(
    folder: Path, reading: Opener
) -> None:
    path_of(folder).write_text("annotations:\n<<<<<<< ours\n- {id: a-x}\n=======\n>>>>>>> b\n")
    async with reading(folder, (120, 30)) as session:
        await session.until(lambda: "lines 2-5: an unresolved git merge" in session.screen_text())
        await session.press("p", "s")
        assert "a_ferry.txt.annotations.yaml:2" in session.screen_text()
        assert "`postil merge FILE --write`" in session.screen_text()
        await session.press("escape", "J")
        assert "git merge" not in session.screen_text()
        await session.press("V", "H")
        await session.until(lambda: "Highlighted" in session.screen_text())


async def test_what_was_edited_wrongly_is_told_once_with_its_place(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 30)) as session:
        reader = session.reader
        path_of(folder).write_text("annotations:\n  - [\n")
        fresh = reader.workspace.annotated(reader.pane.document)
        reader.take(fresh, with_annotations_of(fresh))
        reader.tell_what_is_wrong(fresh)
        reader.told_of_files(fresh, "")
        await session.until(lambda: "a_ferry.txt.annotations.yaml:" in session.screen_text())
        assert "says more" not in session.screen_text()


async def test_what_cannot_be_written_is_said_before_one_types(
    folder: Path, reading: Opener
) -> None:
    path_of(folder).write_text(THERE)
    path_of(folder).chmod(0o444)
    async with reading(folder, (120, 30)) as session:
        await session.press("V", "a")
        await session.until(lambda: "This cannot be saved" in session.screen_text())
        assert "write-protected" in session.screen_text()


async def test_where_the_annotations_are_is_said(folder: Path, tmp_path: Path) -> None:
    place = place_for_reader(open_corpus(folder), tmp_path / "notes")
    app = PostilApp(Workspace(open_corpus(folder), place), build_index=False, watch=False)
    async with app.run_test(size=(120, 30)) as pilot:
        session = Session(app, pilot)
        await session.settle()
        assert "Annotations in /" in session.screen_text()
        await session.press("V", "H")
        await session.until(lambda: "Highlighted" in session.screen_text())
    assert (tmp_path / "notes" / "a_ferry.txt.annotations.yaml").exists()
    assert not path_of(folder).exists()


async def test_a_disk_that_does_not_confirm_a_save_is_a_warning(
    folder: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flush(descriptor)

    async with reading(folder, (160, 30)) as session:
        monkeypatch.setattr(os, "fsync", failing)
        await session.press("V", "H")
        await session.until(lambda: "the disk does not confirm it" in session.screen_text())
        assert "Highlighted" in session.screen_text()


async def test_annotations_that_were_not_read_yet_did_not_change(
    folder: Path, reading: Opener
) -> None:
    path_of(folder).write_text(THERE)
    async with reading(folder) as session:
        screen, shown = session.reader, session.reader.pane.document
        assert shown is not None
        known = session.app.workspace.annotated(shown)
        screen.pane.show(Document.of(shown.article))
        screen._take_foreign_change(known, screen._own_changes)
        await session.pilot.pause()
        assert "changed elsewhere" not in session.screen_text()


def test_what_another_program_changed_is_not_undone_and_the_line_says_so() -> None:
    from annotations.error import AnnotationError
    from corpus.problem import Problem
    from tui.annotating.refusals import not_saved

    reason = "not undone: annotation a-1 was changed since"
    error = AnnotationError(Problem("a.txt.annotations.yaml", reason, "edit it instead"))
    assert not_saved(error) == "Not undone: annotation a-1 was changed since (edit it instead)"
