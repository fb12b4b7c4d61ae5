"""Coming back: what changed in the folder, and in an article that was read before."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.kept_texts import KeptTexts
from corpus.opening import open_corpus
from tests.tui.conftest import FERRY, Opener
from tui.folder.folder_memory import FolderMemory
from tui.folder.since_words import said_of
from tui.folder.visits import Visits
from tui.screens.beside import BesideScreen

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ONE, TWO = "1" * 64, "2" * 64


def visit(folder: Path, when: datetime) -> str:
    """Open the folder at a time, and say what changed since the visit before."""
    corpus = open_corpus(folder)
    found = FolderMemory(corpus.key, corpus.root).since(corpus.files, when)
    return said_of(found) if found is not None else "first"


def test_the_next_visit_says_what_is_new_changed_renamed_and_gone(folder: Path) -> None:
    (folder / "c_third.txt").write_text("Third.\n", encoding="utf-8")
    (folder / "d_fourth.txt").write_text("Fourth, and longer.\n", encoding="utf-8")
    assert visit(folder, NOON) == "first"
    assert visit(folder, NOON + timedelta(minutes=30)) == ""
    (folder / "a_ferry.txt").write_text(FERRY + "More.\n", encoding="utf-8")
    (folder / "b_inquiry.txt").unlink()
    (folder / "c_third.txt").rename(folder / "e_third.txt")
    (folder / "f_new.txt").write_text("New.\n", encoding="utf-8")

    words = "Since 2026-03-01 12:00: 1 new, 1 changed, 1 renamed, 1 gone"
    assert visit(folder, NOON + timedelta(days=1)) == words
    assert visit(folder, NOON + timedelta(days=1, minutes=5)) == words
    assert visit(folder, NOON + timedelta(days=2)) == ""


def test_a_damaged_memory_is_a_first_visit(folder: Path, tmp_path: Path) -> None:
    visit(folder, NOON)
    for name in ("folder-now.jsonl.z", "folder-before.jsonl.z"):
        for path in Path.home().rglob(name):
            path.write_bytes(b"x\x9c no list")

    assert visit(folder, NOON + timedelta(days=1)) == "first"
    assert visit(folder, NOON + timedelta(days=2)) == ""


def test_the_text_before_is_remembered_until_there_is_another(folder: Path) -> None:
    visits = Visits("key")
    assert visits.read("a.txt", ONE, "2026-03-01T12:00") is None
    was = visits.read("a.txt", TWO, "2026-03-02T12:00")
    assert was is not None
    assert was.last.sha256 == ONE
    again = Visits("key").of("a.txt")
    assert again is not None
    assert again.before is not None
    assert (again.last.sha256, again.before.sha256, again.before.on) == (
        TWO,
        ONE,
        "2026-03-01T12:00",
    )


def test_two_postils_keep_what_both_read(folder: Path) -> None:
    mine, theirs = Visits("key"), Visits("key")
    mine.read("a.txt", ONE, "2026-03-01T12:00")
    theirs.read("b.txt", TWO, "2026-03-01T12:00")

    assert Visits("key").of("a.txt") is not None
    assert Visits("key").of("b.txt") is not None


def test_texts_are_kept_as_long_as_there_is_room(tmp_path: Path) -> None:
    texts = [f"{number} " * 500 for number in range(6)]
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    kept = KeptTexts(lambda: tmp_path, most_bytes=60)
    for at, (sha256, text) in enumerate(zip(hashes, texts, strict=True)):
        kept.keep(sha256, text)
        assert kept.get(sha256) == text
        os.utime(tmp_path / "read" / f"{sha256}.z", (at, at))
    assert kept.get(hashes[0]) is None
    (tmp_path / "read" / f"{hashes[-1]}.z").write_bytes(b"no text")
    assert kept.get(hashes[-1]) is None


def test_sessions_of_one_hour_are_one_visit(folder: Path) -> None:
    assert visit(folder, NOON) == "first"
    (folder / "c.txt").write_text("Three.\n", encoding="utf-8")
    assert visit(folder, NOON + timedelta(minutes=10)) == "Since 2026-03-01 12:00: 1 new"
    assert visit(folder, NOON + timedelta(minutes=70)) == "Since 2026-03-01 12:00: 1 new"
    (folder / "d.txt").write_text("Four.\n", encoding="utf-8")
    assert visit(folder, NOON + timedelta(minutes=80)) == "Since 2026-03-01 12:00: 2 new"
    assert visit(folder, NOON + timedelta(minutes=140)) == "Since 2026-03-01 13:10: 1 new"


async def test_an_article_that_changed_says_so_and_shows_what(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.settle()
    later = FERRY.replace("with 1,600 people", "with over 1,500 people")
    (folder / "a_ferry.txt").write_text(later, encoding="utf-8")
    async with reading(folder) as session:
        await session.until(lambda: "Changed since you read it" in session.screen_text())
        await session.press("g", "D")
        await session.until(lambda: isinstance(session.app.screen, BesideScreen))
        screen = session.app.screen
        assert isinstance(screen, BesideScreen)
        await session.until(lambda: screen.comparison is not None)
        await session.press("]", "d")
        assert "1,600 people | over 1,500 people" in session.screen_text()
        assert "as you read it on" in session.screen_text()
        await session.press("escape")
        assert later[session.reader.pane.cursor :].startswith("1,500")


async def test_the_list_of_changes_opens_an_article(
    folder: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(folder) as session:
        await session.press("p", "r")
        assert "first visit" in session.screen_text()
    # The count stays when the message that told of it has gone.
    monkeypatch.setattr("tui.widgets.status_line.SECONDS_SHOWN", 0.01)
    (folder / "c_new.txt").write_text("A new title\n\nIt is all new.\n", encoding="utf-8")
    async with reading(folder) as session:
        await session.until(lambda: "pr 1 new" in session.screen_text())
        await session.press("p", "r")
        await session.until(lambda: "A new title" in session.screen_text())
        await session.press("j", "enter")
        document = session.reader.pane.document
        assert document is not None
        assert document.article.name == "c_new.txt"
        assert "pr 1 new" not in session.screen_text()
