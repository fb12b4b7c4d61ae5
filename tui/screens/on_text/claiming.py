"""Claiming: how the claim form is opened and what is saved of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.annotating import AnnotatingText

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.model import Annotation
    from corpus.span import Span
    from tui.annotating.drafts import DraftFile
    from tui.article.document import Document
    from tui.claiming.form import Filled

# The last of the modules of the form to be imported: with it all are there.
_FORM: Final = "tui.screens.claim"


class ClaimingText(AnnotatingText, part=True):
    """The part of a screen that makes claims and changes them."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on claims."""
        return super().handlers | {
            "reader.claim": lambda _: self.claim(),
            "annotation.claim": lambda _: self.claim_here(),
        }

    def claim(self) -> None:
        """Ask for a claim on the selection, or on this sentence."""
        if self._once_known(self.claim):
            return
        chosen = self._to_annotate()
        if chosen is not None:
            self.ask_for_claim(*chosen, None)

    def _once_loaded(self, do: Callable[[], None]) -> bool:
        """Where the form's code is not loaded yet, do it when it is; say if so.

        It brings all that understands sentences, which takes longer than a key may.
        """
        if _FORM in sys.modules:
            return False
        self.host.hold_keys()
        self._load_form(do)
        return True

    @work(thread=True, exclusive=True, group="claim form")
    def _load_form(self, do: Callable[[], None]) -> None:
        import tui.claiming.task
        import tui.screens.claim  # noqa: F401 - for the next import of it to take no time

        self.app.call_from_thread(self._form_loaded, do)

    def _form_loaded(self, do: Callable[[], None]) -> None:
        if self.is_current:
            do()
        self.host.release_keys()

    def claim_here(self) -> None:
        """Ask for the claim of the annotation here: a note becomes one."""
        document, placed = self.pane.document, self._placed_here()
        if document is None or placed is None:
            self.say(self.keymap.filled("No annotation here: {reader.claim} makes a claim"))
        elif not self._refused_as_theirs(placed):
            self.ask_for_claim(document, placed.span, placed.annotation)

    def ask_about_annotation(
        self, document: Document, placed: Placed, draft: DraftFile | None = None
    ) -> None:
        """Ask for what an annotation says: a claim in its own form."""
        as_claim = placed.annotation.claim is not None if draft is None else draft.draft.claim
        if as_claim:
            self.ask_for_claim(document, placed.span, placed.annotation, draft)
        else:
            super().ask_about_annotation(document, placed, draft)

    def ask_about_span(
        self, document: Document, span: Span | None, draft: DraftFile | None = None
    ) -> None:
        """Ask for a note on a span; go on with the draft of a claim in its form."""
        if draft is not None and draft.draft.claim is not None:
            self.ask_for_claim(document, span, None, draft)
        else:
            super().ask_about_span(document, span, draft)

    def ask_for_claim(
        self,
        document: Document,
        span: Span | None,
        annotation: Annotation | None,
        draft: DraftFile | None = None,
    ) -> None:
        """Open the form on a span or an annotation; go on with a draft."""
        if self._once_loaded(partial(self.ask_for_claim, document, span, annotation, draft)):
            return
        from tui.claiming.task import ClaimTask
        from tui.screens.claim import ClaimScreen

        store, article = self.workspace.store, document.article

        def save(says: Filled, seen: Annotation | None) -> None:
            id_ = seen.id if seen is not None else None
            article = self.workspace.as_named_now(document.article, id_)
            if seen is None:
                note, tags = says.note or "", says.tags or ()
                article, there = self.workspace.as_it_is_now(article, span)
                made = store.create(article, there, note=note, tags=tags, claim=says.claim)
                self._meant_one = made.id
            elif (span is not None or seen.quote is None) and store.is_gone(article, seen.id):
                # Another program deleted it meanwhile: the words that were typed stay.
                note = seen.note if says.note is None else says.note
                tags = seen.tags if says.tags is None else says.tags
                links = seen.links
                article, there = self.workspace.as_it_is_now(article, span)
                store.create(article, there, note=note, tags=tags, claim=says.claim, links=links)
            else:
                store.change(
                    article, seen.id, note=says.note, tags=says.tags, claim=says.claim, seen=seen
                )
            self.remember_tags(says.tags, seen.tags if seen is not None else ())

        def obstacle() -> str:
            problem = store.refusal(article)
            return safe_line(f"This cannot be saved: {problem}") if problem else self.elsewhere

        restored = draft is not None
        if draft is None:
            from tui.annotating.drafts import draft_of

            draft = self.workspace.begin_draft(draft_of(document.article, annotation, span))
        quote = annotation.quote if annotation is not None else None
        if quote is None:
            quote = article.name if span is None else span.cut(article.text)
        screen = ClaimScreen(
            "New claim" if annotation is None else "Claim",
            " ".join(quote.split()),
            ClaimTask(self.workspace, document, span, self.pane.cursor, annotation),
            self._as_own(save),
            obstacle=obstacle,
            draft=draft,
            restored=restored,
        )
        self.app.push_screen(screen, self._asked)
