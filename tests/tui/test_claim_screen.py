"""The claim form with keys: what it shows is in the sidecar when the screen says it is saved."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from textual import events

from corpus.opening import open_corpus
from tui.screens.claim import ClaimScreen
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

SIDECAR = "b_inquiry.txt.annotations.yaml"
WRITTEN = (
    "schema: postil/1\nannotations:\n"
    "  - {id: a-abcdefghij, at: [0, 7], quote: Inquiry, note: first, "
    "claim: {speaker: Ilse, place: Marn}}\n"
)


def only(folder: Path) -> dict:
    (found,) = yaml.safe_load((folder / SIDECAR).read_text(encoding="utf-8"))["annotations"]
    return found


def form(session: Session) -> dict[str, str]:
    assert isinstance(session.app.screen, ClaimScreen)
    return dict(session.app.screen._lines)


async def go(session: Session, words: str) -> None:
    await session.press("J")
    await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")
    await session.until(lambda: session.reader.pane.document.analysis is not None)
    text = session.reader.pane.document.article.text
    session.reader.pane.move_to(text.index(words))


async def test_one_key_takes_the_whole_suggestion(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W")
        assert form(session)["speaker"] == "Joren Vask"
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        claim = only(folder)["claim"]
        assert claim["speaker"] == "Joren Vask"
        assert claim["cue"] == "told"
        assert claim["quantity"] == {
            "value": 1600,
            "bound": "over",
            "of": "people",
            "approximate": False,
        }
        await session.press("u")
        await session.until(lambda: not session.reader.pane.document.placed)
        assert not (folder / SIDECAR).exists()


async def test_a_measure_that_another_claim_has_is_suggested(folder: Path, reading: Opener) -> None:
    (folder / "a_ferry.txt.annotations.yaml").write_text(
        "schema: postil/1\nannotations: [{id: a-abcdefghij, claim: {measure: aboard}}]\n"
    )
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W")
        await session.until(lambda: form(session)["measure"] == "aboard")
        await session.press("escape")
        assert session.app.screen is session.reader


async def test_a_claim_waits_for_the_sentences_of_the_article(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        pane = session.reader.pane
        known = pane.document
        pane.show(dataclasses.replace(known, analysis=None), pane.cursor)
        for key in ("W", "ctrl+s"):
            session.app.post_message(events.Key(key, None))
        await session.until(lambda: "Reading the article" in session.screen_text())
        session.reader.take(known, lambda old: old.with_analysis_of(known))
        await session.until(lambda: (folder / SIDECAR).exists())
        await session.settle()
        assert only(folder)["claim"]["speaker"] == "Joren Vask"


async def test_a_measure_is_known_from_the_claim_before(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", *("enter",) * 4)
        screen = session.app.screen
        assert isinstance(screen, ClaimScreen)
        await session.press("ctrl+u", *"aboard", "ctrl+s")
        await session.until(lambda: session.app.screen is session.reader)
        task = screen._about
        assert task.suggestions()[0].lines["measure"] == "aboard"


async def test_nothing_is_filled_in_under_the_hand(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", *("enter",) * 4)
        screen = session.app.screen
        assert isinstance(screen, ClaimScreen)
        screen._put({"measure": ""})
        session.app.workspace.measures_in_use = ("aboard",)
        screen._know({}, screen._about.suggestions())
        assert form(session)["measure"] == ""


async def test_a_form_that_claims_nothing_says_so_before_it_saves_a_highlight(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W")
        screen = session.app.screen
        assert isinstance(screen, ClaimScreen)
        screen._put(dict.fromkeys(form(session), ""))
        await session.settle()
        await session.press("ctrl+s")
        assert "again saves a highlight" in session.screen_text()
        assert not (folder / SIDECAR).exists()
        await session.press("ctrl+s")
        await session.until(lambda: session.app.screen is session.reader)
        assert "claim" not in only(folder)


async def test_a_claim_is_saved_once_however_often_one_asks(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W")
        for _ in range(3):
            session.app.screen.perform("claim.save")
        await session.until(lambda: "Saved" in session.screen_text())
        assert only(folder)["claim"]["speaker"] == "Joren Vask"


async def test_what_cannot_be_saved_stays_in_the_form(folder: Path, reading: Opener) -> None:
    broken = "annotations: [\n<<<<<<< ours\n"
    (folder / SIDECAR).write_text(broken)
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", *"kept ", "ctrl+s")
        await session.until(lambda: "Not saved" in session.screen_text())
        assert "kept" in form(session)["speaker"]
        await session.press(*"words", "ctrl+s")
        await session.until(lambda: "Not saved" in session.screen_text())
        assert (folder / SIDECAR).read_text() == broken


async def test_offers_are_taken_and_typed_words_are_read(folder: Path, reading: Opener) -> None:
    (folder / "postil.yaml").write_text(
        "schema: postil-corpus/1\n"
        "codebook: {measures: [aboard, missing], fields: {seen: boolean}}\n"
    )
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", *(["tab"] * 4))
        assert form(session)["measure"] == "aboard"
        await session.press("ctrl+u", *"mis", "down")
        assert "▸ missing" in session.screen_text()
        await session.press("enter")
        assert form(session)["measure"] == "missing"
        await session.press("ctrl+u", *"a boatload")
        assert "kept as text" in session.screen_text()
        await session.press("tab", "tab", *"late May 2019")
        assert "= 2019-05" in session.screen_text()
        await session.press("tab", *"perhaps")
        assert "expects yes or no" in session.screen_text()
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
        claim = only(folder)["claim"]
        assert claim["measure"] == "missing"
        assert claim["quantity"] == {"said": "a boatload", "approximate": False}
        assert claim["when"] == {"said": "late May 2019", "iso": "2019-05"}
        assert claim["fields"] == {"seen": "perhaps"}


async def test_a_claim_is_edited_and_its_unknown_keys_stay(folder: Path, reading: Opener) -> None:
    (folder / SIDECAR).write_text(WRITTEN.replace("place: Marn", "place: Marn, mood: odd"))
    async with reading(folder) as session:
        await go(session, "Inquiry")
        await session.press("c")
        assert form(session)["place"] == "Marn"
        await session.press("ctrl+u", *"Vask", "ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    assert only(folder)["claim"] == {"speaker": "Vask", "place": "Marn", "mood": "odd"}
    assert only(folder)["note"] == "first"


async def test_another_writer_loses_nothing_and_neither_does_the_form(
    folder: Path, reading: Opener
) -> None:
    path = folder / SIDECAR
    path.write_text(WRITTEN)
    async with reading(folder) as session:
        await go(session, "Inquiry")
        await session.press("c", "ctrl+u", *"Vask")
        path.write_text(WRITTEN.replace("Ilse", "Brandt").replace("Marn", "the bay"))
        await session.press("ctrl+s")
        await session.until(lambda: "Not saved" in session.screen_text())
        assert "speaker: Brandt" in " ".join(session.screen_text().split())
        assert form(session)["speaker"] == "Vask"
        assert form(session)["place"] == "the bay"
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    assert only(folder)["claim"] == {"speaker": "Vask", "place": "the bay"}


async def test_a_claim_of_an_annotation_deleted_meanwhile_is_kept(
    folder: Path, reading: Opener
) -> None:
    path = folder / SIDECAR
    path.write_text(WRITTEN)
    async with reading(folder) as session:
        await go(session, "Inquiry")
        await session.press("c", "ctrl+u", *"Vask")
        path.write_text("schema: postil/1\nannotations: []\n")
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    assert only(folder)["claim"] == {"speaker": "Vask", "place": "Marn"}
    assert only(folder)["note"] == "first"


async def test_escape_asks_where_something_was_typed_only(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", "escape")
        assert session.app.screen is session.reader
        await session.press("W", *"x", "escape")
        assert "Not saved" in session.screen_text()
        await session.press("escape")
        assert session.app.screen is session.reader
        assert not (folder / SIDECAR).exists()


async def test_a_draft_of_a_claim_comes_back(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await go(session, "Captain")
        await session.press("W", "ctrl+u", *"Somebody")
        session.app.screen.keep()
        # What a killed session leaves is its draft alone.
        kept = {
            path: path.read_bytes() for path in session.reader.workspace.drafts._opened().iterdir()
        }
    for path, data in kept.items():
        path.write_bytes(data)
    drafts = Workspace(open_corpus(folder)).drafts
    (left,) = drafts.left()
    assert left.draft.claim["speaker"] == "Somebody"
    async with reading(folder) as session:
        await session.press("p", "d")
        await session.until(lambda: isinstance(session.app.screen, ClaimScreen))
        assert form(session)["speaker"] == "Somebody"
        await session.press("ctrl+s")
        await session.until(lambda: "Saved" in session.screen_text())
    assert only(folder)["claim"]["speaker"] == "Somebody"


async def test_what_is_left_out_of_the_claimed_words_is_told(folder: Path, reading: Opener) -> None:
    async with reading(folder, (40, 24)) as session:
        await go(session, "Captain")
        await session.press("i", "p", "W")
        rows = session.rows()
        first = next(at for at, row in enumerate(rows) if row.lstrip("│ ").startswith("speaker"))
        assert rows[first - 1].rstrip("│ ").endswith("…")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_every_field_can_be_reached_and_seen(
    folder: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(folder, size) as session:
        await go(session, "Captain")
        await session.press("W")
        for key in form(session):
            assert session.app.screen._key == key
            assert any(row.lstrip("│ ").startswith(key) for row in session.rows())
            await session.press("tab")
        assert "Esc" in session.screen_text()
