"""Links between annotations, annotations whose words changed, and the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from corpus.problem import CorpusError
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.knowing import Knowing
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations import Annotation, LedgerRow, Placed
    from annotations.linked import LinkEnd
    from corpus.span import Span
    from tui.article.document import Document
    from tui.screens.ledger_table import LedgerView
    from tui.workspace import Workspace

_ACCEPT, _DETACH = "Accept: stand on the words as they are now", "Detach: keep it as a note"
_MOVE = "Move: mark it, then select where it is to stand and press {annotation.move}"


class Linking(Knowing, part=True):
    """The part of the main screen that links, follows, compares and lists annotations."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._marked: tuple[str, Placed] | None = None
        self._marked_once = False  # for one link, by the key that links
        self._ledger: LedgerView | None = None
        self._timeline = (0, False)

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on links, and those that place an annotation anew."""
        return super().handlers | {
            "annotation.mark": lambda _: self.mark(),
            "annotation.link": lambda _: self.link(),
            "annotation.follow": lambda _: self.follow_link(),
            "annotation.compare": lambda _: self.compare(),
            "annotation.move": lambda _: self.move_marked(),
            "corpus.ledger": lambda _: self.open_ledger(),
            "corpus.timeline": lambda _: self.open_timeline(),
        }

    def _annotation_here(self) -> tuple[Document, Placed] | None:
        document, placed = self.pane.document, self._placed_here()
        if document is None or placed is None:
            self.say(self.keymap.filled("No annotation here: {reader.annotation_next} goes to one"))
            return None
        return document, placed

    def mark(self) -> None:
        """Mark the annotation here, to be linked or moved from anywhere."""
        here = self._annotation_here()
        if here is None:
            return
        self._mark(*here)

    def _mark(self, document: Document, placed: Placed) -> None:
        self._marked, self._marked_once = (document.article.name, placed), False
        hint = "Marked. {annotation.link} on another links them, {annotation.move} moves it"
        self.say(self.keymap.filled(f"{hint} to the selection"))

    def _marked_one(self) -> tuple[str, Placed] | None:
        if self._marked is None:
            self.say(self.keymap.filled("Mark an annotation first: {annotation.mark}"))
        return self._marked

    def link(self) -> None:
        """Link the marked annotation with the one here; ask of which type the link is."""
        marked, here = self._marked, self._annotation_here()
        if here is None:
            return
        if marked is None:
            self._marked, self._marked_once = (here[0].article.name, here[1]), True
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
        from tui.annotating.link_types import answers_of, link_types
        from tui.annotating.link_words import words_of
        from tui.screens.choosing import ChoiceScreen

        pair = marked[1].annotation, there.annotation
        # A link is stored at its origin: where that is another reader's, none that has a direction.
        types = link_types([pair], self.workspace.subjects, directed=marked[1].mine)
        ends = [(("  " + words_of(one), "strong"),) for one in pair]

        def chosen(number: object) -> None:
            if isinstance(number, int):
                article, (origin, to) = marked[0], pair
                if not marked[1].mine:
                    article, (to, origin) = document.article.name, pair
                self._make_link(article, origin.id, to.id, types[number])
                if self._marked_once:
                    self._marked = None

        question = "What is the marked annotation to this one?"
        self.app.push_screen(ChoiceScreen(question, answers_of(types), lambda _: ends), chosen)

    def _make_link(self, article: str, origin: str, to: str, type_: str) -> None:
        def linked() -> str:
            from annotations import Link

            one = self._entry(article, origin)
            links = [*one.links, Link(to, type_)]
            self._write(article, one, links=tuple(dict.fromkeys(links)))
            return f"Linked: {type_}"

        self._change(linked, "")

    def _entry(self, article: str, identity: str) -> Annotation:
        """Return an annotation as it stands in its sidecar now. Raises AnnotationError."""
        from annotations import AnnotationError
        from corpus.problem import Problem

        sidecar = self.workspace.store.sidecar(article)
        entry = sidecar.entry(identity)
        if entry is None:
            reason = f"annotation {identity} is no longer there"
            raise AnnotationError(Problem(sidecar.file, reason, "look for it in the ledger"))
        return entry.annotation

    def _write(self, article: str, one: Annotation, *, links: tuple[object, ...]) -> None:
        """Change the links of an annotation of any article. Raises AnnotationError."""
        from annotations import AnnotationError
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
            self.say(f"{end.other} is in no sidecar that can be read", warning=True)
        else:
            self.go_to_annotation(end.row)

    @work(thread=True, exclusive=True, group="going")
    def go_to_annotation(self, row: LedgerRow) -> None:
        """Open the article of an annotation at its place."""
        file = self.workspace.corpus.find(row.article, row.part)
        if file is None:
            self.app.call_from_thread(self.say, safe_line(f"{row.article} is not in the corpus"))
            return
        try:
            placed = self.workspace.store.placed(self.workspace.corpus.read(file))
        except CorpusError as wrong:
            self.app.call_from_thread(self.say, safe_line(str(wrong)))
            return
        same = (one for one in placed if one.annotation.id == row.annotation.id)
        found = max(same, key=lambda one: one.mine is row.mine, default=None)
        places = (found.span, *found.candidates) if found else ()
        span = next((one for one in places if one is not None), None)

        def show() -> None:
            self.push_place()
            self.open_article(file, span.start if span else 0)
            if span is None and row.annotation.quote is not None:
                self.panel.show_annotation(row.annotation.id)
                self.activate("panel")
                hint = "Its words are not there any more: {annotation.compare} shows them"
                self.say(self.keymap.filled(hint))
            else:
                self.activate("article")

        self.app.call_from_thread(show)

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
                super(Linking, self).delete()

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

    @on(VirtualList.Chosen, "#panel")
    def _homeless_chosen(self) -> None:
        """Ask about the annotation of the panel that has no place; edit a note on the article."""
        row, placed = self.panel.current, self._placed_here()
        if row is not None and row.annotation and not row.targets and placed is not None:
            noted = placed.annotation.quote is None
            self.perform("annotation.edit" if noted else "annotation.compare")

    def compare(self) -> None:
        """Show what an annotation was made on beside what stands there now, and ask about it."""
        here = self._annotation_here()
        if here is None or self._refused_as_theirs(here[1]):
            return
        document, placed = here
        quote = placed.annotation.quote
        if quote is None:
            self.say("This is a note on the whole article: it stands on no words")
            return
        text = document.article.text
        places = [placed.span] if placed.span is not None else list(placed.candidates)
        if placed.state == "ok":
            self.say("Its words stand where they stood")
            return
        from tui.comparing.comparison_rows import Passage, side_by_side

        one = placed.annotation
        was = Passage(quote, one.before, one.after)
        now = [Passage.at(text, span) for span in places]
        answers = [f"{_ACCEPT} ({line_of(text, span)})" for span in places]
        if len(places) > 1:
            answers = [
                f"Accept {line_of(text, span)}: {there.in_a_row()}"
                for span, there in zip(places, now, strict=True)
            ]
        answers += [self.keymap.filled(_MOVE), _DETACH]

        def body(width: int) -> tuple[tuple[tuple[str, str], ...], ...]:
            return side_by_side(was, now, width)

        def chosen(number: object) -> None:
            if number == len(places):
                self._mark(document, placed)
                self.activate("article")
            elif isinstance(number, int):
                span = places[number] if number < len(places) else None
                self._accept(document, placed.annotation, span)

        from tui.screens.choosing import ChoiceScreen

        question = f"This annotation is {placed.state}"
        if placed.state == "lost" and places:
            question += ": its words stand where other words are around them"
        self.app.push_screen(ChoiceScreen(question, answers, body), chosen)

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

    def open_ledger(self) -> None:
        """List all annotations; come back to the same rows."""
        from tui.screens.ledger import LedgerScreen
        from tui.screens.ledger_table import LedgerView

        screen = LedgerScreen(self.workspace, self._ledger or LedgerView())

        def left(found: object) -> None:
            from annotations import LedgerRow

            self._ledger = screen.view
            if screen.changed:
                self.reload_own("")
            if isinstance(found, LedgerRow):
                self.go_to_annotation(found)

        self.app.push_screen(screen, left)

    def open_timeline(self) -> None:
        """List what is claimed, by measure and date; come back to the same row."""
        from tui.screens.timeline import TimelineScreen

        row, differing = self._timeline
        screen = TimelineScreen(self.workspace, row, differing=differing)

        def left(found: object) -> None:
            from annotations import LedgerRow

            self._timeline = (screen.kept_row, screen.differing)
            if isinstance(found, LedgerRow):
                self.go_to_annotation(found)

        self.app.push_screen(screen, left)


def line_of(text: str, span: Span) -> str:
    """Name the line of a span."""
    return f"line {text.count(chr(10), 0, span.start) + 1}"
