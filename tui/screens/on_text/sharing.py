"""Sidecars that others write to: what a screen does about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.on_text.annotating import AnnotatingText, with_annotations_of

if TYPE_CHECKING:
    from corpus.problem import Problem
    from tui.article.document import Document
    from tui.workspace import Workspace

# How soon a change that another program made to a sidecar is on the screen.
SECONDS_BETWEEN_LOOKS = 1.5


class SharingText(AnnotatingText, part=True):
    """The part of a screen that looks out for other programs at the sidecars."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        # By the names of articles what was told of their files.
        self._told: dict[str, tuple[str, tuple[Problem, ...]]] = {}

    @property
    def elsewhere(self) -> str:
        """Which editors have the files of the article with the keys open, in safe words."""
        document = self.pane.document
        told = self._told.get(document.article.name) if document is not None else None
        return told[0] if told is not None else ""

    def watch_sidecar(self) -> None:
        """Look whether another program changed the sidecar of an article on the screen."""
        if self.is_current and not self._own_change:
            self._look_at_sidecars(self.annotated_here(), self._own_changes)

    @work(thread=True, exclusive=True, group="watch")
    def _look_at_sidecars(self, documents: tuple[Document, ...], own_changes: int) -> None:
        for document in documents:
            fresh = self.workspace.annotated(document)
            elsewhere = self.workspace.elsewhere(document)
            self.app.call_from_thread(self._take_foreign_change, fresh, own_changes)
            self.app.call_from_thread(self.told_of_files, document, elsewhere)

    def _take_foreign_change(self, fresh: Document, own_changes: int) -> None:
        """Show what another program wrote; what this one wrote is on the screen already.

        `own_changes` is how often this one had written when the look began: an older look than
        its last change says nothing.
        """
        now = self.shown_now(fresh)
        if now is None or self._own_change or own_changes != self._own_changes:
            return
        if now.metadata is None or (now.placed, now.problems) == (fresh.placed, fresh.problems):
            # Metadata come with the annotations: before them these were not read even once.
            return
        self.take(fresh, with_annotations_of(fresh))
        self.forget_rows(fresh.article.file)
        self.say("Annotations changed elsewhere: read again")

    def tell_what_is_wrong(self, fresh: Document) -> None:
        """Say what is wrong with annotations that were edited in their file, and where in it.

        It is not said again, without the place, when the change of the file is noticed.
        """
        if fresh.problems:
            name = fresh.article.name
            self._told[name] = self._told.get(name, ("", ()))[0], fresh.problems
            self.say(safe_line(str(fresh.problems[0])), warning=True)

    def told_of_files(self, document: Document, elsewhere: str) -> None:
        """Say what is wrong with the annotations of an article on the screen, or who else has its
        files open; each once until it changes.
        """
        now = self.shown_now(document)
        if now is None:
            return
        told = (elsewhere, now.problems)
        if told == self._told.get(now.article.name):
            return
        here = {one.article.name for one in self.annotated_here()}
        self._told = {name: was for name, was in self._told.items() if name in here}
        self._told[now.article.name] = told
        errors = [problem for problem in now.problems if problem.level == "error"]
        if errors:
            more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
            key = self.keymap.key_of("corpus.skipped")
            # The file is that of the article on the screen: what is wrong must not be cut off.
            words = f"Annotations: {errors[0].reason}{more}; {key} says more"
            self.say_of_article(safe_line(words))
        elif elsewhere:
            self.say_of_article(elsewhere)
