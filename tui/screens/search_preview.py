"""The part of the search screen that shows the text around a hit, and goes from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.timer import Timer
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from index.problems import QueryError
from tui.parts import work
from tui.screens.saved_searches import SavingSearches
from tui.searching.hit_preview import HitPreview
from tui.widgets.hit_preview_pane import HitPreviewPane
from tui.widgets.split_line import SplitLine

if TYPE_CHECKING:
    from corpus.span import Span
    from tui.searching.search_rows import SearchRow
    from tui.workspace import Workspace

LEAST_HEIGHT: Final = 30
"""Rows of a screen that has room for the text of a hit."""
LONGEST: Final = 2_000_000
"""Characters of the longest text in which all matches are looked for; of others, the snippets'."""
SECONDS_BEFORE_PREVIEW: Final = 0.1


class PreviewingHits(SavingSearches):
    """A search screen with the text of the hit under the cursor below the results."""

    def __init__(self, workspace: Workspace, *, widen: bool) -> None:
        super().__init__(workspace, widen=widen)
        self._preview: HitPreview | None = None
        self._preview_row: SearchRow | None = None
        self._preview_timer: Timer | None = None
        self._preview_title = SplitLine(id="search-preview-title")
        self._preview_pane = HitPreviewPane(id="search-preview")

    @property
    def row_shown(self) -> SearchRow | None:
        """The row of the results that the cursor is on."""
        raise NotImplementedError

    def fit_preview(self, height: int) -> None:
        """Show the text of a hit where the screen is high enough."""
        shown = height >= LEAST_HEIGHT
        self._preview_pane.display = self._preview_title.display = shown
        self.preview_soon()

    def preview_soon(self) -> None:
        """Show the text of the hit under the cursor when the keys pause."""
        if self._preview_timer is not None:
            self._preview_timer.stop()
        if self._preview_pane.display:
            self._preview_timer = self.set_timer(SECONDS_BEFORE_PREVIEW, self._preview_now)

    def _preview_now(self) -> None:
        row, before = self.row_shown, self._preview_row
        if row is None:
            self._show_preview(None, None)
        elif before is not None and self._preview is not None and row.hit is before.hit:
            self._show_preview(row, self._preview.at_place(row.target))
        else:
            self._read_preview(row, self.query_text)

    @work(thread=True, exclusive=True, group="preview")
    def _read_preview(self, row: SearchRow, query: str) -> None:
        worker, workspace = get_current_worker(), self._workspace
        file = workspace.corpus.find(row.hit.article, row.hit.part)
        preview = None
        if file is not None:
            try:
                document = workspace.read(file)
                text = document.article.text
                found = [one for snippet in row.hit.snippets for one in snippet.matches]
                if len(text) <= LONGEST:
                    found = list(workspace.matches(query, document, widen=self._widen)) or found
                preview = HitPreview(text, found).at_place(row.target)
            except (CorpusError, QueryError):
                preview = None  # gone, or being written: the list says what there is of it
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_preview, row, preview)

    def _show_preview(self, row: SearchRow | None, preview: HitPreview | None) -> None:
        self._preview_row, self._preview = row, preview
        self._preview_pane.show(preview)
        words = right = ""
        if preview is not None and row is not None:
            words = row.name
            if preview.matches:
                right = f"{preview.at + 1:,} of {len(preview.matches):,}"
        self._preview_title.show(left=words, right=right)

    def next_hit(self, by: int) -> None:
        """Show the next match of the article, or one before."""
        if not self._preview_pane.display:
            self.say("The window is too low to show the text of a hit")
        elif self._preview is not None and self._preview_row is not None:
            self._show_preview(self._preview_row, self._preview.moved(by))

    def place_shown(self, row: SearchRow) -> Span | None:
        """Return where a row leads: to the match that is shown of it, where one was gone to."""
        if self._preview is not None and self._preview_row is row and self._preview.match:
            return self._preview.match
        return row.target
