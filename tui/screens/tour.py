"""The tour over the screen: five pages, turned by the keys or by a click."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keyboard.hints import hints_of
from tui.program.tour import PAGES, page_rows
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine

# In cells: the widest page, and what its border, padding and scrollbar take of it.
WIDTH = 72
AROUND = 5


class TourScreen(ActionScreen, ModalScreen[object]):
    """Shows a page of the tour, the first one to begin with."""

    CSS_PATH = "tour.tcss"
    STYLES: ClassVar[dict[str, str]] = {"": "", "strong": "bold"}

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "tour"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the tour."""
        return {
            "tour.next": lambda count: self.turn(count or 1),
            "tour.previous": lambda count: self.turn(-(count or 1)),
            "tour.down": lambda _: self._frame.scroll_down(animate=False),
            "tour.up": lambda _: self._frame.scroll_up(animate=False),
            "app.back": lambda _: self.dismiss(None),
        }

    @property
    def _frame(self) -> VerticalScroll:
        return self.query_one("#tour-page", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="tour"):
            with VerticalScroll(id="tour-page"):
                yield Static(id="tour-words")
            yield HintLine(id="tour-hint")

    def on_mount(self) -> None:
        """Show the first page."""
        self._show()

    def on_resize(self) -> None:
        """Wrap the page anew."""
        self._show()

    def turn(self, pages: int) -> None:
        """Go so many pages on; after the last one the tour is over."""
        self.number = max(0, self.number + pages)
        if self.number >= len(PAGES):
            self.dismiss(None)
            return
        self._frame.scroll_home(animate=False)
        self._show()

    def _show(self) -> None:
        page = PAGES[self.number]
        width = max(8, min(WIDTH, self.app.size.width) - AROUND)
        lines = [
            Content("").join([Content(text).stylize(self.STYLES[style]) for text, style in row])
            for row in page_rows(page, self.keymap, width)
        ]
        self.query_one("#tour-words", Static).update(Content("\n").join(lines))
        frame = self.query_one("#tour")
        frame.border_title = Content(f"{page.title} · {self.number + 1} of {len(PAGES)}")
        is_last = self.number + 1 == len(PAGES)
        hint = "{tour.next} ends the tour" if is_last else "{tour.next} goes on"
        hint += " · {tour.previous} back" if self.number else ""
        hint += "" if is_last else " · {app.back} closes the tour"
        self.query_one(HintLine).show(*hints_of(hint, self.keymap))

    def on_click(self, event: events.Click) -> None:
        """Close by a click beside the page; on it, turn to the next one."""
        if not self.query_one("#tour").region.contains(event.screen_x, event.screen_y):
            self.dismiss(None)
        elif self._frame.region.contains(event.screen_x, event.screen_y):
            self.turn(1)
