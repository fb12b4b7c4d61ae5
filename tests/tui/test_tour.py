"""The tour: five pages, skipped, turned and recalled; once seen it is not offered again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.opening import open_corpus
from tests.tui.conftest import Session
from tui.actions.registry import ACTIONS
from tui.app import PostilApp
from tui.keyboard.keymap import Keymap
from tui.keyboard.keymap_styles import actions_of
from tui.layout.cells import cells
from tui.program.tour import PAGES, page_rows
from tui.screens.tour import TourScreen
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

OFFER = "new here?"


@pytest.mark.parametrize("width", [20, 55, 67])
@pytest.mark.parametrize("style", ["vi", "plain", "emacs"])
def test_every_page_fits_its_width_and_shows_the_keys_in_force(width: int, style: str) -> None:
    keymap = Keymap(actions_of(style))
    for page in PAGES:
        rows = ["".join(text for text, _ in row) for row in page_rows(page, keymap, width)]
        assert all(cells(row) <= max(width, 24) for row in rows)
        for ids, _ in page.keys:
            assert any(keymap.key_of(ids[0]) in row for row in rows)


def test_the_tour_names_actions_that_there_are() -> None:
    named = {id_ for page in PAGES for ids, _ in page.keys for id_ in ids}
    assert named <= {action.id for action in ACTIONS}
    assert len(PAGES) == 5


async def test_pages_are_turned_and_the_last_one_ends_the_tour(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("j", "g", "question_mark")
        cursor = session.reader.pane.cursor
        assert "1 of 5" in session.screen_text()
        await session.press("space", "right")
        assert "3 of 5" in session.screen_text()
        await session.press("backspace")
        assert "2 of 5" in session.screen_text()
        await session.press("enter", "enter", "enter", "enter")
        assert session.app.screen is session.reader
        assert session.reader.pane.cursor == cursor


async def test_it_is_skipped_by_escape_and_by_a_click_beside_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("g", "question_mark", "escape")
        assert session.app.screen is session.reader
        await session.press("g", "question_mark")
        await session.pilot.click(offset=(0, 0))
        await session.settle()
        assert session.app.screen is session.reader


async def test_a_page_that_is_too_long_for_the_screen_is_scrolled(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, size=(20, 5)) as session:
        await session.press("g", "question_mark")
        assert isinstance(session.app.screen, TourScreen)
        first = session.screen_text()
        await session.press("down", "down")
        assert session.screen_text() != first


async def test_it_is_offered_until_it_was_seen(folder: Path) -> None:
    for seen in (False, False, True):
        app = PostilApp(Workspace(open_corpus(folder)), build_index=False, watch=False,
                        offers_tour=True)  # fmt: skip
        async with app.run_test(size=(80, 24)) as pilot:
            session = Session(app, pilot)
            await session.settle()
            assert (OFFER in session.rows()[-1]) is not seen
            if app.workspace.state.theme:
                await session.press("g", "question_mark", "escape")
                assert OFFER not in session.rows()[-1]
            # A theme that is chosen is remembered beside it.
            await session.press("T")
