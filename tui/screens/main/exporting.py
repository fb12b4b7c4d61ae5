"""Exporting and printing the article that is read, with its annotations as notes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.comparing import Comparing

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.article.document import Document


class Exporting(Comparing, part=True):
    """The part of the main screen that writes one article with its annotations, or prints it."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that export."""
        return super().handlers | {
            "reader.export": lambda _: self.ask_export(),
            "reader.print": lambda _: self.print_article(),
        }

    def ask_export(self) -> None:
        """Ask which file the article goes to; the end of its name says the format."""
        document = self.pane.document
        if document is None:
            return
        from tui.article.annotated_export import offered_path, refused_path
        from tui.screens.asking import NameScreen

        def named(path: object) -> None:
            if isinstance(path, str):
                self._export(document, Path(path).expanduser())

        corpus = self.workspace.corpus
        self.app.push_screen(
            NameScreen(
                "Write it with its notes to (.html, .md or .txt)",
                offered_path(document.article, corpus),
                refused_path(corpus),
            ),
            named,
        )

    @work(thread=True, group="export")
    def _export(self, document: Document, path: Path) -> None:
        from tui.article.annotated_export import annotated_article, write_export

        workspace, call = self.workspace, self.app.call_from_thread
        try:
            found = annotated_article(workspace.corpus, workspace.store, document.article)
            write_export(found, path)
        except OSError as wrong:
            words = f"Not written: {path}: {wrong.strerror or wrong}"
            call(self.say, safe_line(words), warning=True)
            return
        notes = "1 note" if len(found.items) == 1 else f"{len(found.items)} notes"
        call(self.say, safe_line(f"Written with {notes}: {path}"))

    def print_article(self) -> None:
        """Print the article with its notes, where there is a command that prints."""
        from tui.terminal.printing import NONE_HERE, print_command

        document = self.pane.document
        if document is None:
            return
        setting = cast("PostilApp", self.app).settings.printer
        command = print_command(setting, shutil.which, document.article.name)
        if command:
            self.say("Printing …")
            self._print(document, command)
        else:
            self.say(f"Not printed: {NONE_HERE}", warning=True)

    @work(thread=True, group="export")
    def _print(self, document: Document, command: str) -> None:
        from annotations.exchange.formats import ARTICLE_FORMATS
        from tui.article.annotated_export import annotated_article
        from tui.terminal.printing import printed

        workspace, call = self.workspace, self.app.call_from_thread
        try:
            found = annotated_article(workspace.corpus, workspace.store, document.article)
            said = printed(command, "".join(ARTICLE_FORMATS["text"].write(found)))
        except OSError as wrong:
            call(self.say, safe_line(f"Not printed: {command}: {wrong}"), warning=True)
            return
        notes = "1 note" if len(found.items) == 1 else f"{len(found.items)} notes"
        call(self.say, safe_line(f"Printed with {notes}{': ' if said else ''}{said}"))
