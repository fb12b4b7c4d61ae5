"""Annotations in other articles, those whose words changed, and the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.knowing import Knowing
from tui.screens.on_text.linking import LinkingText
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from corpus.span import Span
    from tui.screens.ledger_table import LedgerView
    from tui.workspace import Workspace

_ACCEPT, _DETACH = "Accept: stand on the words as they are now", "Detach: keep it as a note"
_MOVE = "Move: mark it, then select where it is to stand and press {annotation.move}"


class Linking(LinkingText, Knowing, part=True):
    """The part of the main screen that compares, places anew and lists annotations."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._ledger: LedgerView | None = None
        self._timeline = (0, False)

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that place an annotation anew, and those that list all."""
        return super().handlers | {
            "annotation.compare": lambda _: self.compare(),
            "corpus.ledger": lambda _: self.open_ledger(),
            "corpus.timeline": lambda _: self.open_timeline(),
        }

    def go_to_annotation(self, row: LedgerRow) -> None:
        """Open the article of an annotation at its place."""
        self._look_for_annotation(row)

    @work(thread=True, exclusive=True, group="going")
    def _look_for_annotation(self, row: LedgerRow) -> None:
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
        span = found.span if found else None

        def show() -> None:
            self.push_place()
            self.open_article(file, span.start if span else 0)
            if span is None and row.annotation.quote is not None:
                self.panel.show_annotation(row.annotation.id)
                self.activate("panel")
                many = found is not None and found.state == "ambiguous"
                hint = "stand at several places" if many else "are not there any more"
                self.say(self.keymap.filled(f"Its words {hint}: {{annotation.compare}} shows them"))
            else:
                # Of several on these words it is the one that is meant.
                self._meant_one = row.annotation.id
                self.activate("article")

        self.app.call_from_thread(show)

    @on(VirtualList.Chosen, "#panel")
    def _annotation_chosen(self) -> None:
        """Mean the annotation of the panel; ask about one that has no place; edit a note."""
        row, placed = self.panel.current, self._placed_here()
        if row is None or placed is None or row.annotation is None:
            return
        if row.targets:
            self._meant_one = row.annotation
        else:
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

    def open_ledger(self) -> None:
        """List all annotations; come back to the same rows."""
        from tui.screens.ledger import LedgerScreen
        from tui.screens.ledger_table import LedgerView

        screen = LedgerScreen(self.workspace, self._ledger or LedgerView())

        def left(found: object) -> None:
            from annotations.ledger import LedgerRow

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
            from annotations.ledger import LedgerRow

            self._timeline = (screen.kept_row, screen.differing)
            if isinstance(found, LedgerRow):
                self.go_to_annotation(found)

        self.app.push_screen(screen, left)


def line_of(text: str, span: Span) -> str:
    """Name the line of a span."""
    return f"line {text.count(chr(10), 0, span.start) + 1}"
