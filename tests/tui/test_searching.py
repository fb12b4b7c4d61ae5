"""Searching all articles: results as one types, and a jump from hit to place."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import RenderableType
from textual._compositor import LayoutUpdate
from textual.screen import Screen

from corpus.opening import open_at, open_corpus
from index.opening import open_index
from tui.app import PostilApp
from tui.folder.changes import Changes
from tui.screens.search import SearchScreen
from tui.searching.reading_ahead import MANY, read_ahead
from tui.widgets.search_results import SearchResults
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


def searching(session) -> bool:
    return isinstance(session.app.screen, SearchScreen)


async def test_results_come_as_one_types(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"inq")
        await session.until(lambda: "1 article" in session.screen_text())
        assert "Inquiry into the Halcyon opens" in session.screen_text()


async def test_a_folder_never_seen_is_read_before_a_word_is_typed(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, indexed=False) as session:
        index = session.reader.workspace.index
        assert index.unread()
        await session.press("s")
        await session.until(lambda: not index.unread())
        assert index.waiting()
        await session.press(*"inq")
        await session.until(lambda: "1 article" in session.screen_text())


def test_nothing_is_searched_ahead_in_very_many_articles_that_are_not_indexed(
    tmp_path: Path,
) -> None:
    for number in range(MANY):
        (tmp_path / f"{number}.txt").write_text("Entries end early.", encoding="utf-8")
    few = Workspace(open_corpus(tmp_path))
    assert read_ahead(few, lambda: False) is not None
    assert few.index.unread() == 0

    (tmp_path / "one.txt").write_text("Entries end early.", encoding="utf-8")
    many = Workspace(open_corpus(tmp_path))
    assert read_ahead(many, lambda: False) is None
    assert many.index.unread() == 0


async def test_what_is_beneath_does_not_paint_the_search_screen_anew(
    folder: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    display = PostilApp._display

    def counting(app: PostilApp, screen: Screen[object], update: RenderableType | None) -> None:
        painted.append(update)
        display(app, screen, update)

    monkeypatch.setattr(PostilApp, "_display", counting)
    async with reading(folder) as session:
        await session.press("s", *"vask")
        await session.until(lambda: "Joren" in session.screen_text())
        assert painted
        painted.clear()
        session.reader.refresh()
        await session.settle()
        assert not any(isinstance(update, LayoutUpdate) for update in painted)
        await session.press("escape")
        assert "Ferry runs aground" in session.screen_text()


async def test_a_hit_leads_to_its_place_and_back(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("j", "j")
        before = session.reader.pane.cursor
        await session.press("s", *"vask")
        await session.until(lambda: "Joren" in session.screen_text())
        await session.press("down", "enter")
        pane = session.reader.pane
        await session.until(lambda: pane.document.article.name == "b_inquiry.txt")
        await session.settle()
        assert pane.document.article.text[pane.cursor :].startswith("Vask")
        assert [m.start for m in pane.document.matches] == [pane.cursor]
        assert "match 1 of 1" in session.screen_text()
        await session.press("ctrl+o")
        await session.until(lambda: pane.document.article.name == "a_ferry.txt")
        assert pane.cursor == before
        # The search is as it was left, on the row that was chosen.
        await session.press("s")
        results = session.app.screen.query_one(SearchResults)
        await session.until(lambda: results.row == 1)
        assert results.row_count() > 1


async def test_escape_comes_back_to_the_article(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"vask", "escape")
        assert not searching(session)
        assert session.reader.pane.document.article.name == "a_ferry.txt"


async def test_other_spellings_are_named_and_can_be_switched_off(
    folder: Path, reading: Opener
) -> None:
    (folder / "c_log.txt").write_text("Ilse Brand signed the log of Marn.\n")
    async with reading(folder, (120, 30)) as session:
        await session.press("s", *"brandtt")
        await session.until(lambda: "for brandtt also " in session.screen_text())
        await session.press("ctrl+t")
        await session.until(lambda: "No article has it" in session.screen_text())
        await session.press("ctrl+t")
        await session.until(lambda: "for brandtt also " in session.screen_text())


async def test_one_of_the_spellings_of_a_mistyped_word_is_searched_for_by_itself(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (120, 30)) as session:
        await session.press("s", *"brandtt")
        await session.until(lambda: "for brandtt also brandt" in session.screen_text())
        await session.press("f9")
        await session.until(lambda: "for which spelling" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: '"brandt"' in session.screen_text())
        await session.until(lambda: "for brandtt also" not in session.screen_text())


async def test_what_was_not_looked_at_is_said_where_nothing_is_found(
    folder: Path, reading: Opener
) -> None:
    (folder / "z_binary.txt").write_bytes(bytes(range(256)) * 9)
    async with reading(folder, (120, 30)) as session:
        await session.press("s", "ctrl+t", *"brandtt")
        await session.until(lambda: "No article has it" in session.screen_text())
        assert "Ctrl+T looks for other spellings, too" in session.screen_text()
        assert "1 file could not be read" in session.screen_text()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("title:", "title: says nothing · write a word of the title"),
        ("number:>", "this is no number · write a number or a range"),
        ("*", "nothing to look for yet · write a word"),
    ],
)
async def test_a_query_that_asks_nothing_yet_is_told_what_to_write(
    folder: Path, reading: Opener, query: str, said: str
) -> None:
    async with reading(folder, (120, 30)) as session:
        await session.press("s", *query)
        await session.until(lambda: said in session.screen_text())
        assert "No article has it" not in session.screen_text()


async def test_a_search_that_takes_a_while_says_so(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s")
        await session.until(lambda: "what can be written" in session.screen_text())
        index = session.app.workspace.index
        with index._complete._lock:
            await session.pilot.press(*"inq")
            await session.until(lambda: "searching …" in session.screen_text())
        await session.until(lambda: "1 article" in session.screen_text())
        assert "searching …" not in session.screen_text()


async def test_a_search_is_made_again_when_the_folder_is_listed(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, indexed=False) as session:
        one = open_at(folder, "a_ferry.txt")
        assert one is not None
        session.app.workspace.follow(one, Changes())
        await session.press("s", *"brandt")
        await session.until(lambda: "1 article" in session.screen_text())
        assert "reading the folder" in session.screen_text()
        session.app.walk()
        await session.until(lambda: "2 articles" in session.screen_text())
        assert "reading the folder" not in session.screen_text()


async def test_the_list_of_the_folder_is_no_answer_to_what_is_typed(
    folder: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.program.pausing.SECONDS_FOR_AN_ANSWER", 60)
    async with reading(folder, indexed=False) as session:
        one = open_at(folder, "a_ferry.txt")
        assert one is not None
        session.app.workspace.follow(one, Changes())
        await session.press("s")
        session.app.pauses.ask()  # a key that waits
        session.app.walk()
        await session.until(lambda: "reading the folder" not in session.screen_text())
        searches = [one for one in session.app.workers if one.group == "search"]
        await session.until(lambda: all(one.is_finished for one in searches))
        assert session.app.pauses.answering
        session.app.pauses.answered()


async def test_a_query_that_is_wrong_says_where(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"OR")
        await session.settle()
        assert searching(session)
        await session.press("escape", "j")
        assert session.app.is_running


async def test_a_row_ends_before_the_scrollbar(folder: Path, reading: Opener) -> None:
    for number in range(40):
        (folder / f"d_{number:02}.txt").write_text(
            f"Log {number}\n\nThe tide turned" + " again" * 20
        )
    async with reading(folder) as session:
        await session.press("s", *"tide")
        await session.until(lambda: "40 articles" in session.screen_text())
        results = session.app.screen.query_one(SearchResults)
        assert results.show_vertical_scrollbar
        snippet = next(row for row in session.rows() if "turned again" in row)
        assert snippet.rstrip("▁▂▃▄▅▆▇█ ").endswith("…")


async def test_the_words_here_are_searched_for(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        text = session.reader.pane.document.article.text
        session.reader.pane.move_to(text.index("Ilse"))
        await session.press("g", "s")
        await session.until(lambda: "2 articles" in session.screen_text())
        rows = session.app.screen.query_one(SearchResults).row_count()
        assert rows >= 4


async def test_the_index_is_built_beside_the_reader(folder: Path) -> None:
    app = PostilApp(Workspace(open_corpus(folder)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:

        async def indexed() -> None:
            while open_index(open_corpus(folder)).articles < 2:
                await pilot.pause(0.05)

        await asyncio.wait_for(indexed(), 60)
        await pilot.press("s", *"vask")

        async def found() -> None:
            while (
                not app.screen.query(SearchResults)
                or not app.screen.query_one(SearchResults).row_count()
            ):
                await pilot.pause(0.05)

        await asyncio.wait_for(found(), 60)


async def test_neither_a_letter_nor_its_results_lay_the_screen_out_anew(
    folder: Path, reading: Opener
) -> None:
    laid: list[object] = []
    async with reading(folder) as session:
        await session.press("s")
        await session.until(lambda: searching(session))
        await session.settle()
        screen = session.app.screen
        screen.screen_layout_refresh_signal.subscribe(screen, laid.append)
        await session.press("i")
        await session.until(lambda: screen.query_one(SearchResults).row_count() > 1)
        await session.settle()
        await session.press("n", "q")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.settle()
        results = screen.query_one(SearchResults)
        assert results.virtual_size.height == results.row_count()
    assert not laid


async def test_as_many_results_as_fill_the_list_and_more_where_one_goes_on(
    tmp_path: Path, reading: Opener
) -> None:
    folder = tmp_path / "fords"
    folder.mkdir()
    for number in range(70):
        # No two are alike, else one would stand for all.
        names = " ".join(f"{stem}{number:02}" for stem in ("Mar", "Tol", "Ves", "Kor", "Hal"))
        (folder / f"{number:02}.txt").write_text(f"Ford {number}\n\nFerryman {names}.\n")
    async with reading(folder) as session:
        await session.press("s", *"ferryman")
        await session.until(lambda: "70 articles" in session.screen_text())
        results = session.app.screen.query_one(SearchResults)
        await session.settle()
        hits = results.row_count() // 2
        assert results.size.height // 2 <= hits < 40
        at = results.current
        await session.press("pagedown")
        await session.until(lambda: results.row_count() > 2 * hits)
        assert results.row > 0
        while results.row < 2 * 70 - 1:
            before = results.row
            await session.press("pagedown")
            await session.until(lambda before=before: results.row > before)
            await session.settle()
        shown = {row.hit.article for row in results._rows}
        assert len(shown) == 70
        assert results.current != at
