"""Links on the main screen: the article that one leads to takes the place of the one read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.main.correcting import Correcting
from tui.screens.on_text.knowing import KnowingText

if TYPE_CHECKING:
    from corpus.article import ArticleFile


class Visiting(KnowingText, Correcting, part=True):
    """The part of the main screen that goes where links and cards lead."""

    def go_to_file(self, file: ArticleFile, offset: int) -> None:
        """Go to an offset of an article; the jump list leads back."""
        document = self.pane.document
        if document is not None and document.article.file == file:
            self.pane.jump_to(offset)
        else:
            self.push_place()
            self.open_article(file, offset)
        self.activate("article")
