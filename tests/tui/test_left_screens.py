"""A screen that is left while something is done for it: that ends there, and nothing else does."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Static
from textual.worker import WorkerFailed

from tests.tui.conftest import Opener
from tui.parts import work
from tui.screens.action_screen import ActionScreen


class SlowScreen(ActionScreen):
    """Shows in a line what a thread found out, once it is told to go on."""

    def __init__(self, line: str = "line") -> None:
        super().__init__()
        self.go_on = Event()
        self.told: list[object] = []
        self._line = line

    @property
    def place(self) -> str:
        return "reader"

    def compose(self) -> ComposeResult:
        yield Static("", id="line")

    @work(thread=True, group="look")
    def look(self) -> None:
        self.go_on.wait()
        self.told.append(self.app.call_from_thread(self._show, "found"))
        self.told.append(self.app.call_from_thread(lambda: self._show("found again")))

    def _show(self, words: str) -> str:
        self.query_one(f"#{self._line}", Static).update(words)
        return words


async def test_what_a_thread_brings_is_shown(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        screen = SlowScreen()
        await session.app.push_screen(screen)
        screen.look()
        screen.go_on.set()
        await session.settle()
        assert screen.told == ["found", "found again"]
        assert "found again" in session.screen_text()


async def test_what_a_thread_brings_to_a_screen_that_was_left_is_dropped(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        screen = SlowScreen()
        await session.app.push_screen(screen)
        screen.look()
        await session.app.pop_screen()
        screen.go_on.set()
        await session.settle()
        assert screen.told == [None, None]
        assert session.app.crash is None
        assert "Halcyon" in session.screen_text()


async def looked_for_in_vain(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        screen = SlowScreen("no-such-line")
        await session.app.push_screen(screen)
        screen.look()
        screen.go_on.set()
        await session.settle()


async def test_what_a_screen_looks_for_in_vain_while_it_is_there_is_an_error(
    reading: Opener, folder: Path
) -> None:
    with pytest.raises(WorkerFailed) as failed:
        await looked_for_in_vain(reading, folder)
    assert isinstance(failed.value.error, NoMatches)


class LookingScreen(SlowScreen):
    """Looks for its line as soon as it is mounted."""

    def on_mount(self) -> None:
        self._show("mounted")


async def test_a_screen_that_is_left_before_it_has_parts_is_left(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        session.app.push_screen(LookingScreen())
        session.app.pop_screen()
        await session.settle()
        assert session.app.crash is None
        assert "Halcyon" in session.screen_text()
        await session.press("J")
        assert "Joren Vask" in session.screen_text()


async def test_the_reader_may_be_ended_while_a_screen_opens(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        session.app.push_screen(LookingScreen())
        session.app.exit()
    assert session.app.crash is None


async def opened_without_its_line(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.app.push_screen(LookingScreen("no-such-line"))


async def test_what_a_screen_looks_for_in_vain_when_it_opens_is_an_error(
    reading: Opener, folder: Path
) -> None:
    with pytest.raises(NoMatches):
        await opened_without_its_line(reading, folder)
