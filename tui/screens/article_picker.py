"""Choosing an article: from the list, by its name, or by a search for what it says."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from index.problems import QueryError
from tui.article.named_article import source_in, title_in
from tui.counts import counted
from tui.keyboard.hints import hints_of
from tui.parts import work
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.article_choices import ArticleChoices
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.workspace import Workspace

# More than fit on a screen; each costs a look into its article.
MOST_HITS = 30


class ArticlePicker(ActionScreen):
    """Asks for an article to be laid beside `beside`; dismissed with its file, or None.

    `before` is the article that was read before this one: it comes first.
    """

    CSS_PATH = "asking.tcss"

    def __init__(
        self, workspace: Workspace, beside: ArticleFile, before: ArticleFile | None = None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._beside = beside
        self._before = before
        self._line = SplitLine(style="bold", id="pick-title")
        self._list = ArticleChoices(id="pick-list")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "pick"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        moves: dict[str, Handler] = {
            action: partial(VirtualList.perform, self._list, action)
            for action in ("pick.down", "pick.up", "pick.page_down", "pick.page_up")
        }
        return moves | {
            "pick.choose": lambda _: self._list.choose(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield SafeInput(placeholder="a file name, or words to search for", id="pick-words")
        yield self._list
        hint = "{pick.up} {pick.down} choose · {pick.choose} lays it beside · {app.back} back"
        yield HintLine(hints_of(hint, self.keymap), id="pick-hint")

    def on_mount(self) -> None:
        """List all, the one that was read before at the top, and begin to type."""
        self._list.can_focus, self._list.keys_reach = False, True
        self.query_one(SafeInput).focus()
        self._show("", self._all())

    def _all(self) -> list[ArticleFile]:
        files = [file for file in self._workspace.corpus.files if file != self._before]
        if self._before is not None:
            files.insert(0, self._before)
        return [file for file in files if not self._is_own(file)]

    def _is_own(self, file: ArticleFile) -> bool:
        return file.key == (self._beside.article, self._beside.part)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    @work(thread=True, exclusive=True, group="pick")
    def _find(self, words: str) -> None:
        """List the articles that have the words in their names, then those that a search finds."""
        worker, call = get_current_worker(), self.app.call_from_thread
        files = self._all()
        wanted = words.casefold().split()
        if not wanted:
            call(self._show, words, files)
            return
        found = [file for file in files if all(w in file.article.casefold() for w in wanted)]
        if not worker.is_cancelled:
            call(self._show, words, found)
        try:
            hits = self._workspace.index.search(words, MOST_HITS, widen=True, as_you_type=True).hits
        except QueryError:
            return  # half a query finds nothing yet; names go on being matched
        known = set(found)
        for hit in hits:
            file = self._workspace.corpus.find(hit.article, hit.part)
            if file is not None and file not in known and not self._is_own(file):
                found.append(file)
        if not worker.is_cancelled:
            call(self._show, words, found)

    def _show(self, words: str, files: Sequence[ArticleFile]) -> None:
        if words != self.query_one(SafeInput).value:
            return
        first = self._before is not None and bool(files) and files[0] == self._before
        count = counted(len(files), "article")
        self._line.show(
            left="Which article beside this one?",
            right=f"{count}, first the one before" if first else count,
        )
        self._list.show(files)

    @on(ArticleChoices.TitlesWanted)
    def _titles_wanted(self, event: ArticleChoices.TitlesWanted) -> None:
        self._read_titles(event.files)

    @work(thread=True, group="list")
    def _read_titles(self, files: tuple[ArticleFile, ...]) -> None:
        titles = {}
        for file in files:
            # An article that cannot be read keeps its name; opening it says why.
            with suppress(CorpusError):
                metadata = self._workspace.corpus.summary(file).metadata
                titles[file] = title_in(metadata, file.article), source_in(metadata)
        self.app.call_from_thread(self._list.set_titles, titles)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        if self._list.current is not None:
            self.dismiss(self._list.current)
