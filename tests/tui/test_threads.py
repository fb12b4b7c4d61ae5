"""What works in a thread for a screen may find it closed."""

from __future__ import annotations

import threading
from pathlib import Path

from textual.app import App
from textual.content import Content

from tests.tui.conftest import Opener
from tui.screens.page import PageScreen


async def test_a_thread_finds_the_app_when_its_screen_has_closed(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        screen = PageScreen("A page", Content("to be closed"))
        begun, closed = threading.Event(), threading.Event()
        found: list[App[object]] = []

        def work() -> None:
            begun.set()
            assert closed.wait(60)
            found.append(screen.app)

        await session.app.push_screen(screen)
        screen.run_worker(work, thread=True)
        await session.until(begun.is_set)
        await session.pilot.press("escape")
        await session.until(lambda: not screen.is_attached)
        closed.set()
        await session.until(lambda: bool(found))
        assert found == [session.app]
    assert session.app.crash is None
