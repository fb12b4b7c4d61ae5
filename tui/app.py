"""The Textual app: the corpus on the main screen, the index kept up to date beside it."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.worker import get_current_worker

from tui.indexing import IndexingProcess, IndexingState
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES
from tui.workspace import Workspace

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.document import Document

SECONDS_BETWEEN_LOOKS = 2.0
# 128 and SIGHUP's number, as a shell reports it.
TERMINAL_GONE = 129


def terminal_is_gone() -> bool:
    """Say whether standard input was a terminal that no longer answers."""
    import sys
    import termios

    try:
        termios.tcgetattr(sys.__stdin__ or 0)
    except (termios.error, OSError, ValueError):
        return True
    return False


def _action_provider() -> type[Provider]:
    """Return the palette's source, imported when the palette opens."""
    from tui.palette import ActionProvider

    return ActionProvider


class PostilApp(App[None], inherit_bindings=False):
    """Reads one corpus."""

    TITLE = "Postil"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_action_provider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self, workspace: Workspace, first: Document | None = None, *, build_index: bool = True
    ) -> None:
        # Without colours Textual would turn hues into greys that cannot be read; told that the
        # terminal brings its own, it drops them and keeps underline, bold, italic and reverse.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.workspace = workspace
        self._first = first
        self._build_index = build_index
        self._indexing: IndexingProcess | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Show the main screen first; the index comes after the first paint."""
        self.push_screen(ReaderScreen(self.workspace, self._first))
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Do what can wait until the article is on the screen."""
        gc.enable()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._look_for_terminal)
        self.workspace.state.remember_corpus()
        if self._build_index:
            self._update_index()

    @work(thread=True, exclusive=True, group="index")
    def _update_index(self) -> None:
        """Bring the index up to date in another process, and follow what it says."""
        worker = get_current_worker()
        if self.workspace.index.is_current():
            return
        process = self._indexing = IndexingProcess(self.workspace.corpus.root)
        for state in process.states():
            if worker.is_cancelled:
                return
            self.workspace.index.refresh()
            self.call_from_thread(self._show_indexing, state)

    def _look_for_terminal(self) -> None:
        """End where the terminal is gone: its window was closed, or the connection broke.

        The system says so by SIGHUP to a session's leader only; without one the app would read
        the end of its input for ever.
        """
        if self.is_headless or not terminal_is_gone():
            return
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.remember_place()
        self.workspace.state.save()
        if self._indexing is not None:
            self._indexing.stop()
        # There is nothing to restore, and writing to a terminal that is gone only fails.
        os._exit(TERMINAL_GONE)

    def _show_indexing(self, state: IndexingState) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ActionScreen):
                screen.show_indexing(str(state))
            if isinstance(screen, ReaderScreen) and state.failed:
                screen.say(f"Not indexed: {safe_line(state.failed)}", warning=True)

    def on_unmount(self) -> None:
        """End the process that indexes."""
        if self._indexing is not None:
            self._indexing.stop()

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the whole app."""
        if action == "app.help" and isinstance(self.screen, ActionScreen):
            from tui.screens.page import PageScreen, help_text

            self.push_screen(PageScreen("Keys that work here", help_text(self.screen.actions_here)))
        elif action == "app.palette":
            self.action_command_palette()
        elif action == "corpus.theme":
            names = [theme.name for theme in THEMES]
            self.theme = names[(names.index(self.theme) + 1) % len(names)]
        elif action == "app.quit":
            self.exit()
        else:
            return False
        return True
