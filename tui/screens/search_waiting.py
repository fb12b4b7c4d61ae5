"""The part of the search screen that lets keys wait for the results that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.screens.search_preview import PreviewingHits

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.workspace import Workspace

# A search that takes longer says that it goes on.
SECONDS_BEFORE_WORDS: Final = 0.15
OF_RESULTS: Final = frozenset(
    f"search.{action}"
    for action in (
        *("down", "up", "page_down", "page_up", "open", "next_hit", "previous_hit"),
        *("narrow", "spellings", "meant"),
    )
)
"""The actions on what a query has found."""


class WaitingForResults(PreviewingHits):
    """A search screen that knows whether what it lists is what was asked last.

    Who types a word and Enter means the first result of that word, not that of half of it, which
    is listed until the answer is there.
    """

    def __init__(self, workspace: Workspace, *, widen: bool) -> None:
        super().__init__(workspace, widen=widen)
        self._awaited = ""  # what was asked and is not answered yet
        self._waiting_timer: Timer | None = None
        self._postponed: tuple[str, int | None] | None = None

    def say_that_it_searches(self) -> None:
        """Say so where the results can be said."""
        raise TypeError(f"{type(self).__name__} does not say that it searches")

    def wait_for(self, query: str) -> None:
        """Wait for the results of a query; say so where they are not there in a moment."""
        self._awaited = query.strip()
        if self._awaited and self._waiting_timer is None:
            self._waiting_timer = self.set_timer(SECONDS_BEFORE_WORDS, self._still_waiting)

    def _still_waiting(self) -> None:
        self._waiting_timer = None
        if self._awaited:
            self.say_that_it_searches()

    def perform(self, action: str, count: int | None = None) -> None:
        """Perform an action; one on results when those of the last query are listed."""
        if self._awaited and action in OF_RESULTS:
            self._postponed = action, count
            self.host.hold_keys()
        else:
            super().perform(action, count)

    def results_are_there(self, *, listed: bool) -> None:
        """Go on with the keys that waited, with the first of them where results are `listed`."""
        self._awaited = ""
        postponed, self._postponed = self._postponed, None
        # Where they waited too long, they are forgotten.
        if postponed is not None and self.host.holds_keys:
            if listed:
                self.perform(*postponed)
            self.host.release_keys()
