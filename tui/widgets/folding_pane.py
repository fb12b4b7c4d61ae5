"""A pane with an article of which runs of page furniture are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.article.document import Document
from tui.article.looks import Looks
from tui.layout.folding import Fold, Folding, folds_of
from tui.widgets.mouse_pane import MousePane

if TYPE_CHECKING:
    from tui.layout.selection import Selection


class FoldingPane(MousePane, part=True):
    """Shows one `Document`; knows where the cursor and the selection are, in offsets, and what is
    folded. A cursor is never inside a closed fold, but may rest at its start.
    """

    class CursorMoved(Message):
        """The cursor or the selection changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.document: Document | None = None
        self.looks = Looks()
        self.cursor = 0
        self.selection: Selection | None = None
        self.folding = Folding()
        self._opened_by_jump: Fold | None = None

    def _lay_out(self) -> None:
        """Lay the text out as it is folded now."""
        raise TypeError(f"{type(self).__name__} does not lay out")

    def _repaint(self) -> None:
        """Paint all rows anew."""
        self.refresh()

    def _find_folds(self, opened: frozenset[int]) -> None:
        """Find what is folded in the article, but for the folds that begin at `opened`."""
        document = self.document
        found: tuple[Fold, ...] = ()
        if self.looks.folded and document is not None and document.analysis is not None:
            found = folds_of(document.shown, document.analysis.furniture)
        self.folding = Folding(found, opened)

    def _rest_on_fold(self) -> None:
        """Put a cursor that a fold would hide on the row of the fold."""
        fold = self.folding.closed_at(self.cursor)
        if fold is not None:
            self.cursor, self.selection = fold.start, None
            self.post_message(self.CursorMoved())

    def switch_fold(self, offset: int) -> bool:
        """Open the closed fold at an offset, or close the open one; False where there is none."""
        if self.folding.at(offset) is None:
            return False
        self._opened_by_jump = None
        self.folding = self.folding.switched(offset)
        self._rest_on_fold()
        self._lay_out()
        self._repaint()
        return True

    def _unfold(self, offset: int) -> None:
        """Open the fold that would hide `offset`, until the cursor leaves it."""
        fold = self.folding.closed_at(offset)
        if fold is not None:
            self.folding = self.folding.switched(offset)
            self._opened_by_jump = fold
            self._lay_out()
            self._repaint()

    def _fold_again(self, offset: int) -> None:
        """Close the fold that a jump has opened, if it does not hold `offset`."""
        fold, self._opened_by_jump = self._opened_by_jump, None
        if fold is None or fold.start not in self.folding.opened:
            return
        if fold.covers(offset):
            self._opened_by_jump = fold
        elif fold in self.folding.folds:
            self.folding = self.folding.switched(fold.start)
            self._lay_out()
            self._repaint()
