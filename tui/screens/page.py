"""A page over the screen: the keys that work here, or what was skipped."""

from __future__ import annotations

import os
import textwrap
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.problem import Problem
from tui.actions import Action, shown_keys
from tui.layout.cells import cells
from tui.safe_text import safe_line

KEYS_WIDTH = 26
LEAST_LABEL = 16
INDENT = 2
# In cells, as in the style sheet: the page, and what its border, padding and scrollbar take of it.
PAGE_WIDTH = 76
AROUND = 5
# What a newcomer looks for comes first; moving by arrows needs no page.
GROUPS = (
    *(
        "Menu",
        "Question",
        "Ledger",
        "Ledger, in the rows",
        "Line",
        "Timeline",
        "Screen",
        "Annotate",
        "Find",
        "Look",
        "Search",
        "Concordance",
        "Two articles",
        "Note",
        "Claim",
        "Articles",
        "Library",
        "Filter",
        "Cards",
        "Side panel",
    ),
    *("Annotations without article", "Encodings", "Settings", "Tour"),
    *("Select", "Jump", "Move"),
)


def help_text(actions: tuple[Action, ...], screen_width: int) -> Content:
    """Return the actions by group, each with its keys, for a page on a screen of so many cells."""
    width = min(PAGE_WIDTH, screen_width) - AROUND
    column = min(KEYS_WIDTH, width // 3)
    groups: dict[str, list[Action]] = {}
    for action in sorted(actions, key=lambda action: GROUPS.index(action.group)):
        groups.setdefault(action.group, []).append(action)
    lines: list[Content] = []
    for group, members in groups.items():
        if lines:
            lines.append(Content(""))
        lines.append(Content(group).stylize("bold underline"))
        for action in members:
            keys = "  ".join(shown_keys(keys) for keys in action.keys)
            gap = " " * max(2, column - cells(keys))
            indent = " " * (column + INDENT)
            before = INDENT + cells(keys + gap)
            if width - before < LEAST_LABEL:
                # The keys take the row, and the name those below.
                first = gap = ""
                others = textwrap.wrap(
                    action.label, width, initial_indent=indent, subsequent_indent=indent
                )
            else:
                first, *others = textwrap.wrap(
                    action.label, width, initial_indent=" " * before, subsequent_indent=indent
                )
            begun = Content(" " * INDENT) + Content(keys).stylize("bold")
            lines.append(begun + Content(gap + first.lstrip()))
            lines += map(Content, others)
    return Content("\n").join(lines)


def search_help_text(screen_width: int) -> Content:
    """Return the page on the query language, for a page on a screen of so many cells."""
    from tui.search_page import help_lines, page, query_width

    width = min(PAGE_WIDTH, screen_width) - AROUND
    lines = help_lines(page())
    column = min(query_width(lines) + 2, width // 2)
    shown: list[Content] = []
    for line in lines:
        if line.heading:
            shown += [Content(""), Content(line.text).stylize("bold underline")]
        elif not line.query:
            shown += map(Content, textwrap.wrap(line.text, width))
        else:
            indent = " " * (INDENT + column)
            beside = cells(line.query) + 2 <= column
            wrapped = textwrap.wrap(
                line.text, width, initial_indent=indent, subsequent_indent=indent
            )
            query = Content(" " * INDENT) + Content(line.query).stylize("bold")
            if beside:
                gap = " " * (column - cells(line.query))
                shown.append(query + Content(gap + wrapped[0].lstrip()))
                wrapped = wrapped[1:]
            else:
                shown.append(query)
            shown += map(Content, wrapped)
    return Content("\n").join([Content("\n"), *shown])


def from_home(path: str) -> str:
    """Return a path as people write it, `~` for their own folder, so that it fits a line."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a name that is not UTF-8 stays as it is
    return f"~{path.removeprefix(home)}" if path.startswith(f"{home}{os.sep}") else path


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
