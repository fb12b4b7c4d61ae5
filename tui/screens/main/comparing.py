"""Two articles beside each other: how the main screen opens them, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import ArticleFile
from tui.screens.action_screen import Handler
from tui.screens.main.on_articles import OnArticles

if TYPE_CHECKING:
    from tui.article.document import Document
    from tui.workspace import Workspace


class Comparing(OnArticles, part=True):
    """The part of the main screen that lays another article beside the one that is read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._read_before: ArticleFile | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on two articles."""
        return super().handlers | {
            "reader.beside": lambda _: self.ask_beside(marked=False),
            "reader.differences": lambda _: self.ask_beside(marked=True),
        }

    def show_opened(self, document: Document, offset: int | None) -> None:
        """Remember which article was read before the one that is opened."""
        before = self.pane.document
        if before is not None and before.article.file != document.article.file:
            self._read_before = before.article.file
        super().show_opened(document, offset)

    def ask_beside(self, *, marked: bool) -> None:
        """Ask which article to lay beside this one; `marked` marks what differs at once."""
        document = self.pane.document
        if document is None:
            return
        from tui.screens.article_picker import ArticlePicker

        def picked(file: object) -> None:
            if isinstance(file, ArticleFile):
                self.show_beside(file, marked=marked)

        file = document.article.file
        before = self._read_before
        if before is not None and self.workspace.corpus.find(before.article, before.part) is None:
            before = None
        if before == file:
            before = None
        self.app.push_screen(ArticlePicker(self.workspace, file, before), picked)

    def show_beside(self, second: ArticleFile, *, marked: bool) -> None:
        """Show another article beside this one."""
        document = self.pane.document
        if document is not None:
            self._push_beside(document, second, marked=marked)

    def show_past(self, past: Document, remark: str) -> None:
        """Show an earlier text of this article before it, with what changed; `remark` says when."""
        document = self.pane.document
        if document is not None:
            self._push_beside(past, document, marked=True, past=0, remark=remark)

    def _push_beside(
        self,
        first: Document,
        second: ArticleFile | Document,
        *,
        marked: bool,
        past: int | None = None,
        remark: str = "",
    ) -> None:
        from tui.screens.beside import BesideScreen

        screen = BesideScreen(
            self.workspace,
            first,
            second,
            cursor=self.pane.cursor,
            marked=marked,
            past=past,
            remark=remark,
            query=self.query_shown,
            widen=self.widen,
        )
        for pane in screen.panes:
            pane.dress(self.looks, self.pane.comfortable_width)
        screen.marked_annotation = self.marked_annotation

        def back(left: object) -> None:
            self.marked_annotation = screen.marked_annotation
            self._back_from_beside(left)

        self.app.push_screen(screen, back)

    def _back_from_beside(self, left: object) -> None:
        """Read on at the first article's cursor, or the second article; claim what is asked for.

        Both may have been annotated there, and what is shown of articles may be another.
        """
        from tui.cards.card_place import ClaimPlace
        from tui.screens.beside import LeftBeside

        self.begin_looks()
        self.forget_rows()
        self.reload_own("")
        if isinstance(left, ClaimPlace):
            self._card_left(left)
        if not isinstance(left, LeftBeside):
            return
        if left.file is not None:
            self.push_place()
            self.open_article(left.file, left.offset)
        elif self.pane.document is not None and left.offset != self.pane.cursor:
            self.pane.jump_to(left.offset)
        self.activate("article")
