"""The panes of the main screen: which of them are shown, and which has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tui.article.looks import LIST_WIDTH, NARROWEST_SIDE, NARROWEST_TEXT
from tui.panel.panel_tabs import TABS
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.column_line import ColumnLine
from tui.widgets.divider import Divider
from tui.widgets.mouse_pane import MenuWanted
from tui.widgets.safe_input import SafeInput
from tui.widgets.side_panel import SidePanel
from tui.widgets.split_line import SplitLine
from tui.widgets.tab_line import TabLine

if TYPE_CHECKING:
    from tui.workspace import Workspace

# In cells: below the first one pane is shown at a time, from the second all three, else two.
ONE_PANE_BELOW = 100
THREE_PANES_FROM = 150
# Cells beside the text: its gutter, the numbers of paragraphs, the scrollbar, a little room.
AROUND_TEXT = 12
PANES = ("list", "article", "panel")


class Panes(TextScreen, part=True):
    """A screen with the list of articles, the article and the side panel; one is active."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.title_line = SplitLine(style="bold", id="title")
        self.title_line.left_action = "app.menu"
        self.title_line.left_share = 0.4
        self.articles = ArticleList(id="list")
        self._article_pane = ArticlePane(id="article")
        self.panel = SidePanel(id="panel")
        self.tabs = TabLine(TABS, id="tabs")
        self.filter_field = SafeInput(
            placeholder="title, outlet, tag, name; is:unread", id="filter"
        )
        self.view_line = SplitLine(style="bold", id="view-line")
        self.view_line.left_action = "list.filter"
        self.columns = ColumnLine(self.articles, id="columns")
        self.wide_library = False
        self.before_library = "list"
        above = (self.filter_field, self.view_line, self.columns)
        for one in above[:2]:
            one.display = False
        self._sides: dict[str, Widget] = {
            "list": Vertical(*above, self.articles, id="list-side"),
            "article": self.pane,
            "panel": Vertical(self.tabs, self.panel, id="panel-side"),
        }
        self.dividers = {"list": Divider("list"), "panel": Divider("panel")}
        self.active = "article"
        # What the sides have for a width: to set one is to lay out the screen.
        self._widths: dict[str, int | str] = {}
        self.peeking = False

    @property
    def pane(self) -> ArticlePane:
        """The pane of the article."""
        return self._article_pane

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on panes."""
        return {
            "corpus.next_pane": lambda _: self.activate(self._pane_after(1)),
            "corpus.previous_pane": lambda _: self.activate(self._pane_after(-1)),
            "corpus.entities": lambda _: self.show_tab("entities"),
            "corpus.numbers": lambda _: self.show_tab("numbers"),
            "corpus.statements": lambda _: self.show_tab("statements"),
            "corpus.annotations": lambda _: self.show_tab("annotations"),
            "app.menu": lambda _: self.show_menu(*self.menu_cell()),
        }

    def say(
        self, message: str, *, warning: bool = False, peek: bool = False, whole: bool = False
    ) -> None:
        """Show safe text in the status line; a peek is replaced when the cursor moves on."""
        self.peeking = peek
        self.status.say(message, warning=warning, lasting=peek, whole=whole)

    def ask_in_line(self, message: str) -> None:
        """Show safe text that asks for the next key; it stays until that comes."""
        self.peeking = False
        self.status.say(message, lasting=True, whole=True)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as fit."""
        self.fit_panes()

    def fitting(self) -> tuple[str, ...]:
        """Return the panes that fit: the active one always, the article where two do.

        Where the text is to be alone, another pane is beside it only as long as it is active.
        """
        width = self.app.size.width
        if width < ONE_PANE_BELOW or (self.looks.alone and self.active == "article"):
            return (self.active,)
        if self.wide_library and self.active == "list":
            return ("list",)
        if width >= THREE_PANES_FROM and not self.looks.alone:
            return PANES
        return ("list", "article") if self.active == "list" else ("article", "panel")

    def compose_panes(self) -> ComposeResult:
        """Lay out the panes that fit; those that are not seen are mounted after the first paint."""
        fitting = self.fitting()
        with Horizontal(id="panes"):
            for name, side in self._sides.items():
                if name in fitting:
                    yield from self._in_row(name, side)
        self.divide()

    def _in_row(self, name: str, side: Widget) -> tuple[Widget, ...]:
        """Return a pane with its border, in the order in which they stand."""
        if name == "article":
            return (side,)
        divider = self.dividers[name]
        return (side, divider) if name == "list" else (divider, side)

    def mount_rest(self) -> None:
        """Mount the panes that were not seen at first."""
        row = self.query_one("#panes")
        for name, side in self._sides.items():
            if side.parent is None:
                side.display = False
                row.mount(*self._in_row(name, side), before=0 if name == "list" else None)
        self._tab_shown()
        self.fit_panes()

    def fit_panes(self) -> None:
        """Show the panes that fit."""
        fitting = self.fitting()
        for name, side in self._sides.items():
            side.display = name in fitting
        self.divide()

    def divide(self) -> None:
        """Put the borders where the view has them; the text keeps its least width."""
        fitting = self.fitting()
        room = self.app.size.width - NARROWEST_TEXT
        most = max(NARROWEST_SIDE, room // max(1, len(fitting) - 1))
        for name, divider in self.dividers.items():
            divider.display = beside = name in fitting and "article" in fitting
            width = min(self.width_of(name), most) if beside else "1fr"
            if self._widths.get(name) != width:
                self._widths[name] = width
                self._sides[name].styles.width = width

    def width_of(self, side: str) -> int:
        """Return the width of the list or the panel; the list takes what the text does not need."""
        fitting = self.fitting()
        needed = self.pane.comfortable_width + AROUND_TEXT + LIST_WIDTH + 1
        if "panel" in fitting:
            needed += self.looks.panel_width + 1
        return self.looks.width_of(side, self.app.size.width - needed)

    def activate(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self.active = name
        self.fit_panes()
        self._focused_pane.focus()
        self.keys_changed()

    def read_on(self) -> None:
        """Give the article the keys again."""
        self.activate("article")

    @property
    def _focused_pane(self) -> Widget:
        return {"list": self.articles, "article": self.pane, "panel": self.panel}[self.active]

    def _pane_after(self, step: int) -> str:
        return PANES[(PANES.index(self.active) + step) % len(PANES)]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click into another pane."""
        if event.widget is self.filter_field:
            self.active = "list"
            self.keys.clear()
        elif isinstance(event.widget, Widget) and event.widget.id in PANES:
            self.active = event.widget.id
            self.keys.clear()

    @on(MenuWanted)
    def _menu_wanted(self, event: MenuWanted) -> None:
        self.show_menu(event.x, event.y)

    def menu_cell(self) -> tuple[int, int]:
        """Return the cell of the screen that a menu asked for by a key opens at."""
        pane = self.query_one(f"#{self.active}").region
        return pane.x + pane.width // 3, pane.y + 1

    def show_menu(self, x: int, y: int) -> None:
        """Offer what can be done at the cursor, at a cell of the screen."""
        from tui.keyboard.menus import menu_of

        offered = menu_of(
            self.place,
            selected=self.pane.selected is not None,
            annotated=self.on_annotation,
            named=self.on_thing,
            addressed=self.address_here() is not None,
            matched=bool(self.pane.document and self.pane.document.matches),
        )
        self.offer_menu(offered, x, y)

    @property
    def on_annotation(self) -> bool:
        """Whether an annotation is under the cursor, or on the row."""
        return False

    @property
    def on_thing(self) -> bool:
        """Whether an entity or a number is under the cursor, or on the row."""
        return False

    def show_tab(self, tab: str) -> None:
        """Show one list of the side panel."""
        self.panel.show_tab(tab)
        self.activate("panel")

    @on(SidePanel.TabShown)
    def _tab_shown(self) -> None:
        """Name the lists of the panel, the one that is shown marked."""
        self.tabs.show(self.panel.tab)

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.show_tab(event.tab)
