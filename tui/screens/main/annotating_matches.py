"""Annotating every match at once: which of them, and with which note and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.finding import Finding

if TYPE_CHECKING:
    from annotations.model import Annotation
    from tui.article.document import Document
    from tui.article.match_annotating import Matched


class AnnotatingMatches(Finding, part=True):
    """The part of the main screen that annotates what a search or a find has matched."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The action on all matches."""
        return super().handlers | {"reader.annotate_matches": lambda _: self.annotate_matches()}

    def annotate_matches(self) -> None:
        """Annotate every match of this article; of a search in all articles, ask in which."""
        document = self.pane.document
        if document is None:
            return
        if not document.matches:
            hint = "No matches here: {reader.find} finds, {corpus.search} searches"
            self.say(self.keymap.filled(hint))
            return
        from tui.article.match_annotating import MOST, Matched, to_annotate

        spans = to_annotate(document.matches, document.targets("annotation"))
        if self.query_shown:
            self.say("Looking for all matches …")
            self._look_everywhere(document, Matched(document.article, spans), self.query_shown)
        elif not spans:
            self.say("All are annotated already")
        elif len(spans) > MOST:
            self.say(f"{len(spans):,} matches are too many: at most {MOST:,} are annotated at once")
        else:
            self._ask_about_matches(document, (Matched(document.article, spans),))

    @work(thread=True, exclusive=True, group="matches")
    def _look_everywhere(self, document: Document, here: Matched, query: str) -> None:
        """Count the matches of all articles off the UI thread, then ask which are meant."""
        from index.problems import QueryError
        from tui.article.match_annotating import matched_everywhere

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled

        try:
            found = matched_everywhere(self.workspace, query, widen=self.widen, cancelled=cancelled)
        except QueryError as wrong:
            self.app.call_from_thread(self.say, safe_line(str(wrong)), warning=True)
            return
        if not cancelled():
            self.app.call_from_thread(self._ask_which, document, here, found)

    def _ask_which(
        self, document: Document, here: Matched, everywhere: tuple[Matched, ...] | None
    ) -> None:
        from tui.article.match_annotating import MOST, words_for
        from tui.screens.choosing import ChoiceScreen

        self.say("")
        choices: list[tuple[Matched, ...]] = [(here,)] if 0 < len(here.spans) <= MOST else []
        if everywhere and everywhere != (here,):
            choices.append(everywhere)
        if not choices:
            words = f"More than {MOST:,} matches are too many to be annotated at once"
            self.say(words if here.spans else "All here are annotated already")
            return
        if len(choices) == 1 and everywhere is not None:
            self._ask_about_matches(document, choices[0])
            return
        answers = [words_for(choice) for choice in choices]
        answers[0] += " in this article" if choices[0] == (here,) else ""
        rows = [] if everywhere is not None else [[(f"All articles have more than {MOST:,}", "")]]

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self._ask_about_matches(document, choices[number])

        self.app.push_screen(
            ChoiceScreen("Annotate which matches?", answers, lambda _: rows), chosen
        )

    def _ask_about_matches(self, document: Document, matched: tuple[Matched, ...]) -> None:
        """Ask for the note and the tags that all of them get."""

        from tui.article.match_annotating import annotate_all, words_for

        def save(note: str, tags: tuple[str, ...] | None, _: Annotation | None) -> None:
            annotate_all(self.workspace, matched, note, tags or ())
            self.remember_tags(tags)

        words = words_for(matched)
        undo = self.keymap.key_of("annotation.undo")
        quote = matched[0].spans[0].cut(matched[0].article.text)
        done = f"Made {words}, {undo} takes them back"
        self._ask(document, words.capitalize(), quote, save, span=None, draft=None, done=done)
