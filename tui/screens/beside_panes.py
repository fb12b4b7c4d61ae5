"""Two articles beside each other as panes: how they stand, which has the keys, how they scroll."""

from __future__ import annotations

from typing import Final

from textual import events, on

from tui.comparing.compared_view import counterpart
from tui.screens.beside_work import BesideWork
from tui.screens.main.panes import ONE_PANE_BELOW
from tui.widgets.article_pane import ArticlePane
from tui.widgets.compared_pane import ComparedPane

ARRANGEMENTS: Final = ("side by side", "one above the other", "one at a time")
# In rows: below that two texts above each other are too little of either.
_ONE_BELOW = 16


class BesidePanes(BesideWork):
    """The part of the screen that arranges two panes, and scrolls them together."""

    _locked = True
    _chosen_arrangement = ""

    @property
    def arrangement(self) -> str:
        """How the articles stand: as the reader chose, else as they fit."""
        if self._chosen_arrangement:
            return self._chosen_arrangement
        width, height = self.app.size
        if width >= ONE_PANE_BELOW:
            return ARRANGEMENTS[0]
        return ARRANGEMENTS[1] if height >= _ONE_BELOW else ARRANGEMENTS[2]

    def _arrange(self) -> None:
        arrangement = self.arrangement
        self.set_class(arrangement == ARRANGEMENTS[1], "-stacked")
        self.set_class(arrangement == ARRANGEMENTS[2], "-single")
        for number in range(2):
            side = self.query_one(f"#side-{number}")
            side.display = arrangement != ARRANGEMENTS[2] or number == self.active
        self.call_after_refresh(self.follow)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the articles as they fit now."""
        self._arrange()

    def arrange_next(self) -> None:
        """Put the articles side by side, one above the other, or one at a time."""
        at = ARRANGEMENTS.index(self.arrangement)
        self._chosen_arrangement = ARRANGEMENTS[(at + 1) % len(ARRANGEMENTS)]
        self._arrange()
        self.say(self._chosen_arrangement.capitalize())

    def activate(self, number: int) -> None:
        """Give an article the keys; a cursor that is out of view comes to what one looked at."""
        led = self.looked_at_from(number)
        self.active = number
        if self.arrangement == ARRANGEMENTS[2]:
            self._arrange()
        pane = self.pane
        pane.focus()
        if led is not None and self._locked and not pane.cursor_in_view:
            pane.move_to(led)
        self.show_place()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click into the other article."""
        for number, pane in enumerate(self.panes):
            if event.widget is pane and number != self.active:
                self.active = number
                self.keys.clear()
                self.show_place()

    def dress(self) -> None:
        """Show both in the looks that are chosen, one still beside the other."""
        super().dress()
        self.call_after_refresh(self.follow)

    # Scrolling together

    def scroll_together(self, locked: bool) -> None:
        """Scroll both together, or each by itself."""
        self._locked = locked
        self.say("Both scroll together" if locked else "Each scrolls by itself")
        self.follow()

    def looked_at_from(self, number: int) -> int | None:
        """Return the offset of article `number` that answers what one looks at in the other."""
        looked_at = self.panes[1 - number].looked_at
        if looked_at is None or self.ends is None:
            return None
        anchors = self.comparison.anchors if self.comparison is not None else ()
        return counterpart(anchors, looked_at[0], self.ends, back=number == 0)

    def follow(self) -> None:
        """Bring the other article beside what one looks at in this one."""
        looked_at, answer = self.pane.looked_at, self.looked_at_from(1 - self.active)
        if self._locked and looked_at is not None and answer is not None:
            self.panes[1 - self.active].lead_to(answer, looked_at[1])

    @on(ComparedPane.Scrolled)
    def _scrolled(self, event: ComparedPane.Scrolled) -> None:
        if event.pane is self.pane:
            self.follow()
        elif self._locked and event.pane.looked_at is not None:
            # The wheel turned over the article that has not the keys: it leads.
            number = 1 - self.active
            answer = self.looked_at_from(self.active)
            if answer is not None:
                self.panes[self.active].lead_to(answer, self.panes[number].looked_at[1])  # type: ignore[index]

    @on(ArticlePane.CursorMoved)
    def _cursor_moved(self) -> None:
        self.follow()
        self.show_place()

    @on(ArticlePane.NothingFound)
    def _nothing_found(self, event: ArticlePane.NothingFound) -> None:
        self.say(self.keymap.filled(event.words))
