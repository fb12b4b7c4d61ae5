"""Annotating on the main screen: in the article, or from a row of the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screens.main.viewing import Viewing
from tui.screens.on_text.claiming import ClaimingText

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from corpus.article import ArticleFile
    from tui.article.document import Document


class Annotating(ClaimingText, Viewing, part=True):
    """The part of the main screen that creates, changes and deletes annotations."""

    def _placed_here(self) -> Placed | None:
        """Return the annotation of the panel's row, or the one under the cursor."""
        document = self.pane.document
        if document is None or self.focused is not self.panel:
            return super()._placed_here()
        id_ = self.panel.current.annotation if self.panel.current else None
        return next((p for p in document.placed if p.annotation.id == id_), None)

    def forget_rows(self, *files: ArticleFile) -> None:
        """Read again what the list shows of articles; of all where none is named."""
        if files:
            self.articles.forget(*files)
        else:
            self.articles.forget_all()

    def take(self, fresh: Document, onto: Callable[[Document], Document]) -> None:
        """Show what was found out about an article, if it is still the one on the screen.

        `onto` puts it onto what the screen knows by now: workers end in any order.
        """
        if self.pane.document is not None and fresh.same_article(self.pane.document):
            document = onto(self.pane.document)
            self.pane.show(document)
            self.panel.show(document)
            self.go_on()
