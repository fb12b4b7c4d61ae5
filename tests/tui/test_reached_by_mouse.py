"""Whatever keys do can be done by the mouse: every action, in every place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Opener, Session
from tui.actions.registry import CONTEXTS, actions_in
from tui.keyboard.hints import action_at
from tui.keyboard.menus import menu_of
from tui.screens.action_screen import ActionScreen
from tui.screens.actions import ActionList, ActionsScreen
from tui.screens.menu import MenuScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine

KEYS: dict[str, tuple[str, ...]] = {
    "reader": (),
    "list": ("shift+tab",),
    "filter": ("shift+tab", "f"),
    "panel": ("p", "e"),
    "search": ("s", *"brand"),
    "note": ("V", "a"),
    "claim": ("V", "W"),
    "orphans": ("p", "o"),
    "encodings": ("g", "c"),
    "card": ("]", "e", "g", "d"),
    "figure": ("]", "n", "g", "d"),
    "pick": ("p", "v"),
    "name": ("g", "x"),
    "ledger": ("p", "l"),
    "entries": ("V", "H", "p", "l", "tab"),
    "word": ("V", "t"),
    "timeline": ("p", "t"),
    "numbers": ("p", "N"),
    "figures": ("p", "N", "tab"),
    "choice": ("m", "a", "'", "?"),
    "concordance": ("C",),
    "beside": ("p", "v", "enter"),
    "settings": ("f3",),
    "tour": ("g", "?"),
    "output": ("|", *"wc", "enter"),
}
# Their rows are the actions, or what is chosen.
OF_ROWS = {"menu", "actions"}
LISTS = {"app.palette", "app.command", "app.help", "app.menu"}


def test_every_place_is_looked_at() -> None:
    assert set(KEYS) | OF_ROWS == set(CONTEXTS)


def line_to_click(session: Session) -> tuple[SplitLine | HintLine, int]:
    """Return a line of the screen and its cell that leads to the actions by their names."""
    screen = session.app.screen
    for line in (*screen.query(HintLine), *screen.query(SplitLine)):
        for cell in range(line.region.width - 1, -1, -1):
            if isinstance(line, HintLine):
                action = action_at(line._fitted(), cell - line.gutter.left) or "app.help"
            else:
                _, right, hints = line._fitted()
                start = line.size.width - len(right)
                action = action_at(hints, cell - line.gutter.left - start)
            if action in ("app.help", "app.palette") and line.region.height:
                return line, cell
    raise AssertionError("nothing on the screen leads to the actions by their names")


@pytest.mark.parametrize("place", sorted(KEYS))
async def test_all_actions_of_a_place_are_listed_by_a_click(
    folder: Path, reading: Opener, place: str
) -> None:
    async with reading(folder, (120, 30)) as session:
        await session.press(*KEYS[place])
        screen = session.app.screen
        assert isinstance(screen, ActionScreen)
        assert screen.place == place
        line, cell = line_to_click(session)
        await session.pilot.click(line, offset=(cell, 0))
        await session.settle()
        listed = session.app.screen
        assert isinstance(listed, ActionsScreen)
        ids = {row.action.id for row in listed._rows}
        assert {action.id for action in actions_in(CONTEXTS[place])} - LISTS <= ids


@pytest.mark.parametrize("place", ["note", "ledger", "choice", "word"])
async def test_the_right_button_lists_what_can_be_done_where_there_is_no_menu(
    folder: Path, reading: Opener, place: str
) -> None:
    async with reading(folder, (60, 20)) as session:
        await session.press(*KEYS[place])
        before = session.app.screen
        await session.pilot.click(offset=(20, 9), button=3)
        await session.settle()
        assert isinstance(session.app.screen, ActionsScreen)
        await session.press("escape")
        assert session.app.screen is before


async def test_a_click_on_a_row_does_what_it_says(folder: Path, reading: Opener) -> None:
    async with reading(folder, (120, 40)) as session:
        await session.press("p", "l")
        ledger = session.app.screen
        line, cell = line_to_click(session)
        await session.pilot.click(line, offset=(cell, 0))
        await session.settle()
        listed = session.app.screen.query_one(ActionList)
        row = next(
            at for at, one in enumerate(listed.shown)
            if one.row is not None and one.row.action.id == "app.back"
        )  # fmt: skip
        listed.scroll_to(y=max(0, row - 2), animate=False, force=True)
        await session.settle()
        await session.pilot.click(listed, offset=(6, row - listed.scroll_offset.y))
        await session.settle()
        assert session.app.screen is session.reader
        assert ledger not in session.app.screen_stack


async def test_a_menu_is_gone_through_chosen_from_and_left_by_the_mouse(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.pilot.click(session.reader.pane, offset=(20, 3), button=3)
        await session.settle()
        menu = session.app.screen
        assert isinstance(menu, MenuScreen)
        await session.pilot.click(offset=(0, 0))
        await session.settle()
        assert session.app.screen is session.reader


@pytest.mark.parametrize("place", sorted(CONTEXTS))
def test_a_menu_offers_nothing_twice(place: str) -> None:
    offered = menu_of(
        place, selected=True, annotated=True, named=True, addressed=True, matched=True
    )
    assert len(offered) == len(set(offered))
