"""The list of articles: titles are read for the rows in view only, off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from corpus.article import ArticleFile
from tui.article_order import insertion_point, place_among
from tui.layout.cells import cells, cut, padded
from tui.safe_text import safe_line
from tui.widgets.virtual_list import Piece, VirtualList

# In cells: where a row has room for outlet and date beside the title.
WIDTH_FOR_DETAILS = 56


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """What a row shows, as safe text: the title ("" for none), then date and outlet.

    `annotated` says whether there are annotations.
    """

    title: str
    details: str
    annotated: bool


class ArticleList(VirtualList):
    """Lists the articles of the corpus, the one being read marked."""

    class DetailsWanted(Message):
        """Rows came into view of which only the name is known; `files` are theirs."""

        def __init__(self, files: tuple[ArticleFile, ...]) -> None:
            super().__init__()
            self.files = files

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.files: Sequence[ArticleFile] = ()
        self.reading: ArticleFile | None = None
        self._known: dict[ArticleFile, ListedArticle] = {}
        self._wanted: set[ArticleFile] = set()

    def show(self, files: Sequence[ArticleFile]) -> None:
        """List articles; the cursor stays on its article, on its line of the screen."""
        before = self.files[self.row] if self.row < len(self.files) else None
        self.files = files
        if before is None:
            self.rows_changed()
            return
        place = place_among(files, before)
        row = insertion_point(files, before) if place is None else place
        top = self.scroll_offset.y + row - self.row
        self.rows_changed(row=row)
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def set_reading(self, file: ArticleFile) -> None:
        """Mark the article that is being read, and bring it into view."""
        self.reading = file
        place = place_among(self.files, file)
        if place is not None:
            self.rows_changed(row=place)

    def set_details(self, details: dict[ArticleFile, ListedArticle]) -> None:
        """Take what was read of articles."""
        self._known.update(details)
        self._wanted.difference_update(details)
        self.refresh()

    def forget(self, *files: ArticleFile) -> None:
        """Read what the rows of articles show again: they may have changed."""
        for file in files:
            self._known.pop(file, None)
        self.refresh()

    def forget_all(self) -> None:
        """Read what all rows show again."""
        self._known.clear()
        self.refresh()

    def row_count(self) -> int:
        """Return the number of articles."""
        return len(self.files)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return an article's mark and title; its file name until the title is known."""
        file = self.files[row]
        known = self._known.get(file)
        if known is None and file not in self._wanted:
            self._want_details()
        is_read = self._is_read(file)
        mark = "▶" if is_read else " "
        mark += "•" if known and known.annotated else " "
        name = (known.title if known else "") or safe_line(file.article)
        pieces = [(f"{mark} ", "heading"), (name, "strong" if is_read else "")]
        if known and known.details and width >= WIDTH_FOR_DETAILS:
            room = width - cells(mark) - 1 - width // 3
            pieces[1] = (padded(name, room - 2), pieces[1][1])
            pieces.append((f"  {cut(known.details, width // 3)}", "faint"))
        return pieces

    def _is_read(self, file: ArticleFile) -> bool:
        """Say whether an article is the one being read, in whatever state its file is."""
        reading = self.reading
        return reading is not None and (file.article, file.part) == (reading.article, reading.part)

    def _want_details(self) -> None:
        """Ask for what all rows in view show, at once."""
        top = self.scroll_offset.y
        unknown = [
            file
            for file in self.files[top : top + self.size.height + 1]
            if file not in self._known and file not in self._wanted
        ]
        self._wanted.update(unknown)
        if unknown:
            self.post_message(self.DetailsWanted(tuple(unknown)))

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the list."""
        if action == "list.open":
            self.choose()
            return True
        return action.startswith("list.") and super().perform(action, count)
