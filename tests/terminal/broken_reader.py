"""A reader whose corpus fails: `python broken_reader.py WHERE FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread

from corpus.opening import open_corpus
from index.results import SearchResult
from tui.app import PostilApp
from tui.article.document import Document
from tui.program.running import run_app
from tui.screens.main.reader import ReaderScreen
from tui.workspace import Workspace

SECRET = "words of the article"


class BrokenWorkspace(Workspace):
    """Fails where it is told to, with words of an article in the error and in a variable."""

    broken = ""

    def fail(self, where: str) -> None:
        secret = SECRET
        if where == self.broken:
            raise LookupError(secret)

    def analysed(
        self, document: Document, wanted: Callable[[], bool], meanwhile: Callable[[], None]
    ) -> Document | None:
        self.fail("worker")
        return super().analysed(document, wanted, meanwhile)

    def search(self, query: str, *, widen: bool, as_you_type: bool) -> SearchResult:
        self.fail("search")
        return super().search(query, widen=widen, as_you_type=as_you_type)


class BrokenApp(PostilApp):
    """Fails in a timer or a thread where it is told to."""

    def on_mount(self) -> None:
        if self.workspace.broken == "timer":
            self.set_interval(0.1, self.tick)
        elif self.workspace.broken == "thread":
            self.set_timer(0.1, Thread(target=self.workspace.fail, args=("thread",)).start)

    def show_theme(self, name: str) -> None:
        self.workspace.fail("key")
        super().show_theme(name)

    def tick(self) -> None:
        if isinstance(self.screen, ReaderScreen) and self.screen.pane.document is not None:
            self.workspace.fail("timer")


if __name__ == "__main__":
    BrokenWorkspace.broken = sys.argv[1]
    app = BrokenApp(BrokenWorkspace(open_corpus(sys.argv[2])))
    sys.exit(run_app(app))
