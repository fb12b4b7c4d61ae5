"""Keys that are typed before the screen is there that they are for."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

from corpus.linking.keeping import entity_table
from corpus.opening import open_at, open_corpus
from tests.tui.conftest import Opener, Session
from tui.article.document import Document
from tui.folder.changes import Changes
from tui.program.pausing import Pauses
from tui.screens.quantity_card import QuantityCardScreen
from tui.screens.search import SearchScreen


async def burst(session: Session, keys: str) -> None:
    """Type keys all at once, as a fast typist does on a slow line."""
    for key in keys:
        name = {"\x1b": "escape", "\r": "enter", "\x13": "ctrl+s"}.get(key, key)
        session.app.post_message(events.Key(name, key))
    await session.settle()
    await session.settle()


def without_analysis(session: Session) -> Document:
    """Show the article as it is before it is analysed; return it as it will be."""
    pane = session.reader.pane
    known: Document = pane.document
    pane.show(dataclasses.replace(known, analysis=None), pane.cursor)
    return known


async def test_what_is_searched_for_may_be_typed_before_the_screen_is_there(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await burst(session, "sbrandt")
        assert session.app.screen.query_one(Input).value == "brandt"
        assert "Ilse Brandt" in session.screen_text()


async def test_keys_go_on_after_a_screen_was_left(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await burst(session, "sbrandt\x1b?\x1b/hurt\r")
        document = session.reader.pane.document
        assert document is not None
        assert document.shown[session.reader.pane.cursor :].startswith("hurt")


async def test_enter_goes_to_what_the_whole_query_finds_however_fast_it_is_typed(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("s", *"brandt")
        await session.until(lambda: "2 articles" in session.screen_text())
        await burst(session, " captain\r/heard\r")
        await session.until(lambda: session.app.screen is session.reader)
        await session.until(lambda: pane.document.shown[pane.cursor :].startswith("heard"))


async def test_enter_waits_for_the_first_results(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await burst(session, "scaptain\r")
        await session.until(lambda: session.app.screen is session.reader)
        assert pane.document.shown[pane.cursor :].startswith("Captain")


async def test_a_wrong_query_leads_nowhere_and_the_next_keys_mend_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("s", *"brandt")
        await session.until(lambda: "2 articles" in session.screen_text())
        await burst(session, ' "captain\r"\r')
        await session.until(lambda: session.app.screen is session.reader)
        pane = session.reader.pane
        assert pane.document.article.text.startswith("Inquiry")


async def test_keys_typed_while_a_form_is_saved_are_for_the_screen_below(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await burst(session, "]sW\x13]sW\x13/hurt\r")
        document = session.reader.pane.document
        assert document is not None
        await session.until(lambda: len(session.reader.pane.document.placed) == 2)
        assert document.shown[session.reader.pane.cursor :].startswith("hurt")
        spans = {one.span for one in session.reader.pane.document.placed}
        assert len(spans) == 2


async def test_what_nobody_asked_for_waits_as_long_as_a_key_has_to(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.program.pausing.SECONDS_FOR_AN_ANSWER", 1_000.0)
    async with reading(folder) as session:
        app = session.app
        app.hold_keys()
        app.post_message(events.Key("j", "j"))
        await session.until(lambda: app.pauses.answering)
        app.release_keys()
        await session.until(lambda: not app.pauses.answering)


async def test_the_analysis_does_not_wait_for_keys_that_wait_for_it(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.program.pausing.SECONDS_FOR_AN_ANSWER", 1_000.0)
    async with reading(folder) as session:
        app = session.app
        without_analysis(session)
        app.pauses.ask()
        app.post_message(events.Key("W", "W"))
        await session.until(lambda: "Reading the article" in session.screen_text())
        assert not app.pauses.answering
        app.post_message(events.Key("j", "j"))
        await session.until(lambda: len(app._typed) == 1)
        assert not app.pauses.answering


async def test_jumps_and_cards_wait_for_what_they_lead_to(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        known = without_analysis(session)
        for key, character in (("right_square_bracket", "]"), ("n", "n"), ("enter", "\r")):
            session.app.post_message(events.Key(key, character))
        await session.until(lambda: "Reading the article" in session.screen_text())
        session.reader.take(known, lambda old: old.with_analysis_of(known))
        await session.until(lambda: isinstance(session.app.screen, QuantityCardScreen))


async def test_tags_wait_for_the_sentence_that_they_are_given_to(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        known = without_analysis(session)
        for key in ("t", *"boat", "enter"):
            session.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await session.until(lambda: "Reading the article" in session.screen_text())
        session.reader.take(known, lambda old: old.with_analysis_of(known))
        sidecar = folder / "a_ferry.txt.annotations.yaml"
        await session.until(sidecar.exists)
        assert "tags: [boat]" in sidecar.read_text(encoding="utf-8")


async def test_mentions_are_gone_through_fast_into_the_next_article(
    reading: Opener, folder: Path
) -> None:
    corpus = open_corpus(folder)
    entity_table(corpus)
    corpus.close()
    async with reading(folder) as session:
        pane = session.reader.pane
        assert session.app.workspace.link_names()
        pane.move_to(pane.document.shown.index("Ilse Brandt"))
        await burst(session, "***")
        await session.until(lambda: "No mention of Ilse Brandt after" in session.screen_text())
        assert session.app.screen is session.reader
        assert pane.document.article.name == "b_inquiry.txt"
        assert pane.document.shown[pane.cursor :].startswith("Ilse Brandt")


async def test_values_and_tags_may_be_typed_before_they_are_asked_for(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (120, 30)) as session:
        await burst(session, "pfcd2019-05-03\r")
        await session.until(lambda: (folder / "postil.yaml").exists())
        assert "2019-05-03" in (folder / "postil.yaml").read_text(encoding="utf-8")
        sidecar = folder / "a_ferry.txt.annotations.yaml"
        await burst(session, "tboat\r")
        await session.until(sidecar.exists)
        assert "boat" in sidecar.read_text(encoding="utf-8")


async def test_no_form_opens_under_keys_that_could_not_be_held_longer(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        known = without_analysis(session)
        session.app.post_message(events.Key("W", "W"))
        await session.until(lambda: "Reading the article" in session.screen_text())
        await burst(session, "V1Dy")
        session.app.drop_keys()
        await session.settle()
        assert "4 keys typed meanwhile did nothing" in session.screen_text()
        assert session.reader.pane.selection is None
        await session.press("z", "t")
        session.reader.take(known, lambda old: old.with_analysis_of(known))
        await session.settle()
        assert session.app.screen is session.reader


async def test_no_jump_waits_for_a_long_article(reading: Opener, folder: Path) -> None:
    (folder / "0_long.txt").write_text("Brandt counted 1,600 carts. " * 5_000)
    async with reading(folder) as session:
        without_analysis(session)
        await session.press("right_square_bracket", "n")
        assert "no number is known yet" in session.screen_text()


async def test_keys_typed_while_an_article_is_opened_are_for_that_article(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        files = session.app.workspace.corpus.files
        await burst(session, "JKJH")
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)
        assert session.reader.pane.document.article.file == files[1]
        await burst(session, "KJJJJJJJJ")
        await session.until(lambda: session.reader.pane.document.article.file == files[-1])


async def test_an_article_that_is_being_opened_is_not_given_up_for_the_one_before(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        first = session.reader.pane.document
        session.reader.step(1)
        session.reader.find_out(first)
        await session.settle()
        assert session.reader.pane.document.article.name == "b_inquiry.txt"
        assert session.reader.pane.document.analysis is not None


async def test_a_step_asked_for_before_the_folder_is_listed_is_taken_then(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, indexed=False) as session:
        one = open_at(folder, "a_ferry.txt")
        assert one is not None
        session.app.workspace.follow(one, Changes())
        session.reader.list_articles()
        await session.press("J")
        assert "still being read" in session.screen_text()
        session.app.walk()
        await session.until(lambda: session.reader.pane.document.article.name == "b_inquiry.txt")


async def test_a_key_that_waited_counts_as_pressed_when_its_turn_has_come(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        session.app.pauses = Pauses()
        await burst(session, "jj")
        assert not session.app.pauses.resting


async def test_alt_with_a_letter_types_no_letter(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await burst(session, "sbrandt")
        session.app.post_message(events.Key("alt+n", "n"))
        await session.settle()
        assert session.app.screen.query_one(Input).value == "brandt"
        await burst(session, "\x1b")
        await session.press("a")
        session.app.post_message(events.Key("alt+n", "n"))
        await session.settle()
        assert session.app.screen.query_one(TextArea).text == ""


async def test_keys_typed_while_a_form_is_loaded_are_for_the_form(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(folder) as session:
        monkeypatch.delitem(sys.modules, "tui.screens.claim", raising=False)
        await burst(session, "]sWxyzzy")
        await session.until(lambda: "xyzzy" in session.screen_text())
        assert "New claim" in session.screen_text()


@pytest.mark.parametrize("times", [1, 30])
async def test_many_screens_come_and_go_in_one_burst(
    reading: Opener, folder: Path, times: int
) -> None:
    async with reading(folder) as session:
        await burst(session, "s\x1b" * times + "j")
        assert session.app.screen is session.reader
        pane = session.reader.pane
        assert pane._layout_rows is not None
        assert pane._layout_rows.row_of(pane.cursor) == 1


async def test_what_a_search_begins_may_end_when_its_screen_was_left(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("s", *"brandt")
        screen = session.app.screen
        assert isinstance(screen, SearchScreen)
        await session.press("escape")
        assert not screen.children
        await screen._read_ahead().wait()
        await screen._search("brandt").wait()
        await session.press("j")
        assert session.app.screen is session.reader


async def test_escape_and_a_key_that_arrive_as_one_are_two(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("V")
        # As a terminal sends Escape and J that were typed fast.
        await session.press("alt+J")
        assert session.reader.pane.selected is None
        assert session.reader.pane.document is not None
        assert session.reader.pane.document.article.name == "b_inquiry.txt"


async def test_alt_with_a_letter_that_has_an_action_is_that(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("J", "ctrl+o", "alt+o")
        assert session.reader.pane.document is not None
        assert session.reader.pane.document.article.name == "b_inquiry.txt"


async def test_what_was_saved_may_be_linked_at_once(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await burst(session, "]sW\x13L]sW\x13L")
        await session.until(lambda: "marked annotation to this one" in session.screen_text())
        await burst(session, "\r")
        await session.until(lambda: "Linked" in session.screen_text())
        first, second = session.reader.pane.document.placed
        assert first.annotation.links[0].to == second.annotation.id


async def test_an_older_look_at_a_sidecar_takes_nothing_back(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        reader = session.reader
        before, seen = reader.workspace.annotated(reader.pane.document), reader._own_changes
        await session.press("H")
        await session.until(lambda: bool(reader.pane.document.placed))
        reader._take_foreign_change(before, seen)
        await session.settle()
        assert reader.pane.document.placed
        assert "changed elsewhere" not in session.screen_text()
