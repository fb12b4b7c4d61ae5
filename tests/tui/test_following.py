"""A folder that changes while it is read."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.model import Claim
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
from tui.folder.indexing import IndexingState
from tui.screens.ledger_table import LedgerList
from tui.screens.word_line import WordLine

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


async def watched(session: Session, folder: Path) -> None:
    """Wait until changes of the folder are seen."""
    await session.until(lambda: session.app._watcher is not None)
    probe = folder / "zz_probe.txt"
    attempt = 0

    def seen() -> bool:
        nonlocal attempt
        attempt += 1
        probe.write_text(f"A probe, written {attempt} times.\n")
        return session.app.workspace.corpus.find("zz_probe.txt") is not None

    await session.until(seen)
    probe.unlink()
    await session.until(lambda: session.app.workspace.corpus.find("zz_probe.txt") is None)


def names(session: Session) -> list[str]:
    return [file.article for file in session.app.workspace.corpus.files]


def place(session: Session, length: int) -> str:
    pane = session.reader.pane
    return pane.document.article.text[pane.cursor : pane.cursor + length]


async def test_new_and_vanished_articles_are_in_the_list_without_a_key(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 40), live=True) as session:
        await watched(session, folder)
        (folder / "aa_before.txt").write_text("A pilot speaks\n\nThe pilot Anke Roth spoke.\n")
        (folder / "b_inquiry.txt").unlink()
        await session.until(lambda: names(session) == ["a_ferry.txt", "aa_before.txt"])
        await session.settle()
        assert session.reader.pane.document.article.name == "a_ferry.txt"
        assert "article 1 of 2" in session.screen_text()


async def test_a_new_article_is_found_by_the_search_that_is_open(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        await session.press("s", *"zeppelin")
        (folder / "c_new.txt").write_text("A zeppelin over Marn\n\nIt was seen at noon.\n")
        await session.until(lambda: "A zeppelin over Marn" in session.screen_text())


async def test_an_article_that_changes_is_read_again_at_the_same_place(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Nobody"))
        await session.press("v", "e")
        text = (folder / "a_ferry.txt").read_text()
        (folder / "a_ferry.txt").write_text(text.replace("Tuesday with", "Tuesday, at noon, with"))
        await session.until(lambda: "at noon" in pane.document.article.text)
        await session.settle()
        assert pane.selected.cut(pane.document.article.text) == "Nobody"
        assert "Changed on disk: read" in session.screen_text()
        assert {m.text for m in pane.document.analysis.mentions} >= {"Ilse Brandt"}


async def test_a_renamed_article_stays_on_the_screen_under_its_new_name(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        await session.press("G")
        cursor = session.reader.pane.cursor
        (folder / "a_ferry.txt").rename(folder / "n_ferry.txt")
        pane = session.reader.pane
        await session.until(lambda: pane.document.article.name == "n_ferry.txt")
        await session.settle()
        assert pane.cursor == cursor
        assert "article 2 of 2" in session.screen_text()


async def test_an_article_copied_and_removed_is_recognised_by_its_text(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        (folder / "x.txt").write_bytes((folder / "a_ferry.txt").read_bytes())
        (folder / "a_ferry.txt").unlink()
        os.utime(folder / "x.txt", ns=(7, 7))
        pane = session.reader.pane
        await session.until(lambda: pane.document.article.name == "x.txt")


async def test_an_article_that_is_gone_stays_on_the_screen_and_one_can_go_on(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        (folder / "a_ferry.txt").unlink()
        await session.until(lambda: "Gone from the folder" in session.screen_text())
        await session.settle()
        assert "ran aground" in session.screen_text()
        await session.press("J")
        assert session.reader.pane.document.article.name == "b_inquiry.txt"


async def test_a_sidecar_that_comes_is_shown(folder: Path, reading: Opener) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        (folder / "a_ferry.txt.annotations.yaml").write_text(
            "schema: postil/1\nannotations:\n- id: a-aaaaaaaaaa\n  quote: Ilse Brandt\n"
            "  at: [80, 91]\n  note: who is she?\n"
        )
        pane = session.reader.pane
        await session.until(lambda: len(pane.document.placed) == 1)


async def test_settings_of_the_corpus_count_as_soon_as_they_are_written(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 40), live=True) as session:
        await watched(session, folder)
        (folder / "postil.yaml").write_text(
            "schema: postil-corpus/1\narticles:\n  a_ferry.txt: {title: The Halcyon case}\n"
        )
        await session.until(lambda: "The Halcyon case" in session.screen_text())


async def test_a_folder_that_goes_and_comes_back_is_read_again(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        away = folder.with_name("away")
        folder.rename(away)
        await session.until(lambda: "cannot be read" in session.screen_text())
        assert "ran aground" in session.screen_text()
        shutil.copytree(away, folder)
        (folder / "c_new.txt").write_text("Third\n\nA third article.\n")
        await session.until(lambda: "c_new.txt" in names(session))


async def test_a_file_that_is_emptied_and_written_again_keeps_the_place(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, live=True) as session:
        await watched(session, folder)
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Nobody"))
        await session.press("m", "a", "v", "e")
        text = (folder / "a_ferry.txt").read_text()
        for much in (0, 20):
            (folder / "a_ferry.txt").write_text(text[:much])
            await session.until(lambda much=much: len(pane.document.article.text) == much)
            await session.settle()
        (folder / "a_ferry.txt").write_text(text)
        await session.until(lambda: "Nobody" in pane.document.article.text)
        await session.settle()
        assert pane.selected.cut(pane.document.article.text) == "Nobody"
        await session.press("escape", "g", "g", "'", "a")
        assert place(session, 6) == "Nobody"


async def test_the_ledger_follows_its_files_and_stays_on_its_annotation(
    folder: Path, reading: Opener
) -> None:
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    first, second = (corpus.read(file) for file in corpus.files)
    one = store.create(first, Span(0, 5), note="the first")
    store.create(second, Span(0, 5), note="the second")
    async with reading(folder, (120, 40), live=True) as session:
        await watched(session, folder)
        await session.press("p", "l")
        await session.until(lambda: "2 of 2 annotations" in session.screen_text())
        await session.press("down")
        listed = session.app.screen.query_one(LedgerList)
        assert listed.current.annotation.note == "the second"
        store.change(first, one.id, note="by another program")
        await session.until(lambda: "by another program" in session.screen_text())
        store.create(first, Span(6, 9), note="one more")
        await session.until(lambda: "3 of 3 annotations" in session.screen_text())
        assert "one more" in session.screen_text()
        assert listed.current.annotation.note == "the second"
        (folder / "a_ferry.txt").rename(folder / "z_ferry.txt")
        await session.until(lambda: [line.row.state for line in listed.lines].count("lost") == 2)
        assert listed.current.annotation.note == "the second"


async def test_what_is_written_in_the_ledger_itself_is_not_told_as_anothers(
    folder: Path, reading: Opener
) -> None:
    corpus = open_corpus(folder)
    AnnotationStore(corpus).create(corpus.read(corpus.files[0]), Span(0, 5), note="one")
    async with reading(folder, (120, 40), live=True) as session:
        await watched(session, folder)
        await session.press("p", "l")
        await session.until(lambda: "1 of 1 annotations" in session.screen_text())
        await session.press("tab", "e")
        await session.until(lambda: isinstance(session.app.screen, WordLine))
        await session.press(*" more", "enter")
        await session.until(lambda: "one more" in session.screen_text())
        (folder / "c_new.txt").write_text("Third\n\nA third article.\n")
        await session.until(lambda: "c_new.txt" in names(session))
        await session.settle()
        assert "elsewhere" not in session.screen_text()


async def test_the_timeline_follows_the_sidecars(folder: Path, reading: Opener) -> None:
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    article = corpus.read(corpus.files[0])
    store.create(article, Span(0, 5), claim=Claim(measure="aboard"))
    async with reading(folder, (120, 40), live=True) as session:
        await watched(session, folder)
        await session.press("p", "t")
        await session.until(lambda: "Timeline: 1 claim," in session.screen_text())
        store.create(article, Span(6, 9), claim=Claim(measure="aboard"))
        await session.until(lambda: "Timeline: 2 claims" in session.screen_text())


async def test_the_folder_is_read_again_on_request(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        (folder / "c_new.txt").write_text("Third\n\nA third article.\n")
        await session.press("R")
        assert "1 new" in session.screen_text()
        assert "c_new.txt" in names(session)
        await session.press("R")
        assert "Nothing changed" in session.screen_text()


async def test_a_place_in_a_renamed_article_is_kept(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("J", "G")
        cursor = session.reader.pane.cursor
        await session.press("K")
        (folder / "b_inquiry.txt").rename(folder / "c_inquiry.txt")
        await session.press("R", "J")
        assert session.reader.pane.document.article.name == "c_inquiry.txt"
        assert session.reader.pane.cursor == cursor


async def test_two_sessions_keep_each_others_places(folder: Path, reading: Opener) -> None:
    async with reading(folder) as one:
        await one.press("G")
        async with reading(folder) as other:
            await other.press("J", "G")
        await one.press("h")
    places = next(Path(os.environ["XDG_STATE_HOME"]).rglob("places.json"))
    assert set(json.loads(places.read_text())["positions"]) == {"a_ferry.txt", "b_inquiry.txt"}


async def test_indexing_is_stopped_and_taken_up_again(folder: Path, reading: Opener) -> None:
    for number in range(3000):
        (folder / f"n{number}.txt").write_text(f"Report {number}\n\nThe quay {number} is dry.\n")
    async with reading(folder, indexed=False) as session:
        session.app._indexes = True
        await session.pilot.press("I")
        await session.until(lambda: session.app._keeper.running)
        await session.pilot.press("I")
        await session.until(lambda: not session.app._keeper.running)
        await session.settle()
        assert session.app.workspace.index.articles < 3002
        assert "Indexing stops" in session.screen_text()
        assert "indexing stopped" in session.reader.indexing
        await session.pilot.press("I")
        await session.until(lambda: session.app.workspace.index.articles == 3002)
        await session.settle()
        assert "indexing" not in session.screen_text()


OPENING = (
    "corpus.search",
    "corpus.ledger",
    "corpus.timeline",
    "reader.card",
    "reader.beside",
    "reader.annotate",
    "app.help",
)


@pytest.mark.parametrize("action", OPENING)
async def test_what_changes_while_a_screen_opens_is_told_to_it(
    reading: Opener, folder: Path, action: str
) -> None:
    async with reading(folder) as session:
        app = session.app
        await session.press("]", "e")
        (folder / "c_letter.txt").write_text("The Halcyon again, wrote Ilse Brandt.\n")
        corpus, changes = app.workspace.rescanned()
        app.screen.perform(action)
        opened = app.screen
        assert opened is not session.reader
        assert not opened.is_mounted
        app._walked(corpus, changes, 0.0, asked_for=False)
        app._show_linked()
        app._show_indexing(IndexingState(1, 3), grown=True)
        sidecar = folder / "a_ferry.txt.annotations.yaml"
        app.on_live_corpus_folder_changed(app.FolderChanged(frozenset({str(sidecar)})))
        await session.settle()
        assert app.crash is None
        assert app.screen is opened
