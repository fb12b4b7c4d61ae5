"""Stepping through annotations that stand on the same words: each can be the one that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.main.many_readers import ManyReaders
from tui.screens.on_text.tagging import TaggingText

if TYPE_CHECKING:
    from annotations import Placed

_STEPS = {"reader.annotation_next": 1, "reader.annotation_previous": -1}


class Stepping(TaggingText, ManyReaders, part=True):
    """The part of the main screen that knows which of several annotations here is meant.

    Going to the next annotation goes through all that begin at a place before it goes on; what is
    done then is done to the one that was reached, and after one was made to that one.
    """

    def perform(self, action: str, count: int | None = None) -> None:
        """Perform an action; a step to an annotation may be one among those here."""
        step = _STEPS.get(action)
        among = step is not None and count in (None, 1) and self.focused is self.pane
        if not (among and step is not None and self._step_among(step)):
            super().perform(action, count)

    def _step_among(self, step: int) -> bool:
        """Step to another annotation that begins at the cursor; False where there is none."""
        document, cursor, now = self.pane.document, self.pane.cursor, self._placed_here()
        if document is None:
            return False
        covering = document.annotations_at(cursor)
        here = [one for one in covering if one.span is not None and one.span.start == cursor]
        at = next((n for n, one in enumerate(here) if one is now), None)
        if at is None or not 0 <= at + step < len(here):
            return False
        from tui.annotating.link_words import words_of

        there = here[at + step].annotation
        self._meant_one = there.id
        self.say(f"{at + step + 1} of {len(here)} here: {words_of(there)}")
        return True

    def _placed_here(self) -> Placed | None:
        """Return the annotation that is meant, if it is here, else the shortest here."""
        document = self.pane.document
        if document is not None and self._meant_one is not None and self.focused is self.pane:
            for placed in document.annotations_at(self.pane.cursor):
                if placed.annotation.id == self._meant_one:
                    return placed
        return super()._placed_here()
