"""A page over the screen: the keys that work here, or what was skipped."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.problem import Problem
from tui.home import from_home
from tui.safe_text import safe_line
from tui.screens.action_screen import can_leave


def problems_text(problems: tuple[Problem, ...]) -> Content:
    """Return problems one below the other: the file, what is wrong, what to do."""
    lines: list[Content] = []
    for problem in problems:
        file = from_home(problem.file)
        place = file if problem.line is None else f"{file}:{problem.line}"
        lines.append(Content(safe_line(place)).stylize("bold"))
        lines.append(Content(f"  {safe_line(problem.reason)}"))
        if problem.remedy:
            lines.append(Content(f"  {safe_line(problem.remedy)}").stylize("italic"))
    return Content("\n").join(lines) if lines else Content("All was read.")


class PageScreen(ModalScreen[None]):
    """Shows a page under a title, to be scrolled and closed."""

    CSS_PATH = "page.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action)
        for keys, action in (
            ("escape,q,question_mark,f1,enter", "dismiss"),
            ("j,down", "move('down')"),
            ("k,up", "move('up')"),
            ("space,pagedown,ctrl+d", "move('page_down')"),
            ("backspace,pageup,ctrl+u", "move('page_up')"),
            ("g,home", "move('home')"),
            ("G,end", "move('end')"),
        )
    ]

    def __init__(self, title: str, page: Content) -> None:
        super().__init__()
        self._title = title
        self._page = page

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the page; one that is closed already closes no other screen."""
        return super().dismiss(result) if can_leave(self) else AwaitComplete()

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with VerticalScroll(id="page"):
            yield Static(self._page)

    def on_mount(self) -> None:
        """Say what it is, and how to leave."""
        frame = self.query_one("#page")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content("Esc, or a click here, closes")

    def on_click(self, event: events.Click) -> None:
        """Close by a click beside the page, or on its lower edge."""
        frame = self.query_one("#page").region
        x, y = event.screen_x, event.screen_y
        if not frame.contains(x, y) or y == frame.bottom - 1:
            self.dismiss()

    def action_move(self, direction: str) -> None:
        """Scroll the page."""
        getattr(self.query_one("#page"), f"scroll_{direction}")(animate=False)
