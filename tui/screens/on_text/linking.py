"""Linking: annotations marked, then linked with others or moved; links followed, and deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.annotating import AnnotatingText

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.ledger import LedgerRow
    from annotations.linked import LinkEnd
    from annotations.model import Annotation
    from corpus.span import Span
    from tui.article.document import Document
    from tui.workspace import Workspace

MarkedOne = tuple[str, "Placed"]
"""An annotation that is marked, after the name of its article."""


class LinkingText(AnnotatingText, part=True):
    """The part of a screen that links annotations and follows their links."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.marked_annotation: MarkedOne | None = None
        self._marked_once = False  # for one link, by the key that links

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on links, and on the one that is marked."""
        return super().handlers | {
            "annotation.mark": lambda _: self.mark_annotation(),
            "annotation.link": lambda _: self.link(),
            "annotation.follow": lambda _: self.follow_link(),
            "annotation.move": lambda _: self.move_marked(),
        }

    def go_to_annotation(self, row: LedgerRow) -> None:
        """Go to the place of an annotation."""
        raise TypeError(f"{type(self).__name__} does not go to {row.annotation.id}")

    def _annotation_here(self) -> tuple[Document, Placed] | None:
        document, placed = self.pane.document, self._placed_here()
        if document is None or placed is None:
            self.say(self.keymap.filled("No annotation here: {reader.annotation_next} goes to one"))
            return None
        return document, placed

    def mark_annotation(self) -> None:
        """Mark the annotation here, to be linked or moved from anywhere."""
        here = self._annotation_here()
        if here is None:
            return
        self._mark(*here)

    def _mark(self, document: Document, placed: Placed) -> None:
        self.marked_annotation, self._marked_once = (document.article.name, placed), False
        hint = "Marked. {annotation.link} on another links them, {annotation.move} moves it"
        self.say(self.keymap.filled(f"{hint} to the selection"))

    def _marked_one(self) -> tuple[str, Placed] | None:
        if self.marked_annotation is None:
            self.say(self.keymap.filled("Mark an annotation first: {annotation.mark}"))
        return self.marked_annotation

    def link(self) -> None:
        """Link the marked annotation with the one here; ask of which type the link is."""
        marked, here = self.marked_annotation, self._annotation_here()
        if here is None:
            return
        if marked is None:
            self.marked_annotation, self._marked_once = (here[0].article.name, here[1]), True
            again = self.keymap.key_of("annotation.link")
            self.say(f"Marked: go to the other one and press {again}", whole=True)
            return
        document, there = here
        if marked[1].annotation.id == there.annotation.id:
            self.say("This is the marked annotation itself: go to the other one")
            return
        if not (marked[1].mine or there.mine):
            self.say(self.keymap.filled("A link stands in your own: {annotation.copy} copies one"))
            return
        from tui.annotating.link_types import offered_types
        from tui.annotating.link_words import words_of
        from tui.screens.choosing import ChoiceScreen

        pair = marked[1].annotation, there.annotation
        # A link is stored at its origin: where that is another reader's, none that has a direction.
        types, answers, begin = offered_types(
            [pair], self.workspace.subjects, directed=marked[1].mine
        )
        ends = [(("  " + words_of(one), "strong"),) for one in pair]

        def chosen(number: object) -> None:
            if isinstance(number, int):
                article, (origin, to) = marked[0], pair
                if not marked[1].mine:
                    article, (to, origin) = document.article.name, pair
                self._make_link(article, origin.id, to.id, types[number])
                if self._marked_once:
                    self.marked_annotation = None

        question = "What is the marked annotation to this one?"
        self.app.push_screen(ChoiceScreen(question, answers, lambda _: ends, begin), chosen)

    def _make_link(self, article: str, origin: str, to: str, type_: str) -> None:
        def linked() -> str:
            from annotations.model import Link

            one = self._entry(article, origin)
            links = [*one.links, Link(to, type_)]
            self._write(article, one, links=tuple(dict.fromkeys(links)))
            return f"Linked: {type_}"

        self._change(linked, "")

    def _entry(self, article: str, identity: str) -> Annotation:
        """Return an annotation as it stands in its sidecar now. Raises AnnotationError."""
        from annotations.error import AnnotationError
        from corpus.problem import Problem

        sidecar = self.workspace.store.sidecar(article)
        entry = sidecar.entry(identity)
        if entry is None:
            reason = f"annotation {identity} is no longer there"
            raise AnnotationError(Problem(sidecar.file, reason, "look for it in the ledger"))
        return entry.annotation

    def _write(self, article: str, one: Annotation, *, links: tuple[object, ...]) -> None:
        """Change the links of an annotation of any article. Raises AnnotationError."""
        from annotations.error import AnnotationError
        from corpus.problem import Problem

        file = self.workspace.corpus.find(article, one.part)
        if file is None:
            reason = "its article is not in the corpus"
            raise AnnotationError(Problem(article, reason, "bring the article back first"))
        try:
            read = self.workspace.corpus.read(file)
        except CorpusError as wrong:
            raise AnnotationError(wrong.problem) from wrong
        self.workspace.store.change(read, one.id, links=links, seen=one)  # type: ignore[arg-type]

    def follow_link(self) -> None:
        """Go to the other end of a link of the annotation here; ask where there are several."""
        here = self._annotation_here()
        if here is not None:
            self._links_then(here[1].annotation, self._follow)

    @work(thread=True, exclusive=True, group="links")
    def _links_then(
        self, one: Annotation, then: Callable[[Annotation, tuple[LinkEnd, ...]], None]
    ) -> None:
        from annotations.linked import links_of

        document = self.pane.document
        here = (document.article.name,) if document is not None else ()
        ends = links_of(self.workspace.store, *here).of(one.id)
        self.app.call_from_thread(then, one, ends)

    def _follow(self, one: Annotation, ends: tuple[LinkEnd, ...]) -> None:
        if not ends:
            hint = "{annotation.mark} on one and {annotation.link} on another link them"
            self.say(self.keymap.filled(f"No link here: {hint}"))
        elif len(ends) == 1:
            self._go_to_end(ends[0])
        else:
            from tui.annotating.link_words import end_words
            from tui.screens.choosing import ChoiceScreen

            def chosen(number: object) -> None:
                if isinstance(number, int):
                    self._go_to_end(ends[number])

            answers = [end_words(end) for end in ends]
            self.app.push_screen(ChoiceScreen("Which link?", answers), chosen)

    def _go_to_end(self, end: LinkEnd) -> None:
        if end.row is None:
            words = safe_line(f"{end.other} is in no sidecar that can be read")
            self.say(words, warning=True)
        else:
            self.go_to_annotation(end.row)

    def delete(self) -> None:
        """Delete the annotation here; where it has links, ask what becomes of them."""
        here = self._annotation_here()
        if here is not None and not self._refused_as_theirs(here[1]):
            self._links_then(here[1].annotation, self._delete)

    def _delete(self, one: Annotation, ends: tuple[LinkEnd, ...]) -> None:
        coming = [end for end in ends if not end.stored_here and end.row and end.row.mine]
        if not coming:
            super().delete()
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if number == 0:
                self._change(unlink, "")
            if number == 1:
                super(LinkingText, self).delete()

        def unlink() -> str:
            store, document = self.workspace.store, self.pane.document
            with store.together("deleted with its links"):
                for end in coming:
                    assert end.row is not None
                    origin = self._entry(end.row.article, end.other)
                    links = tuple(link for link in origin.links if link.to != one.id)
                    self._write(end.row.article, origin, links=links)
                if document is not None:
                    store.delete(document.article, one.id)
            undo = self.keymap.key_of("annotation.undo")
            return f"Deleted with its links, {undo} brings all back"

        answers = ["Delete it, and the links that lead to it", "Delete it, the links stay"]

        from tui.annotating.link_words import end_words

        rows = [((end_words(end), ""),) for end in coming]
        many = f"{len(coming)} links lead" if len(coming) > 1 else "One link leads"
        question = f"{many} to this annotation"
        self.app.push_screen(ChoiceScreen(question, answers, lambda _: rows), chosen)

    def _accept(self, document: Document, one: Annotation, span: Span | None) -> None:
        store = self.workspace.store
        undo = self.keymap.key_of("annotation.undo")
        if span is None:
            self._change(
                lambda: store.detach(document.article, one.id),
                f"Detached: it is a note on the article, {undo} takes it back",
            )
        else:
            self._change(
                lambda: store.move(document.article, one.id, span),
                f"It stands on these words now, {undo} takes it back",
            )

    def move_marked(self) -> None:
        """Let the marked annotation of this article stand on the selection."""
        marked, document, span = self._marked_one(), self.pane.document, self.pane.selected
        if marked is None or document is None:
            return
        if marked[0] != document.article.name:
            self.say(safe_line(f"The marked annotation is of {marked[0]}"))
        elif self._refused_as_theirs(marked[1]):
            return
        elif span is None:
            self.say(self.keymap.filled("Select first where it is to stand: {reader.select}"))
        else:
            self._accept(document, marked[1].annotation, span)
