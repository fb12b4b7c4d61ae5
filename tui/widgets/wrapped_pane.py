"""A pane that lays out an article in rows: widths, folds, scrolling.

Rows are found by bisection in the layout, so that what a key costs does not depend on the length of
the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.geometry import Offset, Region, Size
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.article.document import LONG_TEXT, Document
from tui.article.looks import Looks
from tui.layout import motions
from tui.layout.displayed import Sources
from tui.layout.layers import EMPTY
from tui.layout.wrap import MIN_WIDTH, Layout
from tui.parts import work
from tui.widgets.folding_pane import FoldingPane
from tui.widgets.row_painter import GUTTER

if TYPE_CHECKING:
    from tui.app import PostilApp

CONTEXT_ROWS = 2
SECONDS_TO_SETTLE = 0.05
# Cells: a narrower pane has no room for the numbers of paragraphs.
NUMBERS_FROM = 60


class WrappedPane(FoldingPane, part=True):
    """Knows the rows of one `Document`, and which of them are in view."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.comfortable_width = 78
        self._layout_rows: Layout | None = None
        # The text as it is laid out, what it was made from, and what another is being made from.
        self._laid: tuple[Sources | None, str] = (None, "")
        self._making: Sources | None = None
        self._goal = 0
        self._fitted = 0  # the width of the pane that its text is laid out for
        self._pending_centre = False
        self._wrapping: Timer | None = None  # wraps the rest of a long text
        self._ahead: Layout | None = None  # of a long text that is about to be shown

    def lay_ahead(self, document: Document) -> None:
        """Wrap a long text before it is shown. Called by a thread worker."""
        self._ahead = None
        if document.is_long:
            # Asking for a width may lay the screen out, which is for the UI thread alone.
            width = self.app.call_from_thread(self._width_for, document)
            if width is not None:
                self._ahead = Layout(document.shown, width, reorders=self._reorders)

    def show(self, document: Document, cursor: int | None = None) -> None:
        """Show a document; more about the same text keeps the place and the selection."""
        before = self.document
        same_text = document.same_article(before)
        self.document = document
        if not same_text:
            self.selection = None
            self._layout_rows = self._making = None
        if cursor is not None or not same_text:
            place = min(cursor or 0, len(document.shown) - 1)
            self.cursor = motions.cluster_start(document.shown, place)
            self._pending_centre = cursor is not None
        if not same_text or before is None or document.analysis is not before.analysis:
            self._find_folds(self.folding.opened if same_text else frozenset())
        if self.folding.hides(self.cursor):
            self.folding = self.folding.switched(self.cursor)
        self._lay_out()
        self._repaint()
        self.post_message(self.CursorMoved())

    def dress(self, looks: Looks, width: int) -> None:
        """Show other things of the article, its text `width` cells wide where there is room."""
        folds = looks.folded != self.looks.folded
        self.looks, self.comfortable_width = looks, width
        if folds:
            self._find_folds(frozenset())
            self._rest_on_fold()
        self._lay_out()
        self._repaint()

    # Widths

    @property
    def _numbers(self) -> int:
        """The cells that the numbers of paragraphs take, with the blank after them."""
        return 0 if self.document is None else self._numbers_of(self.document)

    def _numbers_of(self, document: Document) -> int:
        if not self.looks.paragraphs or self.scrollable_content_region.width < NUMBERS_FROM:
            return 0
        return max(2, len(str(document.line_count))) + 1

    def _width_for(self, document: Document) -> int | None:
        """Return the width that the text of a document would have here, None before a layout."""
        return self._text_width(self._numbers_of(document)) if self.size.width else None

    @property
    def text_width(self) -> int:
        """The width of the text in cells."""
        return self._text_width(self._numbers)

    def _text_width(self, numbers: int) -> int:
        room = self.scrollable_content_region.width - GUTTER - numbers
        return max(1, min(self.comfortable_width, room))

    @property
    def _margin(self) -> int:
        """Blank cells left of the numbers and the gutter, which centre the text."""
        left = GUTTER + self._numbers
        return max(0, (self.scrollable_content_region.width - left - self.text_width) // 2)

    @property
    def _first_column(self) -> int:
        """The column of the pane at which rows without an indent begin."""
        return self._margin + self._numbers + GUTTER

    @property
    def progress(self) -> int:
        """How far the cursor's row is through the article, in percent: from 0 to 100."""
        layout = self._layout_rows
        if layout is None:
            return 0
        last = layout.last_row
        return round(100 * layout.row_of(self.cursor) / last) if last else 0

    @property
    def end_in_view(self) -> bool:
        """Whether the last row of the article is on the screen."""
        rows = self._layout_rows
        return rows is not None and self.scroll_offset.y + self._page >= len(rows)

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height)

    # Rows

    def _sources(self, width: int) -> Sources:
        """Return what the text that is laid out at a width is made of."""
        document, looks = self.document, self.looks
        assert document is not None
        markup = document.markup if looks.markdown else None
        edits, joins = (markup.edits, markup.joins) if markup is not None else ((), ())
        matches = document.match_layer if markup is not None else EMPTY
        reflow = document.reflow
        if reflow is not None and reflow.width > width:
            joins = reflow.joins
        joins = joins if looks.reflow else ()
        return Sources(document.shown, edits, joins, self.folding.folds, matches)

    def _lay_out(self) -> None:
        """Wrap the text as it is to be shown now, if it is not yet."""
        if self.document is None or not self.size.width:
            return
        width, before = self.text_width, self._layout_rows
        text, folds = self._text_to_lay(width), self.folding.closed
        if before is None:
            self._take_layout(self._layout_of(text, width))
        elif (before.text, before.reorders) != (text, self._reorders):
            self._relay(self._layout_of(text, width))
        elif before.folds != folds and before.width == max(MIN_WIDTH, width):
            self._relay(before.refolded(folds))
        elif before.folds != folds:
            self._relay(self._layout_of(text, width))
        elif before.width != width:
            if len(text) < LONG_TEXT:
                self._take_layout(self._layout_of(text, width))
            else:
                row, around = before.row_of(self.cursor), 2 * self._page
                self._take_layout(before.rewrapped(width, row - around, row + around))
                if self._wrapping is not None:
                    self._wrapping.stop()
                self._wrapping = self.set_timer(SECONDS_TO_SETTLE, self._wrap_rest)
        elif self._pending_centre:
            self._scroll_to_cursor(centre=True)
        self._pending_centre = False

    def _text_to_lay(self, width: int) -> str:
        """Return the text as it is to be laid out, of a long article as it is laid out already.

        Another text of that is made in a thread.
        """
        sources, before = self._sources(width), self._layout_rows
        if sources.are(self._laid[0]):
            self._making = None
        elif before is None or not cast("Document", self.document).is_long:
            self._laid = sources, sources.text()
        else:
            if not sources.are(self._making):
                self._making = sources
                self._make_text(sources, width, before)
            return before.text
        return self._laid[1]

    @work(thread=True, exclusive=True, group="lay")
    def _make_text(self, sources: Sources, width: int, before: Layout) -> None:
        text, layout = sources.text(), None
        if text != before.text:
            layout = Layout(text, width, reorders=before.reorders)
        self.app.call_from_thread(self._take_text, sources, layout, before)

    def _take_text(self, sources: Sources, layout: Layout | None, before: Layout) -> None:
        if self._making is not sources:
            return
        self._making = None
        if layout is None:
            self._laid = sources, before.text
        elif layout.width == max(MIN_WIDTH, self.text_width):
            self._laid, self._ahead = (sources, layout.text), layout
        self._lay_out()
        self._repaint()

    @property
    def _reorders(self) -> bool:
        """Whether right-to-left writing is put in visual order here, not by the terminal."""
        return cast("PostilApp", self.app).reorders

    def _layout_of(self, text: str, width: int) -> Layout:
        """Wrap a text as it is folded now, or take the rows that were made ahead."""
        ahead, self._ahead = self._ahead, None
        if (
            ahead is not None
            and ahead.text is text
            and (ahead.width, ahead.reorders) == (max(MIN_WIDTH, width), self._reorders)
        ):
            return ahead.refolded(self.folding.closed)
        return Layout(text, width, self.folding.closed, reorders=self._reorders)

    def _take_layout(self, layout: Layout) -> None:
        self._layout_rows = layout
        self.virtual_size = Size(layout.width, len(layout))
        self._goal = layout.column_of(self.cursor)
        self._scroll_to_cursor(centre=self._pending_centre or self.cursor > 0)

    def _relay(self, layout: Layout) -> None:
        """Take another layout of the same article; the cursor's row stays where it is."""
        before = self._layout_rows
        assert before is not None
        line = before.row_of(self.cursor) - self.scroll_offset.y
        self._layout_rows = layout
        self.virtual_size = Size(layout.width, len(layout))
        self._goal = layout.column_of(self.cursor)
        self._scroll_rows_to(layout.row_of(self.cursor) - line)

    def wrap_anew(self) -> None:
        """Wrap all of the text, as its characters are measured now."""
        before = self._layout_rows
        if before is not None and len(before.text) >= LONG_TEXT:
            self._wrap_whole(before)
        elif before is not None:
            self._relay(self._layout_of(before.text, before.width))
            self._repaint()

    def _wrap_rest(self) -> None:
        if self._layout_rows is not None:
            self._wrap_whole(self._layout_rows)

    @work(thread=True, exclusive=True, group="wrap")
    def _wrap_whole(self, before: Layout) -> None:
        """Wrap all of a text of which only some rows have its width, when no key waits."""
        app, worker = cast("PostilApp", self.app), get_current_worker()
        app.pauses.wait()
        if worker.is_cancelled:
            return
        whole = Layout(before.text, before.width, before.folds, reorders=before.reorders)
        if not worker.is_cancelled:
            app.call_from_thread(self._take_whole, before, whole)

    def _take_whole(self, before: Layout, whole: Layout) -> None:
        now = self._layout_rows
        if now is before:
            self._relay(whole)
            self._repaint()
        elif now is not None and now.text is before.text:
            # What was folded meanwhile was so in rows of two widths.
            self._wrap_whole(now)

    def _fit(self) -> None:
        """Lay the text out for the width that the pane has now."""
        self._fitted = self.size.width
        self._lay_out()

    def on_resize(self) -> None:
        """Wrap anew; the cursor's row stays in looks."""
        if self.size.width != self._fitted:
            self._fit()
            self._repaint()
        self._scroll_to_cursor()

    def _refresh_rows(self, *offsets: int) -> None:
        """Repaint the rows between the first and the last of the offsets."""
        assert self._layout_rows is not None
        rows = [self._layout_rows.row_of(offset) for offset in offsets]
        top, bottom = min(rows), max(rows)
        if self.selection is None and bottom - top > 1:
            for row in rows:
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        else:
            region = Region(0, top - self.scroll_offset.y, self.size.width, bottom - top + 1)
            self.refresh(region)

    def _scroll_to_cursor(self, *, centre: bool = False) -> None:
        """Bring the cursor's row into looks, with some rows around it."""
        layout = self._layout_rows
        if layout is None:
            return
        row, page, top = layout.row_of(self.cursor), self._page, self.scroll_offset.y
        around = min(CONTEXT_ROWS, (page - 1) // 2)
        if row - around < top or row + around >= top + page:
            if centre or row < top - page or row >= top + 2 * page:
                top = row - page // 3
            elif row - around < top:
                top = row - around
            else:
                top = row + around - page + 1
            self._scroll_rows_to(top)

    def _scroll_rows_to(self, top: int) -> None:
        assert self._layout_rows is not None
        last = max(0, len(self._layout_rows) - self._page)
        self.scroll_to(y=min(max(0, top), last), animate=False, force=True)

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where the cursor is, None where it is not in view."""
        layout = self._layout_rows
        if layout is None:
            return None
        line = layout.row_of(self.cursor) - self.scroll_offset.y
        if not 0 <= line < self._page:
            return None
        column = self._first_column + layout.column_of(self.cursor)
        return self.content_region.offset + Offset(column, line)

    def offset_at_cell(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a cell of the pane."""
        if self._layout_rows is None:
            return None
        row = min(max(0, self.scroll_offset.y + y), len(self._layout_rows) - 1)
        return self._layout_rows.offset_at(row, x - self._first_column)
