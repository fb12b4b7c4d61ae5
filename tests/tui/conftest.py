"""A corpus of invented articles and an app that reads it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from corpus.opening import open_corpus
from tui.app import PostilApp
from tui.screens.main.reader import ReaderScreen
from tui.widgets.article_list import ArticleList
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

# What waits no longer for a next key is done before a test goes on.
SECONDS_OF_A_PAUSE = 0.1
# What a slow machine may need: what is looked for is seen as soon as it is there.
SECONDS = 60
# How long a pause in a test looks whether the program rests: Textual's own 20 ms, for each key and
# each look, are most of the time that such tests take.
SECONDS_OF_REST = 0.004


@pytest.fixture(autouse=True)
def no_clock_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep from the screen what comes and goes with time: however slow the machine, it is the same.

    Cursors do not blink, and what is said stays until something else is said.
    """
    monkeypatch.setattr(Input, "_toggle_cursor", lambda field: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda field: None)
    monkeypatch.setattr("tui.widgets.status_line.SECONDS_SHOWN", 3600)
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", SECONDS_OF_REST)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", SECONDS_OF_REST / 20)


# What lays out, styles, paints or looks for widgets.
OF_ONE_THREAD: tuple[tuple[type, str], ...] = (
    (Compositor, "_arrange_root"),
    (Stylesheet, "apply"),
    (App, "_start_widget"),
    (App, "push_screen"),
    (App, "pop_screen"),
    (Screen, "find_widget"),
    (Widget, "refresh"),
    (Widget, "mount"),
    (DOMNode, "query"),
    (DOMNode, "query_one"),
    (MessagePump, "set_timer"),
    (MessagePump, "set_interval"),
)


@pytest.fixture(autouse=True)
def widgets_in_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an error where a thread worker touches widgets, and not only when it is too late.

    A layout that is worked out in two threads at once is wrong one time in a thousand.
    """
    for owner, name in OF_ONE_THREAD:
        monkeypatch.setattr(owner, name, _in_one_thread(getattr(owner, name)))


def _in_one_thread(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def checked(*args: Any, **keywords: Any) -> Any:
        __tracebackhide__ = True
        assert threading.current_thread() is threading.main_thread(), method.__qualname__
        return method(*args, **keywords)

    return checked


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
        rounds = 0
        while rounds < 3:
            await self.pilot.pause()
            await self._all_done()
            rounds = 0 if self._waits() else rounds + 1
        await self.pilot.pause()

    def _waits(self) -> bool:
        """Whether a key waits for its turn, or something for a pause between keys."""
        app = self.app
        if app._typed or app._passing is not None or app._holding is not None:
            return True
        if any(rows._asking or rows._wanted for rows in app.screen.query(ArticleList)):
            return True  # for what its rows show
        nodes = [app, *(node for screen in app.screen_stack for node in screen.walk_children())]
        return any(
            timer._repeat == 0
            and timer._interval <= SECONDS_OF_A_PAUSE
            and timer._task is not None
            and not timer._task.done()
            for node in (*nodes, *app.screen_stack)
            for timer in tuple(node._timers)
        )

    async def _all_done(self) -> None:
        """Wait for all workers; those that give way to a newer one meanwhile are no fault."""
        while True:
            try:
                await self.app.workers.wait_for_complete()
            except WorkerCancelled:
                continue
            return

    async def press(self, *keys: str) -> None:
        """Press keys, letting each take effect, with the work that it begins."""
        for key in keys:
            await self.pilot.press(key)
            await self._all_done()
        await self.settle()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something can be seen; fail after a minute."""

        async def look() -> None:
            while not seen():
                await self.pilot.pause()

        await asyncio.wait_for(look(), SECONDS)

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
