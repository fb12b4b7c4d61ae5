"""Several readers of one corpus: whose annotations are shown, and theirs copied into one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.linking import Linking

if TYPE_CHECKING:
    from tui.annotating.readers import Shown


class ManyReaders(Linking, part=True):
    """The part of the main screen that shows the annotations of other readers, or hides them."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on other readers' annotations."""
        return super().handlers | {
            "annotation.copy": lambda _: self.copy_into_mine(),
            "corpus.readers": lambda _: self.choose_readers(),
        }

    def copy_into_mine(self) -> None:
        """Copy the annotation here, which another reader made, into one's own sidecar."""
        here = self._annotation_here()
        if here is None:
            return
        document, placed = here
        if placed.mine:
            self.say("This is your own annotation")
            return
        store, one = self.workspace.store, placed.annotation
        undo = self.keymap.key_of("annotation.undo")
        self._change(
            lambda: store.copy(document.article, one),
            safe_line(f"Copied from {one.by or 'another reader'}, {undo} takes it back"),
        )

    @work(thread=True, exclusive=True, group="readers")
    def choose_readers(self) -> None:
        """Ask whose annotations are shown."""
        from tui.annotating.readers import choices

        found = choices(self.workspace.store)
        self.app.call_from_thread(self._ask_whose, found)

    def _ask_whose(self, found: tuple[Shown, ...]) -> None:
        if len(found) < 2:
            self.say("Nobody else annotated here: postil DIR --as NAME gives each a sidecar")
            return
        from tui.annotating.readers import EVERYBODY
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self.workspace.shown = found[number]
                self.reload_own(safe_line(f"Shown: {found[number].words}"))

        answers = [one.words for one in found]
        now = self.workspace.shown
        body = ((("  now: " + safe_line(now.words), "faint"),),) if now != EVERYBODY else ()
        question = "Whose annotations are shown?"
        self.app.push_screen(ChoiceScreen(question, answers, lambda _: body), chosen)
