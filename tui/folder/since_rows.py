"""The rows that list what changed in the folder since the last visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.cards.card_place import CardPlace
from tui.cards.card_rows import CardRow
from tui.folder.since_words import time_words
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.folder.folder_memory import Since
    from tui.folder.visits import Visits

MOST_TITLES = 300
"""So many articles are shown with their titles; of more the names say what they are."""


def rows_of(
    since: Since, visits: Visits, titles: Mapping[tuple[str, str | None], str]
) -> tuple[CardRow, ...]:
    """Return the rows; `titles` are safe text, by article and part, as far as they are known."""
    return tuple(_rows(since, visits, titles))


def listed(since: Since) -> tuple[ArticleFile, ...]:
    """Return the articles whose titles the rows show, first those that come first."""
    changes = since.changes
    renamed = (new for _, new in changes.renamed)
    return (*changes.changed, *changes.added, *renamed)[:MOST_TITLES]


def _rows(
    since: Since, visits: Visits, titles: Mapping[tuple[str, str | None], str]
) -> Iterator[CardRow]:
    changes = since.changes

    def row(file: ArticleFile, remark: str, *, gone: bool = False) -> CardRow:
        name = safe_line(file.article)
        title = titles.get(file.key, "")
        pieces = [("  ", ""), (title or name, "")]
        if title and title != name:
            pieces.append((f"  {name}", "faint"))
        if remark:
            pieces.append((f"  {remark}", "date"))
        place = None if gone else CardPlace(file.article, file.part, -1)
        return CardRow(tuple(pieces), place, yielding=1)

    def read_on(file: ArticleFile) -> str:
        visit = visits.of(file.article)
        return f"you read it on {time_words(visit.last.on)}" if visit is not None else ""

    if changes.changed:
        yield _heading("Changed", changes.changed)
        yield from (row(file, read_on(file)) for file in changes.changed)
    if changes.added:
        yield _heading("New", changes.added)
        yield from (row(file, "") for file in changes.added)
    if changes.renamed:
        yield _heading("Renamed", changes.renamed)
        yield from (row(new, f"was {safe_line(old.article)}") for old, new in changes.renamed)
    if changes.removed:
        yield _heading("Gone", changes.removed)
        yield from (row(file, read_on(file), gone=True) for file in changes.removed)
    if not (changes.changed or changes.added or changes.renamed or changes.removed):
        yield CardRow((("Nothing changed in the folder", ""),))


def _heading(words: str, files: Sequence[object]) -> CardRow:
    return CardRow(((f"{words} ", "heading"), (f"{len(files):,}", "faint")), heading=True)
