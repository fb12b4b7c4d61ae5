"""Annotations whose article is gone or renamed: offered to the article that has their words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.folder.homecoming import Homeless, give_home, homeless
from tui.keyboard.hints import hints_of
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine
from tui.widgets.orphan_list import OrphanList
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations.matching import Proposal
    from tui.workspace import Workspace


class OrphanScreen(ActionScreen):
    """Lists sidecars without article; dismissed with the names of articles that were given one."""

    CSS_PATH = "orphans.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._found: tuple[Homeless, ...] = ()
        self._given: list[str] = []
        self._line = SplitLine(style="bold", id="orphans-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "orphans"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        moves: dict[str, Handler] = {
            action: partial(self.query_one(OrphanList).perform, action)
            for action in ("orphans.down", "orphans.up", "orphans.page_down", "orphans.page_up")
        }
        return moves | {
            "orphans.adopt": lambda _: self.adopt(),
            "orphans.adopt_all": lambda _: self.adopt_all(),
            "app.back": lambda _: self.dismiss(tuple(self._given)),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield OrphanList(id="orphans")
        hint = (
            "{orphans.adopt} gives them to the article → · {orphans.adopt_all} gives all of the "
            "same text · {app.back} back"
        )
        yield HintLine(hints_of(hint, self.keymap), id="orphans-hint")

    def on_mount(self) -> None:
        """Look for the articles."""
        self.query_one(OrphanList).focus()
        self._line.show(left="Annotations without article", right="looking …")
        self._look()

    @work(thread=True, exclusive=True, group="look")
    def _look(self) -> None:
        """Look for articles off the UI thread; leaving the screen ends it."""
        worker = get_current_worker()
        call = self.app.call_from_thread
        call(self._show, homeless(self._workspace, thorough=False), "looking …")

        def progress(done: int, total: int) -> None:
            if done % 100 == 0 and not worker.is_cancelled:
                call(self._line.show, right=f"looking into article {done + 1:,} of {total:,}")

        found = homeless(
            self._workspace,
            thorough=True,
            go_on=lambda: not worker.is_cancelled,
            progress=progress,
        )
        if not worker.is_cancelled:
            call(self._show, found, "")

    def _show(self, found: tuple[Homeless, ...], doing: str) -> None:
        self._found = found
        count = sum(len(one.orphan.readers) for one in found)
        sidecars = "1 sidecar has" if count == 1 else f"{count:,} sidecars have"
        words = f"{sidecars} no article" if count else "Every sidecar has its article"
        self._line.show(left=words, right=doing)
        self.query_one(OrphanList).show(found)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.adopt()

    def adopt(self) -> None:
        """Give the annotations of this row to the article that is proposed."""
        current = self.query_one(OrphanList).current
        if current is not None and current.proposal is not None:
            self._adopt((current.proposal,))

    def adopt_all(self) -> None:
        """Give all annotations back whose text is there under another name."""
        certain = tuple(
            one.proposal
            for one in self._found
            if one.proposal is not None and one.proposal.reason == "same text"
        )
        if certain:
            self._adopt(certain)
        else:
            self._line.show(right="none has the same text")

    @work(thread=True, group="adopt")
    def _adopt(self, proposals: tuple[Proposal, ...]) -> None:
        from annotations.error import AnnotationError

        call = self.app.call_from_thread
        for proposal in proposals:
            try:
                change = give_home(self._workspace, proposal)
            except (AnnotationError, CorpusError) as error:
                call(self._line.show, right=safe_line(str(error)))
                return
            call(self._given_to, proposal, change.words)

    def _given_to(self, proposal: Proposal, words: str) -> None:
        self._given += (proposal.orphan.article, proposal.file.article)
        found = tuple(one for one in self._found if one.orphan != proposal.orphan)
        back = self.keymap.filled("in the reader, {annotation.undo} takes it back")
        self._show(
            found, back if len(proposal.orphan.readers) == 1 else f"{safe_line(words)}; {back}"
        )
