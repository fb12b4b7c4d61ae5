"""The ledger edited where it is listed, by keyboard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotations.error import StoppedError
from annotations.ledger import ledger
from annotations.model import Claim, Link
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.problem import Problem
from corpus.span import Span
from tui.annotating import ledger_edits
from tui.annotating.tag_tree import best, tag_tree
from tui.screens.ledger import LedgerScreen
from tui.screens.word_line import WordLine
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

CODEBOOK = """schema: postil-corpus/1
codebook:
  tags:
    - crew: [deck, engine]
    - rescue
  measures: [aboard, rescued]
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    """Two articles, with a claim and a note in each."""
    (folder / "postil.yaml").write_text(CODEBOOK, encoding="utf-8")
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    for file in corpus.files:
        article = corpus.read(file)
        start = article.text.index("1,600")
        store.create(article, Span(start, start + 5), claim=Claim(measure="aboard"))
        store.create(article, None, note="whole")
    return folder


def sidecars(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.annotations.yaml"))]


async def at_the_rows(session: Session) -> LedgerScreen:
    await session.press("p", "l")
    await session.until(lambda: "4 of 4 annotations" in session.screen_text())
    await session.press("tab")
    screen = session.app.screen
    assert isinstance(screen, LedgerScreen)
    assert screen.place == "entries"
    return screen


async def type_into(session: Session, key: str, *keys: str) -> None:
    """Press the key of a field, type, and take it."""
    await session.press(key)
    await session.until(lambda: isinstance(session.app.screen, WordLine))
    await session.press(*keys, "enter")
    await session.until(lambda: isinstance(session.app.screen, LedgerScreen))
    await session.until(lambda: "Saving" not in session.screen_text())


async def test_fields_are_edited_in_the_rows_and_taken_back(folder: Path, reading: Opener) -> None:
    before = sidecars(folder)
    async with reading(folder) as session:
        screen = await at_the_rows(session)
        await session.until(lambda: screen.query_one("#ledger-list").current is not None)
        await type_into(session, "s", *"Ilse Brandt")
        await type_into(session, "e", *"seen twice")
        await type_into(session, "m", *"resc", "down")
        text = "".join(sidecars(folder))
        assert "speaker: Ilse Brandt" in text
        assert "seen twice" in text
        assert "measure: rescued" in text
        await type_into(session, "f", *"at least 1,600 people")
        assert "value: 1600" in "".join(sidecars(folder))
        await session.press("u", "u", "u", "u")
        await session.until(lambda: sidecars(folder) == before)


async def test_what_is_typed_and_not_saved_is_asked_for_again(
    folder: Path, reading: Opener
) -> None:
    sidecar = folder / "a_ferry.txt.annotations.yaml"
    before = sidecar.read_text(encoding="utf-8")
    newer = before.replace("postil/1", "postil/2")
    async with reading(folder) as session:
        screen = await at_the_rows(session)
        await session.until(lambda: screen.query_one("#ledger-list").current is not None)
        sidecar.write_text(newer, encoding="utf-8")
        await session.press("t")
        await session.until(lambda: isinstance(session.app.screen, WordLine))
        await session.press(*"slipway", "enter")
        await session.until(lambda: "Not saved" in session.screen_text())
        assert isinstance(session.app.screen, WordLine)
        assert session.app.screen.query_one("#word-field").value == "slipway, "
        assert sidecar.read_text(encoding="utf-8") == newer
        sidecar.write_text(before, encoding="utf-8")
        await session.press("enter")
        await session.until(lambda: "slipway" in sidecar.read_text(encoding="utf-8"))


async def test_a_note_of_several_lines_is_edited_in_its_form(folder: Path, reading: Opener) -> None:
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    article = corpus.read(corpus.files[0])
    long = next(one.annotation for one in store.placed(article) if one.annotation.note)
    store.change(article, long.id, note="one\ntwo")
    async with reading(folder) as session:
        await session.press("p", "l")
        await session.until(lambda: "4 of 4 annotations" in session.screen_text())
        await session.press(*"two", "tab", "e")
        await session.until(lambda: bool(session.app.screen.query("#note-text")))
        await session.press(*"three ")
        session.app.screen.keep()
        # What is typed here outlives the session as it does in the reader.
        (kept,) = session.reader.workspace.drafts._opened().glob("*.json")
        draft = json.loads(kept.read_text())
        assert (draft["annotation"], "three" in draft["note"]) == (long.id, True)
        await session.press("ctrl+s")
        await session.until(lambda: isinstance(session.app.screen, LedgerScreen))
        await session.until(lambda: "Saved" in session.screen_text())
    (found,) = (
        entry.annotation.note
        for entry in AnnotationStore(corpus).sidecar(article.name).entries
        if "three" in entry.annotation.note
    )
    assert "one" in found


async def test_marked_rows_are_tagged_at_once_and_undone_in_one_step(
    folder: Path, reading: Opener
) -> None:
    before = sidecars(folder)
    async with reading(folder) as session:
        await at_the_rows(session)
        await session.press("*")
        assert "4 marked" in session.screen_text()
        await type_into(session, "t", *"eng", "down")
        await session.until(lambda: session.screen_text().count("#crew/engine") == 4)
        assert [text.count("crew/engine") for text in sidecars(folder)] == [2, 2]
        await session.press("u")
        await session.until(lambda: sidecars(folder) == before)


async def test_escape_leaves_a_field_as_it_was_and_goes_back_step_by_step(
    folder: Path, reading: Opener
) -> None:
    before = sidecars(folder)
    async with reading(folder) as session:
        screen = await at_the_rows(session)
        await session.press("j", "t", *"x", "escape", "escape")
        assert screen.place == "ledger"
        assert screen.query_one("#ledger-list").row == 1
        await session.press("escape")
        assert session.app.screen is session.reader
    assert sidecars(folder) == before


def test_what_is_deleted_takes_the_links_that_lead_there_along(folder: Path) -> None:
    workspace = Workspace(open_corpus(folder))
    store = workspace.store
    first, *others = ledger(workspace.corpus, store)
    for row in others[:2]:
        article = ledger_edits.article_of(workspace, row)
        links = [Link(first.annotation.id, "agrees"), Link(others[2].annotation.id, "quotes")]
        store.change(article, row.annotation.id, links=links)
    before, rows = sidecars(folder), list(ledger(workspace.corpus, store))
    gone = [row for row in rows if row.annotation.id == first.annotation.id]
    linked = ledger_edits.linked_to(gone, rows)
    assert {row.annotation.id for row in linked} == {row.annotation.id for row in others[:2]}
    said = ledger_edits.delete_rows(workspace, gone, linked)
    assert said == "1 annotation, deleted with the links there"
    left = {row.annotation.id: row.annotation.links for row in ledger(workspace.corpus, store)}
    assert first.annotation.id not in left
    assert {link.to for links in left.values() for link in links} == {others[2].annotation.id}
    store.undo()
    assert sidecars(folder) == before


async def test_deleted_rows_come_back(folder: Path, reading: Opener) -> None:
    before = sidecars(folder)
    async with reading(folder) as session:
        await at_the_rows(session)
        await session.press("*", "D")
        await session.until(lambda: "0 of 0 annotations" in session.screen_text())
        await session.press("u")
        await session.until(lambda: "4 of 4 annotations" in session.screen_text())
    assert sidecars(folder) == before


async def test_anothers_rows_are_listed_with_a_name_and_stay(folder: Path, reading: Opener) -> None:
    corpus = open_corpus(folder)
    theirs = AnnotationStore(corpus, reader="Joren")
    theirs.create(corpus.read(corpus.files[0]), None, note="his")
    before = (folder / "a_ferry.txt.Joren.annotations.yaml").read_bytes()
    async with reading(folder) as session:
        await session.press("p", "l")
        await session.until(lambda: "5 of 5 annotations" in session.screen_text())
        await session.press(*"by:joren", "tab")
        await session.until(lambda: "Joren: his" in session.screen_text())
        await session.press("t")
        await session.until(lambda: "only its reader" in session.screen_text())
        await session.press("D")
        await session.until(lambda: "others', and stay" in session.screen_text())
    assert (folder / "a_ferry.txt.Joren.annotations.yaml").read_bytes() == before


def test_an_edit_of_many_rows_says_how_far_it_is_and_can_be_stopped(folder: Path) -> None:
    workspace = Workspace(open_corpus(folder))
    rows = [row for row in ledger(workspace.corpus, workspace.store) if row.mine]
    before, told = sidecars(folder), []
    ledger_edits.edit_rows(workspace, rows, "tags", "new", lambda *far: told.append(far))
    assert told == [(number, len(rows)) for number in range(len(rows))]
    workspace.store.undo()
    assert sidecars(folder) == before

    for after, words in (
        (0, "Stopped: nothing"),
        (2, "2 annotations, tags: new; Stopped: the rest"),
    ):

        def stop(done: int, total: int, after: int = after) -> None:
            if done > after:
                raise StoppedError(Problem("", "stopped"))

        assert ledger_edits.edit_rows(workspace, rows, "tags", "new", stop).startswith(words)
    # What was written before is one step to undo; a sidecar is written whole or not at all.
    workspace.store.undo()
    assert sidecars(folder) == before


def test_tags_stand_below_each_other() -> None:
    tags = ["crew", "crew/engine", "rescue", "crew/deck/bow", "dam/north"]
    rows = tag_tree(tags)
    assert [(row.depth, row.tag) for row in rows] == [
        (0, "crew"),
        (1, "crew/engine"),
        (1, "crew/deck"),
        (2, "crew/deck/bow"),
        (0, "rescue"),
        (0, "dam"),
        (1, "dam/north"),
    ]
    fitting = tag_tree(tags, "bow")
    assert [row.tag for row in fitting] == ["crew", "crew/deck", "crew/deck/bow"]
    assert fitting[best(fitting, "bow")].name == "bow"
    assert not tag_tree(tags, "nothing of it")


async def test_marked_claims_are_linked_with_the_one_of_the_row(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, size=(120, 40)) as session:
        screen = await at_the_rows(session)
        await session.press("L")
        assert "marks what is linked" in session.screen_text()
        await session.press("space")
        await session.press("tab", *"b_inquiry", "tab")
        await session.press("L")
        await session.until(lambda: "What is the marked" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: "1 annotation, linked" in session.screen_text())
        first, second = sidecars(folder)
        assert "links:" in first
        assert "links:" not in second
        (origin,) = [row.annotation for row in screen.all_rows if row.annotation.links]
        (to,) = [row for row in screen.listed_rows if row.annotation.id == origin.links[0].to]
        assert to.article == "b_inquiry.txt"
        await session.press("tab", "ctrl+u", *"has:links", "tab")
        await session.until(lambda: "2 of 4 annotations" in session.screen_text())
        assert session.screen_text().count("↔1") == 2
        await session.press("u")
        await session.until(lambda: "links:" not in sidecars(folder)[0])


async def test_the_cursor_of_a_grouped_ledger_is_on_an_annotation(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("p", "l")
        await session.until(lambda: "4 of 4 annotations" in session.screen_text())
        await session.press("ctrl+t", "enter")
        await session.until(lambda: session.app.screen is session.reader)


async def test_what_is_listed_is_written_to_a_file(
    folder: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    async with reading(folder, size=(120, 40)) as session:
        await at_the_rows(session)
        await session.press("tab", *"measure:aboard", "tab", "X")
        await session.until(lambda: "Write 2 annotations to" in session.screen_text())
        assert f"{folder.name}.ledger.html" in session.screen_text()
        await session.press("ctrl+u", *str(folder.parent / "out.csv"), "enter")
        await session.until(lambda: "2 annotations written" in session.screen_text())
    lines = (folder.parent / "out.csv").read_text(encoding="utf-8")
    assert lines.count("aboard") >= 2
    assert "whole" not in lines
