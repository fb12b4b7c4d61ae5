"""Annotating: what a screen on which articles are read does with annotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING

from corpus.span import Span
from tui.article.document import Document
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.history import Change
    from annotations.model import Annotation
    from tui.annotating.drafts import DraftFile
    from tui.keyboard.availability import Need
    from tui.screens.note import Save
    from tui.workspace import Workspace


class AnnotatingText(TextScreen, part=True):
    """The part of a screen that creates, changes and deletes annotations.

    All writing happens in thread workers, one at a time. A message says that something is saved
    only when it is on disk.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        # While this Postil writes, what is new on disk is no other program's.
        self._own_change = False
        self._own_changes = 0
        # Of several annotations here, the one that is meant: stepped to, or made last.
        self._meant_one: str | None = None
        self._waiting: tuple[str, int, int, Callable[[], None]] | None = None
        self._last_tags: tuple[str, ...] = ()

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on annotations."""
        return super().handlers | {
            "reader.annotate": lambda _: self.annotate(),
            "reader.highlight": lambda _: self.highlight(),
            "reader.annotate_article": lambda _: self.annotate_article(),
            "annotation.edit": lambda _: self.edit(),
            "annotation.delete": lambda _: self.delete(),
            "annotation.undo": lambda _: self.undo(),
            "annotation.redo": lambda _: self.redo(),
        }

    def perform(self, action: str, count: int | None = None) -> None:
        """Perform an action; a jump to what is not known yet waits until it is, if that is soon."""
        document = self.pane.document
        if document is not None and document.analysis is None and not document.is_long:
            from tui.article.reading import TARGETS

            kind = TARGETS[action][0] if action in TARGETS else "match"
            if not document.knows(kind) and self._once_known(partial(self.perform, action, count)):
                return
        super().perform(action, count)

    def _to_annotate(self) -> tuple[Document, Span] | None:
        """Return the selection, or the sentence of the cursor."""
        document = self.writable()
        if document is None:
            return None
        from tui.article.text_objects import sentences_from

        span = self.pane.selected or sentences_from(document, self.pane.cursor, 1)
        if span is None:
            self.say(self.keymap.filled("No sentence here: {reader.select} selects what you mean"))
            return None
        return document, span

    def _once_known(self, do: Callable[[], None]) -> bool:
        """Where an article is not understood yet, do it when it is; say if so."""
        document = self.pane.document
        if document is None or document.analysis is not None:
            return False
        self._waiting = (*self._now(document), do)
        self.host.hold_keys(for_analysis=True)
        self.say("Reading the article …")
        return True

    def go_on(self) -> None:
        """Do what waited for the sentences of the article, if nothing was done since."""
        document = self.pane.document
        if self._waiting is None or document is None or document.analysis is None:
            return
        (*then, do), self._waiting = self._waiting, None
        if tuple(then) == self._now(document) and self.is_current:
            do()
        self.host.release_keys()

    def _now(self, document: Document) -> tuple[str, int, int]:
        """Return the article, the cursor, and how many keys were handed out so far.

        A key that could not be held longer has gone on: no form opens under it.
        """
        return document.article.name, self.pane.cursor, self.host.keys_handed_out

    def annotate(self) -> None:
        """Ask for a note on the selection, or on this sentence."""
        if self.pane.selected is None and self._once_known(self.annotate):
            return
        chosen = self._to_annotate()
        if chosen is None:
            return
        self.ask_about_span(*chosen)

    def ask_about_span(
        self, document: Document, span: Span | None, draft: DraftFile | None = None
    ) -> None:
        """Ask for a note on a span, or where it is None on the article; go on with a draft."""

        def save(note: str, tags: tuple[str, ...] | None, _: Annotation | None) -> None:
            article = self.workspace.as_named_now(document.article)
            article, there = self.workspace.as_it_is_now(article, span)
            made = self.workspace.store.create(article, there, note=note, tags=tags or ())
            self.remember_tags(tags)
            self._meant_one = made.id

        heading = "New annotation" if span is not None else "Note on the article"
        quote = document.article.name if span is None else span.cut(document.article.text)
        self._ask(document, heading, quote, save, span=span, draft=draft)

    def annotate_article(self) -> None:
        """Ask for a note on the whole article."""
        document = self.writable()
        if document is not None:
            self.ask_about_span(document, None)

    def highlight(self) -> None:
        """Annotate the selection, or this sentence, without a note."""
        if self.pane.selected is None and self._once_known(self.highlight):
            return
        chosen = self._to_annotate()
        if chosen is not None:
            document, span = chosen

            def make() -> None:
                self._meant_one = self.workspace.store.create(document.article, span).id

            self._change(make, "Highlighted")

    def _placed_here(self) -> Placed | None:
        """Return the annotation under the cursor."""
        document = self.pane.document
        if document is None:
            return None
        return next(iter(document.annotations_at(self.pane.cursor)), None)

    def _refused_as_theirs(self, placed: Placed) -> bool:
        """Say of another reader's annotation that only that reader changes it."""
        if placed.mine:
            return False
        from tui.annotating.readers import NOBODY

        who = safe_line(placed.annotation.by or NOBODY)
        words = self.keymap.filled(f"Made by {who}: {{annotation.copy}} copies it into yours")
        self.say(words, whole=True)
        return True

    def lacking(self) -> Set[Need]:
        """Return what there is not of what actions need, an annotation here among it."""
        return {*super().lacking(), *(() if self.on_annotation else ("annotation",))}

    @property
    def on_annotation(self) -> bool:
        """Whether an annotation is meant by the cursor."""
        return self._placed_here() is not None

    def remember_tags(self, tags: Sequence[str] | None, had: Sequence[str] = ()) -> None:
        """Remember tags that were given, to be given again; what is new of them if anything is."""
        given = tuple(tags or ())
        self._last_tags = tuple(tag for tag in given if tag not in had) or given or self._last_tags

    def edit(self) -> None:
        """Change the note and the tags of the annotation here."""
        document, placed = self.pane.document, self._placed_here()
        if document is None or placed is None:
            hint = "{reader.annotation_next} goes to the next, {reader.annotate} makes one"
            self.say(self.keymap.filled(f"No annotation here: {hint}"))
        elif not self._refused_as_theirs(placed):
            self.ask_about_annotation(document, placed)

    def ask_about_annotation(
        self, document: Document, placed: Placed, draft: DraftFile | None = None
    ) -> None:
        """Ask for the note and the tags of an annotation; go on with a draft."""
        annotation = placed.annotation
        span = placed.span

        def save(note: str, tags: tuple[str, ...] | None, seen: Annotation | None) -> None:
            began = seen or annotation
            changed = note if note != began.note else None
            if changed is None and tags is None:
                return
            store = self.workspace.store
            article = self.workspace.as_named_now(document.article, began.id)
            if (span is not None or began.quote is None) and store.is_gone(article, began.id):
                # Another program deleted it meanwhile: the words that were typed stay.
                kept, claim, links = began.tags if tags is None else tags, began.claim, began.links
                article, there = self.workspace.as_it_is_now(article, span)
                store.create(article, there, note=note, tags=kept, claim=claim, links=links)
            else:
                store.change(article, began.id, note=changed, tags=tags, seen=began)
            self.remember_tags(tags, began.tags)

        quote = annotation.quote if annotation.quote is not None else document.article.name
        self._ask(document, "Annotation", quote, save, annotation, span=span, draft=draft)

    def _ask(
        self,
        document: Document,
        heading: str,
        quote: str,
        save: Save,
        annotation: Annotation | None = None,
        *,
        span: Span | None,
        draft: DraftFile | None,
        done: str = "Saved",
    ) -> None:
        from tui.screens.note import NoteScreen

        def obstacle() -> str:
            problem = self.workspace.store.refusal(document.article)
            return safe_line(f"This cannot be saved: {problem}") if problem else self.elsewhere

        restored = draft is not None
        if draft is None:
            from tui.annotating.drafts import draft_of

            draft = self.workspace.begin_draft(draft_of(document.article, annotation, span))
        screen = NoteScreen(
            heading,
            " ".join(quote.split()),
            self._as_own(save),
            annotation=annotation,
            obstacle=obstacle,
            draft=draft,
            restored=restored,
        )
        self.app.push_screen(screen, lambda saved: self._asked(saved, done))

    def _asked(self, saved: object, done: str = "Saved") -> None:
        if saved:
            self.pane.clear_selection()
            self.reload_own(done)

    def delete(self) -> None:
        """Delete the annotation here; undo brings it back."""
        document, placed = self.pane.document, self._placed_here()
        if document is None or placed is None:
            self.say("No annotation here")
            return
        if self._refused_as_theirs(placed):
            return
        annotation = placed.annotation
        undo = self.keymap.key_of("annotation.undo")
        words = " ".join((annotation.note or annotation.quote or "").split())
        self._change(
            lambda: self.workspace.store.delete(document.article, annotation.id, seen=annotation),
            safe_line(f"Deleted, {undo} brings it back: {words}"),
        )

    def undo(self) -> None:
        """Undo the last change of an annotation."""
        self._step(self.workspace.store.undo, "Nothing to undo")

    def redo(self) -> None:
        """Redo what was undone."""
        self._step(self.workspace.store.redo, "Nothing to redo")

    def _step(self, step: Callable[[], Change | None], nothing: str) -> None:
        def words() -> str:
            change = step()
            if change is None:
                return nothing
            if change.what == "decided":
                self.workspace.decided = True
                self.app.call_from_thread(self.host.look_again)
                return change.words
            if change.what == "tagged":
                self.app.call_from_thread(self.forget_rows)
                return change.words
            document = self.pane.document
            here = document is not None and document.article.name == change.article
            return change.words if here else f"{change.words} in {change.article}"

        self._change(words, "")

    def _begin_own_change(self) -> None:
        """From now on, what is new on disk is of this Postil; `_shown` ends it."""
        self._own_change = True
        self._own_changes += 1

    def _as_own(self, save: Callable[..., None]) -> Callable[..., None]:
        """Return a form's `save` that is known for this Postil's before the form has closed."""

        def saved(*says: object) -> None:
            self._begin_own_change()
            try:
                save(*says)
            except BaseException:
                self._own_change = False
                raise

        return saved

    def _change(
        self,
        change: Callable[[], object],
        done: str,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Change the store, then show what became of it.

        What is typed meanwhile is for the screen that shows it: `H` and at once `L`. What is not
        saved is said, or given to `refused`, which shows what was typed again.
        """
        self._begin_own_change()
        self.host.hold_keys()
        self._change_in_background(change, done, refused)

    @work(thread=True, group="save")
    def _change_in_background(
        self, change: Callable[[], object], done: str, refused: Callable[[str], None] | None
    ) -> None:
        from annotations.changing import ChangedSinceError
        from annotations.error import AnnotationError
        from tui.annotating.refusals import not_saved

        call = self.app.call_from_thread
        try:
            answer = change()
        except ChangedSinceError as changed:
            words = " ".join((changed.now.note or changed.now.quote or "").split())
            call(self.reload_annotations, safe_line(f"Not done, it was changed: {words}"))
            return
        except AnnotationError as error:
            call(self._shown, None, "")
            call(self.say, not_saved(error), warning=True)
            if refused is not None:
                call(refused, not_saved(error))
            return
        words = safe_line(answer) if isinstance(answer, str) else done
        call(self.pane.clear_selection)
        call(self.reload_annotations, words)

    def reload_own(self, message: str) -> None:
        """Show what this Postil wrote of the article, then a message."""
        self._begin_own_change()
        self.reload_annotations(message)

    def annotated_here(self) -> tuple[Document, ...]:
        """Return the articles on the screen whose annotations are shown."""
        return (self.pane.document,) if self.pane.document is not None else ()

    def reload_annotations(self, message: str = "") -> None:
        """Show the annotations of this article as they are on disk, then a message."""
        if self.pane.document is not None:
            self._read_annotations(self.pane.document, message)
        else:
            self._shown(None, message)

    @work(thread=True, exclusive=True, group="annotations")
    def _read_annotations(self, document: Document, message: str) -> None:
        call = self.app.call_from_thread
        # A link is stored at its origin, which may be in another article on the screen.
        others = (one for one in call(self.annotated_here) if not one.same_article(document))
        for one in (document, *others):
            fresh = self.workspace.annotated(one)
            call(self.take, fresh, with_annotations_of(fresh))
        elsewhere = self.workspace.elsewhere(document, stale=False)
        doubts = self.workspace.store.take_doubts()
        but = safe_line("; ".join(map(str, doubts))) or elsewhere
        call(self._shown, document, f"{message}. {but}" if but and message else message, bool(but))

    def _shown(self, document: Document | None, message: str, warning: bool = False) -> None:
        """What this Postil wrote of a document is on the screen; say so."""
        self._own_change = False
        self.host.release_keys()
        if document is not None:
            self.forget_rows(document.article.file)
        if message:
            self.say(message, warning=warning)


def with_annotations_of(fresh: Document) -> Callable[[Document], Document]:
    """Return what puts the annotations of a document onto what is known of it by now."""
    return lambda old: old.with_annotations(fresh.placed, fresh.problems, fresh.links)
