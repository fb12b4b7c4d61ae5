"""Sidecars that others write to: what the main screen does about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.safe_text import safe_line
from tui.screens.main.claiming import Claiming

if TYPE_CHECKING:
    from corpus.problem import Problem
    from tui.article.document import Document
    from tui.workspace import Workspace


class Sharing(Claiming):
    """The part of the main screen that looks out for other programs at the sidecars."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._told: tuple[str, str, tuple[Problem, ...]] | None = None

    def watch_sidecar(self) -> None:
        """Look whether another program changed the sidecar of the article on the screen."""
        if self.pane.document is not None and self.is_current and not self._own_change:
            self._look_at_sidecar(self.pane.document)

    @work(thread=True, exclusive=True, group="watch")
    def _look_at_sidecar(self, document: Document) -> None:
        fresh = self.workspace.annotated(document)
        elsewhere = self.workspace.elsewhere(document)
        self.app.call_from_thread(self._take_foreign_change, fresh)
        self.app.call_from_thread(self.told_of_files, document, elsewhere)

    def _take_foreign_change(self, fresh: Document) -> None:
        """Show what another program wrote; what this one wrote is on the screen already."""
        now = self.pane.document
        if self._own_change or now is None or not fresh.same_article(now):
            return
        if fresh.placed == now.placed and fresh.problems == now.problems:
            return
        self.take(
            fresh, lambda old: old.with_annotations(fresh.placed, fresh.problems, fresh.links)
        )
        self.articles.forget(fresh.article.file)
        self.say("Another program changed the annotations: read again")

    def told_of_files(self, document: Document, elsewhere: str) -> None:
        """Say what is wrong with the annotations of an article that was opened, or who else has
        its files open; each once until it changes.
        """
        now = self.pane.document
        if now is None or now.article.name != document.article.name:
            return
        told = (now.article.name, elsewhere, now.problems)
        if told == self._told:
            return
        self._told = told
        self.elsewhere = elsewhere
        errors = [problem for problem in now.problems if problem.level == "error"]
        if errors:
            more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
            key = self.keymap.key_of("corpus.skipped")
            words = f"{errors[0]}{more}: {key} lists what is wrong"
            self.say(safe_line(words), warning=True)
        elif elsewhere:
            self.say(elsewhere, warning=True)
