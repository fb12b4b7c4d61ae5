"""Articles to choose one from, by title: read for the rows in view only, off the UI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.message import Message

from corpus.article import ArticleFile
from tui.layout.cells import cells, cut, padded
from tui.safe_text import safe_line
from tui.widgets.virtual_list import Piece, VirtualList

# In cells: where a row has room for date and outlet beside the title.
_WIDTH_FOR_DETAILS = 56


class ArticleChoices(VirtualList):
    """Lists articles: title, outlet and date; the file name in the place of what is not known."""

    class TitlesWanted(Message):
        """Rows came into view of which only the name is known; `files` are theirs."""

        def __init__(self, files: tuple[ArticleFile, ...]) -> None:
            super().__init__()
            self.files = files

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.files: Sequence[ArticleFile] = ()
        self._known: dict[ArticleFile, tuple[str, str]] = {}
        self._wanted: set[ArticleFile] = set()

    @property
    def current(self) -> ArticleFile | None:
        """The article of the cursor's row."""
        return self.files[self.row] if self.row < len(self.files) else None

    def show(self, files: Sequence[ArticleFile]) -> None:
        """List articles, the cursor on the first."""
        self.files = files
        self.rows_changed(row=0)

    def set_titles(self, titles: Mapping[ArticleFile, tuple[str, str]]) -> None:
        """Take the titles, and dates with outlets, of articles, as safe text."""
        self._known.update(titles)
        self.refresh()

    def row_count(self) -> int:
        """Return the number of articles."""
        return len(self.files)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        file = self.files[row]
        if file not in self._wanted:
            self._want_titles()
        title, details = self._known.get(file, ("", ""))
        name = safe_line(file.article)
        only_name = not title or (title == name and not details)
        if only_name or width < _WIDTH_FOR_DETAILS:
            return [(title or name, "")]
        room = width - width // 3
        source = _cut_source(details or name, width // 3)
        return [(padded(title, room - 2), ""), (f"  {source}", "faint")]

    def _want_titles(self) -> None:
        top = self.scroll_offset.y
        in_view = self.files[top : top + self.size.height + 1]
        unknown = tuple(file for file in in_view if file not in self._wanted)
        self._wanted.update(unknown)
        if unknown:
            self.post_message(self.TitlesWanted(unknown))


def _cut_source(details: str, room: int) -> str:
    """Return outlet and date in so many cells: the outlet gives way to the date."""
    outlet, between, date = details.rpartition(" · ")
    if not between:
        return cut(details, room)
    return cut(outlet, max(1, room - cells(between + date))) + between + date
