"""The encoding of an article, chosen by looking at what its text is in each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.article.encoding_choices import EncodingChoice, choices_for
from tui.keyboard.hints import Hint, hints_of
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.encoding_list import EncodingList
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from corpus.article import Article
    from tui.workspace import Workspace


class EncodingScreen(ActionScreen):
    """Lists encodings; dismissed with True when another one was written into `postil.yaml`."""

    CSS_PATH = "encodings.tcss"

    def __init__(self, workspace: Workspace, article: Article) -> None:
        super().__init__()
        self._workspace = workspace
        self._article = article
        self._line = SplitLine(style="bold", id="encodings-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "encodings"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        names = ("encodings.down", "encodings.up", "encodings.page_down", "encodings.page_up")
        moves: dict[str, Handler] = {
            name: partial(self.query_one(EncodingList).perform, name) for name in names
        }
        return moves | {
            "encodings.choose": lambda _: self.choose(),
            "app.back": lambda _: self.dismiss(False),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield EncodingList(id="encodings")
        hint = "{encodings.choose} reads it so, and writes that down · {app.back} back"
        yield HintLine(hints_of(hint, self.keymap), id="encodings-hint")

    def on_mount(self) -> None:
        """Read the file in every encoding."""
        self.query_one(EncodingList).focus()
        name = safe_line(self._article.name)
        self._line.show(left=f"Which of these is {name}?", right="reading …")
        self._read()

    @work(thread=True, exclusive=True, group="encodings")
    def _read(self) -> None:
        worker = get_current_worker()
        call = self.app.call_from_thread
        try:
            choices = choices_for(self._workspace.corpus, self._article)
        except CorpusError as error:
            call(self._line.show, right=safe_line(str(error)))
            return
        if not worker.is_cancelled:
            call(self._show, choices)

    def _show(self, choices: tuple[EncodingChoice, ...]) -> None:
        self._line.show(right="")
        self.query_one(EncodingList).show(choices)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.choose()

    def choose(self) -> None:
        """Write the encoding of this row into `postil.yaml`."""
        choice = self.query_one(EncodingList).current
        if choice is not None:
            self._line.show(right="writing …")
            self._write(choice)

    @work(thread=True, exclusive=True, group="write")
    def _write(self, choice: EncodingChoice) -> None:
        from annotations.error import AnnotationError

        call = self.app.call_from_thread
        try:
            self._workspace.set_encoding(self._article, choice.name)
        except AnnotationError as error:
            call(self.refuse, str(error), self.notify_refusal)
            return
        call(self.dismiss, True)

    def notify_refusal(self, reason: str) -> None:
        """Say why nothing was written; the list stays."""
        self._line.show(right="")
        self.query_one(HintLine).show(Hint(safe_line(reason)))
