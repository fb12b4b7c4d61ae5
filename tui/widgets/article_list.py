"""The list of articles: titles are read for the rows in view only, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from corpus.article import ArticleFile
from tui.safe_text import safe_line
from tui.widgets.virtual_list import Piece, VirtualList


class ArticleList(VirtualList):
    """Lists the articles of the corpus, the one being read marked."""

    class TitlesWanted(Message):
        """Rows came into view whose titles are not known; `files` are theirs."""

        def __init__(self, files: tuple[ArticleFile, ...]) -> None:
            super().__init__()
            self.files = files

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.files: Sequence[ArticleFile] = ()
        self.reading: ArticleFile | None = None
        self._titles: dict[ArticleFile, str] = {}
        self._annotated: Callable[[ArticleFile], bool] = lambda _file: False
        self._wanted: set[ArticleFile] = set()

    def show(self, files: Sequence[ArticleFile], annotated: Callable[[ArticleFile], bool]) -> None:
        """List articles; `annotated` says whether an article has a sidecar."""
        self.files = files
        self._annotated = annotated
        self.rows_changed()

    def set_reading(self, file: ArticleFile) -> None:
        """Mark the article that is being read, and bring it into view."""
        self.reading = file
        if file in self.files:
            self.rows_changed(row=self.files.index(file))

    def set_titles(self, titles: dict[ArticleFile, str]) -> None:
        """Take titles that were read."""
        self._titles.update(titles)
        self._wanted.difference_update(titles)
        self.refresh()

    def row_count(self) -> int:
        """Return the number of articles."""
        return len(self.files)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return an article's mark and title; its file name until the title is known."""
        file = self.files[row]
        mark = "▶" if file == self.reading else "•" if self._annotated(file) else " "
        title = self._titles.get(file)
        if title is None and file not in self._wanted:
            self._want_titles()
        name = safe_line(file.article)
        if not title:
            return [(f"{mark} ", "heading"), (name, "")]
        return [(f"{mark} ", "heading"), (title, "strong" if file == self.reading else "")]

    def _want_titles(self) -> None:
        """Ask for the titles of all rows in view at once."""
        top = self.scroll_offset.y
        unknown = [
            file
            for file in self.files[top : top + self.size.height + 1]
            if file not in self._titles and file not in self._wanted
        ]
        self._wanted.update(unknown)
        if unknown:
            self.post_message(self.TitlesWanted(tuple(unknown)))

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the list."""
        if action == "list.open":
            self.choose()
            return True
        return action.startswith("list.") and super().perform(action, count)
