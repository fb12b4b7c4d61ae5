"""Commands of the main screen: what is typed after a colon, programs that get the selection, the
folder of the article.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Set
from typing import TYPE_CHECKING, cast

from tui.parts import work
from tui.program.job_control import can_be_resumed
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.revisiting import Revisiting

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.keyboard.availability import Need
    from tui.keyboard.line_commands import LineCommand
    from tui.workspace import Workspace


class Commanding(Revisiting, part=True):
    """The part of the main screen that takes commands."""

    takes_commands = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._last_command = ""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on programs and folders."""
        return super().handlers | {
            "reader.pipe": lambda _: self.ask_pipe(),
            "reader.open_folder": lambda _: self.open_folder(),
        }

    def lacking(self) -> Set[Need]:
        """Return what there is not, now, of what actions need."""
        here = self.here()
        there: dict[Need, bool] = {
            "thing": self.on_thing,
            "marked": self.marked_annotation is not None,
            "concordance": self._concordance is not None,
            "shell": can_be_resumed(),
            "address": self.address_here() is not None,
            "earlier place": here is not None and self.jumps.has_before(here),
            "later place": self.jumps.has_after,
            "article listed": self.articles.row_count() > 0,
            "panel row": self.panel.current is not None,
        }
        return {*super().lacking(), *(need for need, is_there in there.items() if not is_there)}

    def perform_chosen(self, chosen: object) -> None:
        """Perform an action by its id, or a command."""
        from tui.keyboard.line_commands import LineCommand

        if isinstance(chosen, LineCommand):
            self.obey_line(chosen)
        else:
            super().perform_chosen(chosen)

    def obey_line(self, command: LineCommand) -> None:
        """Do what a command says."""
        kind, argument = command.kind, command.argument
        if kind == "article":
            files = self.workspace.corpus.files
            number = int(argument)
            if 1 <= number <= len(files):
                self.open_article(files[number - 1])
            else:
                self.say(f"There is no article {number}: {len(files)} are here")
        elif kind == "percent":
            self.pane.perform("reader.percent", min(100, int(argument)))
        elif kind == "search":
            self.search(argument)
        elif kind == "find":
            self.find_words(argument)
        elif kind == "pipe":
            self._pipe(argument)
        elif kind == "told":
            self.say(argument)
        else:
            key, _, value = argument.partition("=")
            self._set(key, value)

    def find_words(self, words: str) -> None:
        """Find words in this article, from here on."""
        document = self.pane.document
        if document is not None:
            self.push_place()
            self._find_from, self.query_shown = self.pane.cursor, ""
            self._find(document, words)

    @work(thread=True, group="save")
    def _set(self, key: str, value: str) -> None:
        """Write a setting, and let it be in force."""
        from tui.configuration.settings import settings_path
        from tui.configuration.settings_editing import refusal_of_change
        from tui.configuration.settings_file import option_named
        from tui.configuration.settings_rows import refusal

        call = self.app.call_from_thread
        refused = refusal(option_named(key), value)
        refused = refused or refusal_of_change(settings_path(), key, value)
        if refused:
            call(self.say, safe_line(f"Not set: {refused}"), warning=True)
        else:
            call(cast("PostilApp", self.app).take_settings)
            call(self.say, safe_line(f"{key}: {value}"))

    def _given(self) -> tuple[str, str] | None:
        """Return what a program would get, in words and as text: the selection, or the article."""
        document = self.pane.document
        if document is None:
            return None
        text, selected = document.article.text, self.pane.selected
        if selected is not None:
            return f"the selection ({selected.end - selected.start:,} characters)", selected.cut(
                text
            )
        return f"the whole article ({len(text):,} characters)", text

    def ask_pipe(self) -> None:
        """Ask for the command that gets the selection."""
        from tui.screens.asking import NameScreen

        given = self._given()
        if given is None:
            return

        def take(command: object) -> None:
            if isinstance(command, str):
                self._pipe(command)

        question, last = f"Pipe {given[0]} to the command", self._last_command
        screen = NameScreen(question, last, lambda _: "", as_typed=True, proposed=True)
        self.app.push_screen(screen, take)

    def _pipe(self, command: str) -> None:
        from tui.screens.output import OutputScreen

        given = self._given()
        if given is not None:
            self._last_command = command
            self.app.push_screen(OutputScreen(command, given[1]))

    @work(thread=True, exclusive=True, group="folder")
    def open_folder(self) -> None:
        """Show the folder of the article in the desktop's own program, else say where it is."""
        from tui.terminal.folder_opening import opened, opener

        document, call = self.pane.document, self.app.call_from_thread
        file = document.article.file.path if document is not None else None
        folder = file.absolute().parent if file is not None else self.workspace.corpus.root
        program = opener(os.environ, sys.platform, shutil.which)
        if program is None:
            call(self.say, safe_line(f"No desktop here to show it: {folder}"))
            return
        failed = opened(program, folder)
        words = f"{folder} cannot be opened: {failed}" if failed else f"Opened {folder}"
        call(self.say, safe_line(words), warning=bool(failed))
