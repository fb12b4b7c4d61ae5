"""Marks on the main screen: they go along when the text of an article changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.main.going import Going
from tui.screens.on_text.marking import MarkingText

if TYPE_CHECKING:
    from tui.article.document import Document


class Marking(MarkingText, Going, part=True):
    """The part of the main screen that marks places and goes to marks."""

    def show_opened(self, document: Document, offset: int | None) -> None:
        """Show an article, then look for its marks where its text is another than theirs."""
        super().show_opened(document, offset)
        self.call_after_refresh(self.settle_marks, document)

    def carried(self, before: Document, after: Document) -> None:
        """Keep the marks of an article on their words in its text of now."""
        one, other = before.article, after.article
        self.marks.carry(one.name, other.name, one.text, other.text)
