"""Stepping through annotations that stand on the same words: each can be the one that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.main.many_readers import ManyReaders
from tui.screens.on_text.tagging import TaggingText

if TYPE_CHECKING:
    from annotations.anchor import Placed

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
            before = self.pane.cursor
            super().perform(action, count)
            if step is not None and self.pane.cursor != before:
                self._mean_reached(step)

    def _begun_here(self) -> list[Placed]:
        """Return the annotations that begin at the cursor."""
        document, cursor = self.pane.document, self.pane.cursor
        covering = document.annotations_at(cursor) if document is not None else ()
        return [one for one in covering if one.span is not None and one.span.start == cursor]

    def _mean_reached(self, step: int) -> None:
        """Mean the first annotation of a place that was reached; going back, the last."""
        if here := self._begun_here():
            self._meant_one = here[0 if step > 0 else -1].annotation.id

    def _step_among(self, step: int) -> bool:
        """Step to another annotation that begins at the cursor; False where there is none."""
        here, now = self._begun_here(), self._placed_here()
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
