"""Finding words in the article that is read, as they are typed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.parts import work
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen
from tui.widgets.safe_input import SafeInput

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.workspace import Workspace


class FindingInText(TextScreen, part=True):
    """The part of a screen that finds words in the article with the keys.

    The screen mounts `find_field`, which is not displayed at first.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.find_field = SafeInput(placeholder="find in this article", id="find")
        self._find_from = 0
        self._goes_there = False  # the field was closed before the match was known

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that find."""
        return super().handlers | {
            "reader.find": lambda _: self.ask_find(),
            "search.open": lambda _: self.end_find(),
        }

    def ask_find(self) -> None:
        """Ask what to find in this article."""
        if self.pane.document is None:
            return
        self.push_place()
        self._find_from = self.pane.cursor
        field = self.find_field
        field.display = True
        field.value = ""
        field.focus()

    @on(Input.Changed, "#find")
    def _find_changed(self, event: Input.Changed) -> None:
        """Find what is typed, as one types."""
        event.stop()
        document = self.pane.document
        if document is not None and self.find_field.display:
            self.query_shown = ""
            self._find(document, event.value)

    @work(thread=True, exclusive=True, group="find")
    def _find(self, document: Document, needle: str) -> None:
        """Find in an article: in a long one that takes longer than to type on."""
        from index.in_text import places_in_text
        from tui.article.match_list import MatchList

        worker = get_current_worker()
        places = places_in_text(document.article.text, needle)
        found = MatchList.found(places, lambda: worker.is_cancelled)
        if found is None:
            return
        fresh = document.with_matches(found)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_found, fresh, needle)

    def _show_found(self, fresh: Document, needle: str) -> None:
        """Go to the first match after the place where finding began."""
        if self._goes_there:
            self._goes_there = False
            self.host.release_keys()
        document = self.pane.document
        if document is None or not fresh.same_article(document):
            return
        # The panel lists no matches: to list all else of a long article anew takes a while.
        self.show_document(document.with_matches_of(fresh))
        matches = fresh.matches
        if matches:
            first = bisect_left(matches, self._find_from, key=lambda match: match.start)
            self.pane.move_to(matches[first % len(matches)].start)
            self.say(f"{len(matches):,} match{'es' if len(matches) != 1 else ''}")
        else:
            self.pane.move_to(self._find_from)
            self.say("No match in this article" if needle else "")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Close the find field when another pane is clicked; the match stays."""
        if event.widget is not self.find_field:
            self.find_field.display = False

    def end_find(self) -> None:
        """Close the find field and stay at the match; what is typed next is done from there."""
        field = self.find_field
        if field.display:
            finding = (one for one in self.workers if one.group == "find")
            if not all(one.is_finished or one.is_cancelled for one in finding):
                self._goes_there = True
                self.host.hold_keys()
            field.display = False
            self.read_on()

    def give_up_find(self) -> None:
        """Close the find field and go back to where finding began."""
        self.workers.cancel_group(self, "find")
        self.pane.move_to(self._find_from)
        self.end_find()
