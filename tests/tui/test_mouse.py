"""What the keys can do the mouse can: clicks, the menu, drags, and words that can be clicked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.actions.key_words import shown_keys
from tui.screens.actions import ActionsScreen
from tui.screens.menu import MenuList, MenuScreen
from tui.screens.note import NoteScreen
from tui.screens.page import PageScreen
from tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


def cell_of(session: Session, words: str) -> tuple[int, int]:
    """Return the cell of the screen where words begin."""
    for y, row in enumerate(session.rows()):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"{words!r} is not on the screen:\n{session.screen_text()}")


async def click(session: Session, words: str, *, button: int = 1, times: int = 1) -> None:
    x, y = cell_of(session, words)
    await session.pilot.click(offset=(x, y), button=button, times=times)
    await session.settle()


async def test_words_of_the_status_line_open_help_and_palette(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await click(session, "? keys")
        assert isinstance(session.app.screen, ActionsScreen)
        await session.press("escape")
        await click(session, "≡")
        assert session.app.screen is not session.reader


async def test_a_page_is_closed_by_a_click_beside_it_or_on_its_edge(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, size=(120, 40)) as session:
        for place in ("beside", "edge"):
            await session.press("p", "s")
            assert isinstance(session.app.screen, PageScreen)
            if place == "edge":
                await click(session, "a click here")
            else:
                await session.pilot.click(offset=(1, 20))
                await session.settle()
            assert session.app.screen is session.reader


@pytest.mark.parametrize("narrower", [3, 6, 8, 17])
async def test_every_tab_of_a_narrow_panel_can_be_clicked(
    folder: Path, reading: Opener, narrower: int
) -> None:
    async with reading(folder, (120, 30)) as session:
        await session.press(*str(narrower), "g", "less_than_sign")
        line = session.reader.tabs
        for name in ("annotations", "statements", "numbers", "entities"):
            row = session.rows()[line.region.y]
            shown = row[line.region.x : line.region.right].rstrip()
            words = [word for word in shown.split() if name.startswith(word.rstrip("."))]
            assert words, (name, shown)
            place = line.region.x + shown.index(f" {words[0]}") + 1
            await session.pilot.click(offset=(place, line.region.y))
            await session.settle()
            assert session.reader.panel.tab == name


async def test_the_names_of_the_lists_are_tabs(folder: Path, reading: Opener) -> None:
    async with reading(folder, size=(120, 30)) as session:
        await click(session, "numb.")
        assert session.reader.panel.tab == "numbers"
        assert session.reader.active == "panel"
        await click(session, "anno.")
        assert session.reader.panel.tab == "annotations"


async def test_a_drag_selects_and_a_click_lets_go(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        x, y = cell_of(session, "Halcyon ran")
        await session.pilot.mouse_down(offset=(x, y))
        await session.pilot.hover(offset=(x + 6, y))
        await session.pilot.mouse_up(offset=(x + 6, y))
        await session.settle()
        pane = session.reader.pane
        assert pane.document is not None
        assert pane.selected is not None
        assert pane.selected.cut(pane.document.article.text) == "Halcyon"
        await click(session, "Nobody")
        assert pane.selected is None


async def test_a_drag_beyond_the_edge_scrolls_on(folder: Path, reading: Opener) -> None:
    text = "\n".join(f"Line {number} of a long report." for number in range(300))
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder) as session:
        pane = session.reader.pane
        bottom = pane.region.bottom
        await session.pilot.mouse_down(offset=(4, 5))
        await session.pilot.hover(offset=(4, bottom))
        await session.until(lambda: pane.scroll_offset.y > 30)
        await session.pilot.hover(offset=(4, 0))
        await session.until(lambda: pane.scroll_offset.y == 0)
        await session.pilot.mouse_up(offset=(4, 0))
        await session.settle()
        assert pane.selected is not None


async def test_two_clicks_take_a_word_three_a_sentence(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        for times, words in ((2, "Halcyon"), (3, "The ferry Halcyon ran")):
            await click(session, "Halcyon ran", times=times)
            assert pane.document is not None
            assert pane.selected is not None
            assert pane.selected.cut(pane.document.article.text).startswith(words)
            await session.press("escape")


async def test_the_other_button_offers_what_can_be_done_here(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await click(session, "Brandt, the", button=3)
        menu = session.app.screen
        assert isinstance(menu, MenuScreen)
        assert "Edit the annotation here" not in session.screen_text()
        await click(session, "Annotate the selection")
        assert isinstance(session.app.screen, NoteScreen)
        await session.press("h", "i")
        await click(session, "Ctrl+S saves")
        await session.until(lambda: session.app.screen is session.reader)
        await session.settle()
        assert (folder / "a_ferry.txt.annotations.yaml").exists()

        await click(session, "Brandt, the", button=3)
        await click(session, "Delete the annotation here")
        assert not session.reader.pane.document.placed


async def test_a_selection_stays_under_the_menu(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await click(session, "Halcyon ran", times=2)
        chosen = session.reader.pane.selected
        await click(session, "Halcyon ran", button=3)
        assert isinstance(session.app.screen, MenuScreen)
        assert "Copy the selection" in session.screen_text()
        assert session.reader.pane.selected == chosen
        await session.pilot.click(offset=(79, 0))
        await session.settle()
        assert session.app.screen is session.reader


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (20, 5)])
async def test_the_menu_stays_on_the_screen(
    folder: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(folder, size=size) as session:
        pane = session.reader.pane.region
        await session.pilot.click(offset=(pane.x + 3, pane.bottom - 1), button=3)
        await session.settle()
        menu = session.app.screen
        assert isinstance(menu, MenuScreen)
        region = menu.query_one("#menu").region
        assert region.x >= 0
        assert region.y >= 0
        assert region.right <= size[0]
        assert region.bottom <= size[1]
        await session.press("G", "enter")
        # The last row leads to all other actions.
        assert session.app.screen is not session.reader
        assert not isinstance(session.app.screen, MenuScreen)


@pytest.mark.parametrize("width", [34, 60, 80])
async def test_a_menu_shows_the_keys_of_every_name(
    folder: Path, reading: Opener, width: int
) -> None:
    async with reading(folder, size=(width, 20)) as session:
        await session.press("f2")
        menu = session.app.screen.query_one(MenuList)
        assert menu.show_vertical_scrollbar
        for row, action in enumerate(menu.actions[: menu.size.height]):
            shown = menu.render_line(row).text
            assert shown.endswith(f" {shown_keys(action.keys[0])} ")
            assert action.label in shown or "…" in shown


async def test_a_row_of_a_list_has_a_menu(folder: Path, reading: Opener) -> None:
    async with reading(folder, size=(160, 30)) as session:
        await click(session, "Inquiry into", button=3)
        assert isinstance(session.app.screen, MenuScreen)
        await click(session, "Read this article")
        await session.until(lambda: "Joren Vask" in session.screen_text())


async def test_the_search_can_be_left_and_widened_by_clicks(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("s", *"halcyon")
        assert isinstance(session.app.screen, SearchScreen)
        await session.until(lambda: "spellings: on" in session.screen_text())
        await click(session, "spellings: on")
        assert "spellings: off" in session.screen_text()
        await click(session, "Esc back")
        assert session.app.screen is session.reader


async def test_the_form_is_closed_by_a_click(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("V", "a")
        assert isinstance(session.app.screen, NoteScreen)
        await click(session, "Esc closes")
        assert session.app.screen is session.reader


async def test_sizes_that_change_quickly_keep_the_place(folder: Path, reading: Opener) -> None:
    text = "\n\n".join(
        f"Line {number} of a long report, which is longer than one row of a small screen."
        for number in range(300)
    )
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder) as session:
        pane = session.reader.pane
        pane.move_to(text.index("Line 150"))
        await session.settle()
        place = pane.cursor
        for width in (200, 60, 20, 100, 21, 150, 40, 99, 20, 80):
            await session.pilot.resize_terminal(width, max(5, width // 4))
        await session.pilot.resize_terminal(20, 5)
        await session.settle()
        assert pane.cursor == place
        assert "150" in session.screen_text()
        await session.pilot.resize_terminal(80, 24)
        await session.settle()
        assert "Line 150 of" in session.screen_text()


async def test_keys_go_on_from_where_the_wheel_has_scrolled_to(
    folder: Path, reading: Opener
) -> None:
    text = "\n".join(f"Line {number} of a long report." for number in range(300))
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("4", "j")
        for _ in range(20):
            pane.scroll_down(animate=False)
        await session.settle()
        top = pane.scroll_offset.y
        assert top > 10
        assert pane.cursor == text.index("Line 4")
        await session.press("j")
        assert pane.scroll_offset.y == top
        assert pane._layout_rows is not None
        assert top <= pane._layout_rows.row_of(pane.cursor) < top + 6
        # A key scrolls by rows, too; the cursor stays where it is while that is in view.
        await session.press("z", "z")
        before, top = pane.cursor, pane.scroll_offset.y
        await session.press("2", "ctrl+e")
        assert (pane.cursor, pane.scroll_offset.y) == (before, top + 2)
        await session.press("ctrl+y")
        assert (pane.cursor, pane.scroll_offset.y) == (before, top + 1)
        await session.press("6", "0", "ctrl+e")
        assert pane.scroll_offset.y == top + 61
        assert 0 <= pane._layout_rows.row_of(pane.cursor) - pane.scroll_offset.y < pane._page
