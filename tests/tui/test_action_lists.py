"""Actions by name: all are listed, those that cannot be done say why, typing narrows the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.actions.action import Action
from tui.actions.registry import ACTIONS, CONTEXTS, actions_in
from tui.configuration.settings import read_settings
from tui.keyboard.action_rows import ActionRow, all_rows, matching
from tui.keyboard.availability import (
    _AREAS,
    _NEEDS,
    _WITHOUT_ROWS,
    ALL_NEEDS,
    Need,
    Situation,
    need_of,
    where_it_works,
)
from tui.keyboard.keymap import Keymap, style_of
from tui.keyboard.line_commands import line_command, offers_for
from tui.screens.action_screen import ActionScreen
from tui.screens.actions import ActionsScreen
from tui.screens.tour import TourScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tui.conftest import Opener, Session

ROWS = list(map(ActionRow, {action.id: action for action in ACTIONS}.values()))


def test_every_action_is_listed_once_what_can_be_done_first() -> None:
    here = actions_in(CONTEXTS["reader"])
    rows = all_rows(
        here,
        ACTIONS,
        lambda id_: "nothing is selected" if id_ == "reader.copy" else "",
        lambda action: where_it_works(action, Keymap()),
    )
    assert sorted(row.action.id for row in rows) == sorted({action.id for action in ACTIONS})
    reasons = [bool(row.reason) for row in rows]
    assert reasons == sorted(reasons)
    assert next(row for row in rows if row.action.id == "reader.copy").reason


def test_what_an_action_needs_is_said_with_the_key_that_leads_there() -> None:
    nothing = Situation(frozenset())
    assert "v or V selects" in nothing.why_not("reader.copy", Keymap())
    assert nothing.why_not("reader.row_down", Keymap()) == "no article is open"
    assert nothing.why_not("corpus.theme", Keymap()) == ""
    assert Situation(frozenset(("selection",))).why_not("reader.copy", Keymap()) == ""


def test_every_rule_is_about_an_action_that_there_is() -> None:
    ids = {action.id for action in ACTIONS}
    assert set(_NEEDS) | _WITHOUT_ROWS <= ids
    assert set(_AREAS) <= {id_.partition(".")[0] for id_ in ids}


@pytest.mark.parametrize("style", ["vi", "plain", "emacs"])
@pytest.mark.parametrize("place", sorted(CONTEXTS))
def test_no_action_is_disabled_without_a_reason_anywhere(place: str, style: str) -> None:
    keymap = Keymap(style_of(style))
    here = keymap.actions_in(CONTEXTS[place])
    for there in (frozenset[Need](), ALL_NEEDS):
        situation = Situation(there)
        rows = all_rows(
            here,
            keymap.actions,
            lambda id_, situation=situation: situation.why_not(id_, keymap),  # type: ignore[misc]
            lambda action: where_it_works(action, keymap),
        )
        works = {action.id for action in here}
        for row in rows:
            # What does not work here, or needs what is not there, says so in words of its own.
            lacks = row.action.id not in works or need_of(row.action.id) not in (None, *there)
            assert bool(row.reason) == lacks, row.action.id
            assert "{" not in row.reason


def test_where_an_action_works_is_said_of_each() -> None:
    for action in ACTIONS:
        words = where_it_works(action, Keymap())
        assert words
        assert "{" not in words


@pytest.mark.parametrize(("typed", "first"), [
    ("next entity", "reader.entity_next"), ("]e", "reader.entity_next"),
    ("gg", "reader.text_start"), ("Ctrl+O", "reader.jump_back"), ("next theme", "corpus.theme"),
    ("ledger", "corpus.ledger"), ("corpus.walk", "corpus.walk"),
])  # fmt: skip
def test_the_best_comes_first(typed: str, first: str) -> None:
    here = [row for row in ROWS if {"reader", "corpus"} & set(row.action.where)]
    assert first in [row.action.id for row in matching(here, typed)[:2]]


def test_the_beginning_of_a_sequence_finds_all_that_go_on_from_it() -> None:
    found = matching(ROWS, "z")
    folding = {
        row.action.id for row in ROWS if any(keys.startswith("z ") for keys in row.action.keys)
    }
    assert folding
    assert folding <= {row.action.id for row in found}
    assert all(
        any(keys.startswith("z") for keys in row.action.keys) for row in found[: len(folding)]
    )


def test_what_has_not_all_the_words_is_not_listed() -> None:
    assert matching(ROWS, "entity xyzzy") == []
    assert matching(ROWS, "  ") == ROWS


@pytest.mark.parametrize(("typed", "kind", "argument"), [
    ("q", "action", "app.quit"), ("wq", "action", "app.quit"), ("12", "article", "12"),
    ("40%", "percent", "40"), ("!wc -w", "pipe", "wc -w"), ("/Marn", "find", "Marn"),
    ("s over 1,600", "search", "over 1,600"), ("set text_width 90", "set", "text_width=90"),
    ("set theme=light", "set", "theme=light"), ("theme dark", "set", "theme=dark"),
    ("se name = Ada L", "set", "name=Ada L"), ("led", "action", "corpus.ledger"),
    ("undo", "action", "annotation.undo"), ("se", "action", "app.settings"),
    ("w", "told", "All is saved: each change is written at once"),
])  # fmt: skip
def test_commands_are_read_as_in_vi(typed: str, kind: str, argument: str) -> None:
    found = line_command(typed)
    assert found is not None
    assert (found.kind, found.argument) == (kind, argument)


@pytest.mark.parametrize("typed", ["foo", "t", "s", "theme", "pre vious", "W"])
def test_what_is_no_command_or_begins_several_is_not_guessed(typed: str) -> None:
    assert line_command(typed) is None


@pytest.mark.parametrize(("typed", "says", "fills"), [
    ("set width", ["text_width is 78; it takes a number from 40 to 160"], ["set text_width "]),
    ("set text_width", ["text_width is 78; it takes a number from 40 to 160"], [""]),
    ("set text_width?", ["text_width is 78; it takes a number from 40 to 160"], [""]),
    ("set mouse", ["mouse is on; it takes on, off", "Set mouse to on", "Set mouse to off"],
     ["", "set mouse on", "set mouse off"]),
    ("set wiiden", ["“wiiden” is no setting", "widen is on; it takes on, off"], ["", "set widen "]),
    ("s", ["Write the words to search for behind it"], [""]),
    ("ledgre", ["“ledgre” is no command", ""], ["", "ledger"]),
    ("t", ["“t” may be several commands", "", "Write the name of a theme behind it"],
     ["", "tour", "theme "]),
    ("xyzzy", ["“xyzzy” is no command"], [""]),
    ("", [], []),
])  # fmt: skip
def test_what_is_no_command_yet_says_what_it_may_become(
    typed: str, says: list[str], fills: list[str]
) -> None:
    values = {"text_width": "78", "mouse": "on", "widen": "on"}
    offers = offers_for(typed, values.__getitem__)
    assert [offer.says for offer in offers] == says
    assert [offer.fill for offer in offers] == fills


@pytest.mark.parametrize("typed", ["", "next", "quantity", "set pink 1", "s", "!", "400000000000"])
def test_what_is_no_command_is_none(typed: str) -> None:
    found = line_command(typed)
    assert found is None or found.kind == "action"


def test_the_commands_name_actions_that_there_are() -> None:
    ids = {action.id for action in ACTIONS}
    for word in ("q", "h", "n", "N", "u", "red", "e", "f", "ledger", "set", "tour"):
        found = line_command(word)
        assert found is not None
        assert found.argument in ids


async def begin(session: Session, *keys: str) -> ActionsScreen:
    await session.press(*keys)
    assert isinstance(session.app.screen, ActionsScreen)
    return session.app.screen


async def test_what_cannot_be_done_says_why_and_is_not_done(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        screen = await begin(session, "ctrl+p", *"move the other end")
        assert "nothing is selected" in session.screen_text()
        await session.press("enter")
        assert session.app.screen is screen
        await session.press("escape", "V", "ctrl+p", *"move the other end")
        assert "nothing is selected" not in session.screen_text()
        cursor = session.reader.pane.cursor
        await session.press("enter")
        assert session.app.screen is session.reader
        assert session.reader.pane.cursor != cursor


async def test_typing_narrows_the_page_of_keys_and_enter_does_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await begin(session, "question_mark", *"end of the art")
        await session.press("enter")
        pane = session.reader.pane
        assert session.app.screen is session.reader
        assert pane.document is not None
        assert pane.cursor > 100
        # Leaving takes what was typed back first; the keys that opened it close it.
        await session.press("question_mark", "x", "escape")
        assert isinstance(session.app.screen, ActionsScreen)
        await session.press("question_mark")
        assert session.app.screen is session.reader


async def test_the_row_that_was_chosen_is_done_though_others_are_listed_meanwhile(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        screen = await begin(session, "ctrl+p", *"end of the art")
        assert isinstance(screen, ActionsScreen)
        screen._list.choose()
        # What was typed after it comes before it is heard.
        screen._typed = "no action has this"
        screen._list.make_anew(row=0)
        await session.settle()
        assert session.app.screen is session.reader
        assert session.reader.pane.cursor > 100


async def test_the_help_of_the_search_has_its_language_and_finds_in_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, size=(100, 30)) as session:
        await session.press("s", "f1", *"phrase")
        assert '"' in session.screen_text()
        await session.press("escape", "escape", "escape")
        assert session.app.screen is session.reader


async def test_only_letters_that_no_action_has_are_told_so(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("question_mark")
        assert "No action has these letters" not in session.screen_text()
        await session.press(*"zqx")
        assert "No action has these letters" in session.screen_text()


async def test_a_colon_takes_commands(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane

        async def command(*keys: str, seen: Callable[[], bool]) -> None:
            for key in (":", *keys, "enter"):
                await session.pilot.press(key)
            await session.until(seen)

        def last_row() -> str:
            return session.rows()[-1]

        await command("2", seen=lambda: "article 2 of 2" in last_row())
        await command(*"set text_width 50", seen=lambda: pane.comfortable_width == 50)
        assert read_settings().text_width == 50
        await command(*"set text_width 9", seen=lambda: "write a number" in last_row())
        await command(*"/Vask", seen=lambda: "match 1 of 1" in last_row())
        await command("9", seen=lambda: "There is no article 9" in last_row())


async def test_an_unknown_command_does_nothing_and_names_what_it_may_be(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        screen = await begin(session, ":", *"foo", "enter")
        assert session.app.screen is screen
        assert "“foo” is no command" in session.rows()[3]
        # What has these letters is done where it is chosen.
        assert screen._list.shown[1].row is not None


async def test_the_name_of_a_setting_is_completed(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await begin(session, ":", *"set width")
        assert "text_width is 78; it takes a number from 40 to 160" in session.screen_text()
        await session.press("enter", *"60", "enter")
        await session.until(lambda: session.reader.pane.comfortable_width == 60)
        await session.press(":", *"theme", "down", "down", "enter")
        await session.until(lambda: session.app.theme == "postil-dark")


async def test_letters_that_begin_one_name_only_are_that_action(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press(":", *"the tour", "enter")
        assert isinstance(session.app.screen, TourScreen)


async def test_every_small_screen_shows_a_row(reading: Opener, folder: Path) -> None:
    for size in ((20, 5), (60, 20)):
        async with reading(folder, size=size) as session:
            for keys in (("ctrl+p",), ("question_mark",), (":",)):
                screen = await begin(session, *keys)
                assert screen._list.size.height >= 1
                await session.press("escape")


def test_an_action_of_no_place_that_has_a_name_is_said_to_be_where_a_name_is_asked_for() -> None:
    action = Action("name.take", "Take this name", ("enter",), ("name",), "Cards")
    assert where_it_works(action, Keymap()) == "where a name is asked for"


async def test_screens_say_why_what_they_offer_cannot_be_done_now(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        reader = session.reader
        assert reader.why_not("reader.jump_back") == "nothing was jumped from yet"
        assert reader.why_not("annotation.tags_again").startswith("no tag was given yet")
        assert reader.why_not("reader.address") == "no web address here"
        await session.press("G")
        assert reader.why_not("reader.jump_back") == ""
        await session.press("s")
        search = session.app.screen
        assert isinstance(search, ActionScreen)
        assert search.why_not("search.save") == "nothing is asked yet"
        await session.press(*"ferry")
        await session.until(lambda: search.why_not("search.open") == "")
        assert search.why_not("search.save") == ""
        await session.press("escape", "p", "l")
        ledger = session.app.screen
        assert isinstance(ledger, ActionScreen)
        assert ledger.why_not("ledger.go") == "nothing is listed here"
        assert ledger.why_not("ledger.turn") == ""
