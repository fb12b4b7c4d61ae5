"""A corpus of invented articles and an app that reads it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from corpus.opening import open_corpus
from tui.app import PostilApp
from tui.screens.main.reader import ReaderScreen
from tui.workspace import Workspace

FERRY = """Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with 1,600 people aboard, said Ilse Brandt, the
harbour master of Marn.

“Nobody was hurt,” Brandt said. Between 40 and 60 passengers were taken off by boat.
"""
INQUIRY = """Inquiry into the Halcyon opens

Captain Joren Vask told the inquiry in Marn that over 1,600 people were aboard.

Ilse Brandt will be heard on Friday.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    root = tmp_path / "ferry"
    root.mkdir()
    (root / "a_ferry.txt").write_text(FERRY, encoding="utf-8")
    (root / "b_inquiry.txt").write_text(INQUIRY, encoding="utf-8")
    return root


class Session:
    """An app under test: keys in, screen and files out."""

    def __init__(self, app: PostilApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> ReaderScreen:
        """The main screen."""
        return next(s for s in self.app.screen_stack if isinstance(s, ReaderScreen))

    async def settle(self) -> None:
        """Wait until all that was begun is done and shown."""
        for _ in range(3):
            await self.pilot.pause()
            await self._all_done()
        await self.pilot.pause()

    async def _all_done(self) -> None:
        """Wait for all workers; those that give way to a newer one meanwhile are no fault."""
        while True:
            try:
                await self.app.workers.wait_for_complete()
            except WorkerCancelled:
                continue
            return

    async def press(self, *keys: str) -> None:
        """Press keys, letting each take effect."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something can be seen; fail after ten seconds."""

        async def look() -> None:
            while not seen():
                await self.pilot.pause()

        await asyncio.wait_for(look(), 10)

    def rows(self) -> list[str]:
        """Return what the screen shows, row by row."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def screen_text(self) -> str:
        """Return what the screen shows."""
        return "\n".join(self.rows())


Opener = Callable[..., AbstractAsyncContextManager[Session]]


@pytest.fixture
def reading() -> Opener:
    """Open a folder in the reader: `async with reading(folder, size=(80, 24)) as session`.

    With `live` the folder is watched and indexed while it is read.
    """

    @asynccontextmanager
    async def opened(
        folder: Path,
        size: tuple[int, int] = (80, 24),
        *,
        indexed: bool = True,
        live: bool = False,
    ) -> AsyncIterator[Session]:
        workspace = Workspace(open_corpus(folder))
        if indexed:
            workspace.index.update()
        app = PostilApp(workspace, build_index=live, watch=live)
        async with app.run_test(size=size, notifications=True) as pilot:
            session = Session(app, pilot)
            await session.settle()
            yield session

    return opened
