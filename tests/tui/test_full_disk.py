"""A disk filled to the last byte: the old sidecar stays, and what was typed stays on the screen."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from annotations.store import AnnotationStore
from corpus.opening import open_corpus

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "sidecars"))

from small_disks import fill, small_disk

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

THERE = "schema: postil/1\nannotations:\n  - {id: a-abcdefghij, at: [0, 5], quote: Ferry}\n"
LONG = "What the harbour master said. " * 400


@pytest.mark.parametrize("full", ["corpus", "state", "cache", "all"])
async def test_a_note_is_saved_when_there_is_room_again(
    full: str, folder: Path, tmp_path: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small") as disk:
        if full in ("corpus", "all"):
            folder = Path(shutil.copytree(folder, disk / "corpus"))
        for name, variable in (("state", "XDG_STATE_HOME"), ("cache", "XDG_CACHE_HOME")):
            if full in (name, "all"):
                monkeypatch.setenv(variable, str(disk / name))
        path = folder / "a_ferry.txt.annotations.yaml"
        path.write_text(THERE)
        async with reading(folder) as session:
            filler = fill(disk)
            # A new note, as long as ten pages; and one that is in the way of the journal.
            await session.press("g", "g", "V", "a")
            session.app.screen.query_one("#note-text").text = LONG
            await session.press("ctrl+s")
            needs_room = full in ("corpus", "all")
            if needs_room:
                await session.until(lambda: "Not saved" in session.screen_text())
                session.app.screen.keep()  # a draft, which finds no room either
                await session.settle()
                shown = " ".join(session.screen_text().split())
                assert "make room" in shown
                assert "harbour master said" in shown
                assert path.read_text() == THERE
                filler.unlink()
                await session.press("ctrl+s")
            await session.until(lambda: "Saved" in session.screen_text())
            held = yaml.safe_load(path.read_text())["annotations"]
            assert [one.get("note") for one in held] == [None, LONG]
        names = {entry.name for entry in os.scandir(folder)}
        assert names == {"a_ferry.txt", "b_inquiry.txt", path.name}


@pytest.mark.parametrize("full", ["state", "all"])
async def test_what_the_journal_cannot_keep_is_not_overwritten(
    full: str, folder: Path, tmp_path: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small") as disk:
        if full == "all":
            folder = Path(shutil.copytree(folder, disk / "corpus"))
        monkeypatch.setenv("XDG_STATE_HOME", str(disk / "state"))
        path = folder / "a_ferry.txt.annotations.yaml"
        path.write_text(THERE.replace("Ferry}", f"Ferry, note: {LONG.strip()}}}"))
        before = path.read_text()
        async with reading(folder) as session:
            filler = fill(disk)
            await session.press("g", "g", "enter")
            session.app.screen.query_one("#note-text").text = "shorter"
            await session.press("ctrl+s")
            await session.until(lambda: "Not saved" in session.screen_text())
            assert "nothing was changed" in " ".join(session.screen_text().split())
            assert "shorter" in session.screen_text()
            assert path.read_text() == before
            filler.unlink()
            await session.press("ctrl+s")
            await session.until(lambda: "Saved" in session.screen_text())
            fill(disk)
            await session.press("D")
            await session.until(lambda: "Not saved" in session.screen_text())
            assert "shorter" in path.read_text()


async def test_why_a_line_of_the_ledger_is_not_saved_is_said_in_whole(
    folder: Path, tmp_path: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small") as disk:
        monkeypatch.setenv("XDG_STATE_HOME", str(disk / "state"))
        path = folder / "a_ferry.txt.annotations.yaml"
        path.write_text(THERE.replace("Ferry}", "Ferry, note: old}"))
        async with reading(folder) as session:
            filler = fill(disk)
            await session.press("p", "l", "tab", "e", *"new", "enter")
            await session.until(lambda: "Not saved" in session.screen_text())
            shown = " ".join(session.screen_text().split())
            assert "make room on the disk, or set XDG_STATE_HOME to a folder on another" in shown
            assert "oldnew" in shown
            filler.unlink()
            await session.press("enter")
            await session.until(lambda: "oldnew" in path.read_text())
            # A question that fits has one row.
            await session.press("e")
            assert session.rows()[-3].startswith(" Note")


async def test_the_reader_opens_and_closes_on_a_disk_that_is_full(
    folder: Path, tmp_path: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small") as disk:
        for name, variable in (("state", "XDG_STATE_HOME"), ("cache", "XDG_CACHE_HOME")):
            monkeypatch.setenv(variable, str(disk / name))
        fill(disk)
        async with reading(folder, indexed=False) as session:
            assert "The ferry Halcyon" in session.screen_text()
            await session.press("V", "H")
            await session.until(
                lambda: any(w in session.screen_text() for w in ("Highlighted", "Not saved"))
            )
        AnnotationStore(open_corpus(folder))
