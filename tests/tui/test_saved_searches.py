"""Saved searches: named, listed with what is new, taken out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.cache import state_folder
from corpus.corpus_file import SavedSearch
from tui.configuration.settings import Settings
from tui.screens.choosing import ChoiceScreen
from tui.searching.saved_searches import SavedResults, SeenResults, saved_rows

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


def test_what_is_new_is_told_between_sessions() -> None:
    seen = SeenResults("a-corpus")
    assert seen.new_among("dam", [("a.txt", None)]) is None
    seen.look("dam", [("a.txt", None), ("b.txt", "2")])
    again = SeenResults("a-corpus")
    assert again.new_among("dam", [("a.txt", None), ("b.txt", "2")]) == 0
    assert again.new_among("dam", [("a.txt", None), ("b.txt", None), ("c.txt", None)]) == 2
    assert again.new_among("weir", []) is None


@pytest.mark.parametrize("content", ["[]", '{"seen": {"dam": 3}}', '{"seen": {"dam": "ü"}}', "{"])
def test_a_damaged_memory_is_forgotten(content: str) -> None:
    path = state_folder() / "a-corpus" / "seen-results.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    assert SeenResults("a-corpus").new_among("dam", []) is None


def test_rows_say_what_is_new() -> None:
    rows = saved_rows(
        [
            SavedResults(SavedSearch("dams", "dam OR weir"), 1_200, 3),
            SavedResults(SavedSearch("x", "outlte:y"), None, None, "cannot be understood"),
            SavedResults(SavedSearch("old", "mill"), 4, 0),
        ]
    )
    assert rows == [
        "dams  3 new of 1,200        dam OR weir",
        "x     cannot be understood  outlte:y",
        "old   4                     mill",
    ]


async def test_a_search_is_saved_and_tells_what_is_new(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"brandt")
        await session.until(lambda: "2 articles" in session.screen_text())
        await session.press("f7")
        await session.until(lambda: "Save the search as" in session.screen_text())
        await session.press(*"master", "enter")
        await session.until(lambda: "Saved as master" in session.screen_text())
        assert "searches: {master: brandt}" in (folder / "postil.yaml").read_text()

        (folder / "c.txt").write_text("Brandt again\n\nBrandt was heard.\n")
        session.app.walk()
        await session.until(lambda: len(session.reader.workspace.corpus.files) == 3)
        await session.press("ctrl+r")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "master  1 new of 3  brandt" in session.screen_text()
        await session.press("enter")
        await session.settle()
        await session.press("ctrl+r")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "master  3  brandt" in session.screen_text()
        await session.press("escape", "f8")
        await session.until(lambda: "no longer be saved" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: "No longer saved: master" in session.screen_text())
        assert "master" not in (folder / "postil.yaml").read_text()


async def test_a_saved_search_that_is_taken_finds_what_was_counted(
    folder: Path, reading: Opener
) -> None:
    (folder / "postil.yaml").write_text("schema: postil-corpus/1\nsearches: {z: zand}\n")
    (folder / "l.txt").write_text("Zanderling\n\nA zander swam.\n")
    (folder / "m.txt").write_text("Sand\n\nThe zand was fine.\n")
    async with reading(folder) as session:
        await session.press("s")
        await session.until(lambda: "saved    z  1  zand" in session.screen_text())
        await session.press("down", "enter")
        await session.until(lambda: "1 article" in session.screen_text())
        assert "The zand was fine" in session.screen_text()
        assert "may go on" not in session.screen_text()


async def test_what_a_saved_search_finds_is_counted_only_where_all_is_known_that_it_asks(
    folder: Path, reading: Opener
) -> None:
    (folder / "c.txt").write_text("The march\n\nOver 1,616 people marched.\n")
    (folder / "postil.yaml").write_text("schema: postil-corpus/1\nsearches: {big: 'number:1616'}\n")
    async with reading(folder) as session:
        await session.press("s")
        await session.until(lambda: "not all read yet" in session.screen_text())
        await session.press("ctrl+r")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "big  not all read yet  number:1616" in session.screen_text()
        await session.press("enter")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.until(lambda: session.reader.workspace.seen.new_among("number:1616", ()) == 0)
        await session.press("ctrl+r")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "big  1  number:1616" in session.screen_text()


async def test_searches_of_the_settings_are_listed_after_those_of_the_corpus(
    folder: Path, reading: Opener
) -> None:
    (folder / "postil.yaml").write_text("schema: postil-corpus/1\nsearches: {master: brandt}\n")
    own = (("master", "of no use"), ("mine", "brandt OR weir"))
    async with reading(folder) as session:
        session.app.settings = Settings(searches=own)
        await session.press("s")
        await session.until(lambda: "mine    2  brandt OR weir" in session.screen_text())
        assert "master  2  brandt" in session.screen_text()
        assert "of no use" not in session.screen_text()
        await session.press("down", "enter")
        await session.until(lambda: "2 articles" in session.screen_text())
