"""Notes that were typed and not saved in an earlier session: offered, and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.editing_files import EditingFiles

if TYPE_CHECKING:
    from corpus.span import Span
    from tui.annotating.drafts import DraftFile
    from tui.article.document import Document


class Drafting(EditingFiles, part=True):
    """The part of the main screen that brings drafts back."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on drafts."""
        return super().handlers | {"corpus.draft": lambda _: self.open_draft()}

    def open_draft(self) -> None:
        """Open the note that was not saved last."""
        self.host.hold_keys()
        self._look_for_drafts(open_it=True)

    def offer_drafts(self) -> None:
        """Say if a session ended with a note that was not saved."""
        self._look_for_drafts(open_it=False)

    @work(thread=True, exclusive=True, group="drafts")
    def _look_for_drafts(self, *, open_it: bool) -> None:
        call = self.app.call_from_thread
        try:
            self._look(open_it=open_it)
        finally:
            if open_it:
                call(self.host.release_keys)

    def _look(self, *, open_it: bool) -> None:
        """Find the drafts, in a thread; open the first, or say that there are some."""
        call = self.app.call_from_thread
        try:
            left = self.workspace.drafts.left()
        except (CorpusError, OSError) as error:
            if open_it:
                call(self.say, safe_line(f"Drafts cannot be read: {error}"), warning=True)
            return
        if not left:
            if open_it:
                call(self.say, "No note was left unsaved")
        elif not open_it:
            notes = "A note was" if len(left) == 1 else f"{len(left)} notes were"
            key = self.keymap.key_of("corpus.draft")
            call(self.say, f"{notes} not saved last time: {key} opens it", warning=True)
        else:
            self._open_draft(left[0])

    def _open_draft(self, file: DraftFile) -> None:
        """Open a draft over its article, in a thread."""
        call, draft = self.app.call_from_thread, file.draft
        found = self.workspace.corpus.find(draft.article, draft.part)
        if found is None:
            words = f"{draft.article} is gone; the note about it is in {file.path}"
            call(self.say, safe_line(words), warning=True)
            return
        try:
            document = self.workspace.annotated(self.workspace.read(found))
        except CorpusError as error:
            call(self.say, safe_line(f"{error}; the note about it is in {file.path}"), warning=True)
            return
        call(self._show_draft, document, file, draft.place_in(document.article.text))

    def _show_draft(self, document: Document, file: DraftFile, span: Span | None) -> None:
        draft = file.draft
        placed = next((p for p in document.placed if p.annotation.id == draft.annotation), None)
        self.workspace.drafts.take(file)
        self.push_place()
        self.remember_place()
        self.show_opened(document, placed.span.start if placed and placed.span else self._at(span))
        self.find_out(document)
        if placed is not None:
            self.ask_about_annotation(document, placed, file)
        else:
            self.ask_about_span(document, span, file)

    @staticmethod
    def _at(span: Span | None) -> int:
        return span.start if span is not None else 0
