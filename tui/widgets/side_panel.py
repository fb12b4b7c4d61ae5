"""The side panel: entities, numbers, statements, annotations of the article, a list each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.article.document import Document
from tui.panel.panel_tabs import TABS
from tui.parts import work
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from tui.panel.panel_rows import PanelRow


Room = tuple[int, int, int]  # cells, rows, and the cells that a scrollbar would take


def _rows_in(tab: str, document: Document, room: Room) -> tuple[PanelRow, ...]:
    from tui.panel.panel_rows import fitted_rows

    return fitted_rows(tab, document, *room)


class SidePanel(VirtualList):
    """Lists what is known of the article that is read; its border title names the tabs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "virtual-list--person",
        "virtual-list--org",
        "virtual-list--place",
        "virtual-list--norp",
        "virtual-list--quantity",
        "virtual-list--date",
    }

    class TabShown(Message):
        """Another list is shown."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.tab = TABS[0]
        self._document: Document | None = None
        self._rows: tuple[PanelRow, ...] = ()
        self._sought: str | None = None

    def show(self, document: Document) -> None:
        """List what is known of a document; the cursor stays while the article does."""
        same = self._document is not None and self._document.article.file == document.article.file
        self._document = document
        self._list(row=None if same else 0)

    def show_tab(self, tab: str) -> None:
        """List another kind of thing."""
        self.tab = tab
        self._list(row=0)
        self.post_message(self.TabShown(tab))

    def show_annotation(self, id: str) -> None:  # noqa: A002 - the field's name
        """Put the cursor on an annotation, as soon as it is listed."""
        self._sought = id
        self.show_tab("annotations")

    def _seek(self) -> None:
        numbers = (at for at, row in enumerate(self._rows) if row.annotation == self._sought)
        if self._sought is not None and (found := next(numbers, None)) is not None:
            self._sought = None
            self.rows_changed(row=found)

    def _list(self, row: int | None = None) -> None:
        """List anew, a long article in a thread; the cursor goes to `row`, or stays."""
        if self._document is None or not self.is_attached:
            # A panel that is not mounted yet is filled when it is.
            self.rows_changed(row=row)
            return
        bar = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        room = max(8, self.row_width), self.size.height, bar
        if self._document.is_long:
            if row is not None:  # what is listed is of another article, or another tab
                self._rows = ()
                self.rows_changed(row=row)
            self._list_in_thread(self.tab, self._document, room, row)
        else:
            self._take(_rows_in(self.tab, self._document, room), row)

    @work(thread=True, exclusive=True, group="panel")
    def _list_in_thread(self, tab: str, document: Document, room: Room, row: int | None) -> None:
        rows = _rows_in(tab, document, room)
        self.app.call_from_thread(self._take_of, tab, document, rows, row)

    def _take_of(
        self, tab: str, document: Document, rows: tuple[PanelRow, ...], row: int | None
    ) -> None:
        if self.tab == tab and self._document is document:
            self._take(rows, row)

    def _take(self, rows: tuple[PanelRow, ...], row: int | None) -> None:
        self._rows = rows
        self.rows_changed(row=row)
        self._seek()

    def on_resize(self) -> None:
        """Wrap notes anew."""
        self._list()

    @property
    def current(self) -> PanelRow | None:
        """The row of the cursor."""
        return self._rows[self.row] if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows of the tab."""
        return len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return list(self._rows[row].pieces)

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the panel."""
        if action in ("panel.tab_next", "panel.tab_previous"):
            step = 1 if action == "panel.tab_next" else -1
            self.show_tab(TABS[(TABS.index(self.tab) + step) % len(TABS)])
            return True
        if action == "panel.go":
            self.choose()
            return True
        return action.startswith("panel.") and super().perform(action, count)
