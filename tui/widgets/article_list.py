"""The list of articles: what a row shows is read for the rows in view only, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import events
from textual.message import Message
from textual.timer import Timer

from tui.layout.cells import cells
from tui.library.listing import Heading, Listing
from tui.safe_text import safe_line
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.app import PostilApp
    from tui.library.row import ListedArticle, Needed

# Reading what rows show takes turns of the processor from painting them: it begins after that, when
# no key is held down any more.
SECONDS_BEFORE_ASKING = 0.03


Key = tuple[str, str | None]
"""The name of an article and its part: it is the same whatever its size and time of change."""


def _nothing_read(_article: str, _characters: int) -> str:
    return ""


class ArticleList(VirtualList):
    """Lists the articles of the corpus, the one being read marked.

    `progress` says in a word how far an article was read, given its name and its length. `chosen`
    are the articles that the next command is about.
    """

    class DetailsWanted(Message):
        """Rows came into view of which only the name is known; `files` are theirs."""

        def __init__(self, files: tuple[ArticleFile, ...]) -> None:
            super().__init__()
            self.files = files

    class Forgotten(Message):
        """What the reader made of articles may have changed; `files` are theirs, none for all."""

        def __init__(self, files: tuple[ArticleFile, ...]) -> None:
            super().__init__()
            self.files = files

    class ChoiceChanged(Message):
        """Other articles are chosen, by the mouse."""

    class ColumnsChanged(Message):
        """The columns have other widths now."""

    class FoldWanted(Message):
        """A group shall be folded, or unfolded."""

        def __init__(self, group: str, *, folded: bool) -> None:
            super().__init__()
            self.group = group
            self.folded = folded

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.listing = Listing.by_name(())
        self.reading: ArticleFile | None = None
        self.progress: Callable[[str, int], str] = _nothing_read
        self.chosen: dict[Key, None] = {}
        self._known: dict[ArticleFile, ListedArticle] = {}
        self._wanted: set[ArticleFile] = set()
        self._asking: Timer | None = None
        # Where the reader put the cursor: a filter that leaves that article out does not move it.
        self._at: ArticleFile | None = None
        self._chosen_last = 0  # the row
        self._needed: Needed | None = None  # by the articles of which more than the name is known

    @property
    def needed(self) -> Needed:
        """What the columns have to hold: no outlets where these are the headings."""
        from tui.library.row import Needed

        needed = self._needed or Needed()
        return replace(needed, outlet=0) if self.listing.view.group == "outlet" else needed

    @property
    def current(self) -> ArticleFile | None:
        """The article of the cursor's row; None on a heading, and where there is none."""
        return self.listing.file_at(self.row)

    def show(self, listing: Listing, nothing: str = "") -> None:
        """List articles, or say `nothing`; the cursor stays on its article, on its line."""
        group = self._heading_at_cursor()
        self.listing, self.nothing = listing, nothing
        row = None if group is None else listing.row_of_heading(group)
        if row is None:
            row = self.row if self._at is None else listing.row_near(self._at)
        top = max(0, self.scroll_offset.y + row - self.row)
        self.rows_changed(row=row)
        if top == row and self._is_heading(row - 1):
            # The first article of a group is shown below the name of the group.
            top -= 1
        self.scroll_to(y=top, animate=False, force=True)
        self._scroll_to_row()

    def _is_heading(self, row: int) -> bool:
        return row >= 0 and isinstance(self.listing.at(row), Heading)

    def _heading_at_cursor(self) -> str | None:
        found = self.listing.at(self.row) if self.row < len(self.listing) else None
        return found.name if isinstance(found, Heading) else None

    def set_reading(self, file: ArticleFile) -> None:
        """Mark the article that is being read, and bring it into view."""
        self.reading = self._at = file
        row = self.listing.row_of(file)
        if row is not None:
            self.rows_changed(row=row)

    def set_details(
        self, details: dict[ArticleFile, ListedArticle], asked: Iterable[ArticleFile] = ()
    ) -> None:
        """Take what was read of articles; those that were `asked` for may be asked for again."""
        self._known.update(details)
        self._wanted.difference_update(details, asked)
        self._widen(details.values())
        if not {*details, *asked}.isdisjoint(self._articles_within(self._in_view)):
            self.refresh()
        if not self._wanted and self._asking is None:
            self._want_details_ahead()

    def _widen(self, articles: Iterable[ListedArticle]) -> None:
        """Make the columns hold what is known now. They grow and never shrink on the way."""
        from tui.library.row import Needed

        needed = self._needed or Needed(0, annotations=False)
        for one in articles:
            outlet, annotations = cells(one.outlet), bool(one.annotations)
            needed = Needed(max(needed.outlet, outlet), needed.annotations or annotations)
        if needed != self._needed:
            self._needed = needed
            self.post_message(self.ColumnsChanged())

    def forget(self, *files: ArticleFile) -> None:
        """Read what the rows of articles show again: they may have changed."""
        for file in files:
            self._known.pop(file, None)
        self.post_message(self.Forgotten(files))
        self.refresh()

    def forget_all(self) -> None:
        """Read what all rows show again."""
        self._known.clear()
        self.post_message(self.Forgotten(()))
        self.refresh()

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.listing)

    def move_to(self, row: int) -> None:
        """Move the cursor, which is then where the reader put it."""
        super().move_to(row)
        self._at = self.current or self._at

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows of an article, its file name until more is known."""
        from tui.library.row import heading_row_pieces, row_pieces

        file = self.listing.at(row)
        if isinstance(file, Heading):
            heading = replace(file, name=safe_line(file.name))
            return heading_row_pieces(heading, self.listing.view.group, width)
        known = self._known.get(file)
        if known is None and file not in self._wanted and self._asking is None:
            self._asking = self.set_timer(SECONDS_BEFORE_ASKING, self._want_details)
        return row_pieces(
            known,
            safe_line(file.article),
            self.progress(file.article, known.characters) if known else "",
            width,
            self.needed,
            reading=self._is_read(file),
            chosen=file.key in self.chosen,
        )

    def _is_read(self, file: ArticleFile) -> bool:
        """Say whether an article is the one being read, in whatever state its file is."""
        reading = self.reading
        return reading is not None and file.key == (reading.article, reading.part)

    @property
    def _in_view(self) -> range:
        """The rows in view; the last of them may be cut."""
        top = self.scroll_offset.y
        return range(top, top + self.size.height + 1)

    def _articles_within(self, rows: Iterable[int]) -> Iterator[ArticleFile]:
        """Yield the articles of rows, as far as there are such rows."""
        found = map(self.listing.file_at, rows)
        return (file for file in found if file is not None)

    def _want_details(self) -> None:
        """Ask for what all rows show that are still in view, when no key is held down."""
        self._asking = None
        if wait := cast("PostilApp", self.app).pauses.seconds_to_wait:
            self._asking = self.set_timer(wait, self._want_details)
        else:
            self._want_details_of(self._in_view)

    def _want_details_ahead(self) -> None:
        """Ask for a page below and a page above as well: they are known when one comes there."""
        view = self._in_view
        below, above = (
            range(view.stop, view.stop + len(view)),
            range(view.start - len(view), view.start),
        )
        if not self._want_details_of(view):
            self._want_details_of((*below, *above))

    def _want_details_of(self, rows: Iterable[int]) -> bool:
        """Ask for what rows show that are not known; says whether there are any."""
        unknown = tuple(
            file
            for file in self._articles_within(rows)
            if file not in self._known and file not in self._wanted
        )
        if unknown:
            self._wanted.update(unknown)
            self.post_message(self.DetailsWanted(unknown))
        return bool(unknown)

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action of the list."""
        if action == "list.open":
            self.choose()
            return True
        if action in ("list.fold", "list.unfold"):
            self._fold(folded=action == "list.fold")
            return True
        return action.startswith("list.") and super().perform(action, count)

    def choose(self) -> None:
        """Choose the article of the cursor; fold or unfold the group of a heading."""
        found = self.listing.at(self.row) if self.row < len(self.listing) else None
        if isinstance(found, Heading):
            self.post_message(self.FoldWanted(found.name, folded=not found.folded))
        else:
            super().choose()

    def _fold(self, *, folded: bool) -> None:
        """Fold the group of the cursor, or unfold it; with nothing to unfold, open the article."""
        row = self.listing.heading_above(self.row)
        heading = None if row is None else self.listing.at(row)
        if not isinstance(heading, Heading):
            if not folded:
                self.choose()
            return
        if not folded and self.current is not None:
            self.choose()
        elif heading.folded != folded:
            self.move_to(row or 0)
            self.post_message(self.FoldWanted(heading.name, folded=folded))

    def turn_chosen(self, file: ArticleFile) -> None:
        """Choose an article, or choose it no more."""
        self._chosen_last = self.listing.row_near(file)
        key = file.key
        if key in self.chosen:
            del self.chosen[key]
        else:
            self.chosen[key] = None
        self.refresh()

    def choose_to(self, row: int) -> None:
        """Choose the articles between the row that was chosen last and another."""
        first, last = sorted((self._chosen_last, row))
        for each in range(first, last + 1):
            file = self.listing.file_at(each)
            if file is not None:
                self.chosen[file.key] = None
        self._chosen_last = row
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose one more with Ctrl, all up to here with Shift; else open as every list does."""
        cell = event.get_content_offset(self)
        row = self.scroll_offset.y + cell.y if cell is not None else self.row_count()
        file = self.listing.file_at(row)
        if file is None or event.button != 1 or not (event.ctrl or event.shift):
            return
        event.prevent_default()
        self.focus()
        if event.shift:
            self.choose_to(row)
        else:
            self.turn_chosen(file)
        self.move_to(row)
        self.post_message(self.ChoiceChanged())
