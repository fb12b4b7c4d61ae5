"""The rows of the library: articles in an order, under the headings of their groups."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tui.article.article_order import insertion_point, place_among
from tui.library.view import PLAIN, View

if TYPE_CHECKING:
    from corpus.article import ArticleFile

NOWHERE: Final = -1
"""The number, or the row, of what is not there."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group; `name` is "" for the articles that are in none."""

    name: str
    articles: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows that are articles or headings.

    `rows` holds places among `files`; those below 0 count the headings from the last, as an index
    does. `order` has the places of all articles that are shown or folded away. `numbers` and
    `lines` lead back from a place, to the number in the order and to the row, -1 for none; they are
    empty where the rows are articles by name: there a place is found among them.
    """

    files: Sequence[ArticleFile]
    rows: Sequence[int]
    order: Sequence[int]
    numbers: Sequence[int] = ()
    lines: Sequence[int] = ()
    headings: Sequence[Heading] = ()
    view: View = PLAIN
    unknown: int = 0
    unnamed: int = 0

    @classmethod
    def by_name(cls, files: Sequence[ArticleFile]) -> Listing:
        """List all articles by name, which costs the same for any number."""
        everything = range(len(files))
        return cls(files, everything, everything)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def at(self, row: int) -> ArticleFile | Heading:
        """Return what a row shows."""
        place = self.rows[row]
        return self.files[place] if place >= 0 else self.headings[place]

    def file_at(self, row: int) -> ArticleFile | None:
        """Return the article of a row; None for a heading, and where there is no such row."""
        if not 0 <= row < len(self.rows):
            return None
        found = self.at(row)
        return None if isinstance(found, Heading) else found

    def row_of(self, file: ArticleFile) -> int | None:
        """Return the row of an article; None where it is not shown."""
        place = place_among(self.files, file)
        if place is None:
            return None
        row = self.lines[place] if self.lines else self._number(place)
        return None if row == NOWHERE else row

    def row_near(self, file: ArticleFile) -> int:
        """Return the row of an article, else one near to where it would stand."""
        row = self.row_of(file)
        if row is not None:
            return row
        if not self.view.is_by_name:
            return 0
        row = self._number_after(file)
        return row if row < len(self.rows) else 0

    def row_of_heading(self, name: str) -> int | None:
        """Return the row of a group's heading; None where there is none."""
        for number, heading in enumerate(self.headings):
            if heading.name == name:
                place = number - len(self.headings)
                return next(row for row, one in enumerate(self.rows) if one == place)
        return None

    def number_of(self, file: ArticleFile) -> int:
        """Return the number of an article in the order, from 1; 0 where it is left out."""
        place = place_among(self.files, file)
        return 0 if place is None else self._number(place) + 1

    def _number(self, place: int) -> int:
        """Return the number in the order of the article at a place, from 0."""
        if self.numbers:
            return self.numbers[place]
        number = bisect_left(self.order, place)
        found = number < len(self.order) and self.order[number] == place
        return number if found else NOWHERE

    def neighbour(self, file: ArticleFile, step: int) -> ArticleFile | None:
        """Return the article `step` further in the order, None at its ends.

        Of an article that is left out the neighbours are those of the place where it was by name.
        """
        number = self.number_of(file) - 1
        if number >= 0:
            number += step
        else:
            number = self._number_after(file) + step - (step > 0)
        return self.files[self.order[number]] if 0 <= number < len(self.order) else None

    def _number_after(self, file: ArticleFile) -> int:
        at = insertion_point(self.files, file)
        if not self.numbers:
            return bisect_left(self.order, at)
        following = (self.numbers[place] for place in range(at, len(self.files)))
        return next((number for number in following if number != NOWHERE), len(self.order))

    def heading_above(self, row: int) -> int | None:
        """Return the row of the heading that a row stands under, or is; None where it has none."""
        if not self.headings:
            return None
        return next((at for at in range(row, -1, -1) if self.rows[at] < 0), None)
