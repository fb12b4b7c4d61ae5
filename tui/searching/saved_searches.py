"""Saved searches: how many results are new since each was looked at last.

The searches themselves stand in `postil.yaml`; what was found is remembered in the state folder, as
a checksum of each article's name.
"""

from __future__ import annotations

import zlib
from array import array
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tui.article.reading_state import read_state, state_file, write_state
from tui.layout.cells import cells
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.corpus_file import SavedSearch
    from index.known_files import FileKey

_FILE: Final = "seen-results.json"
MOST_SEEN: Final = 200_000
"""Results of a search that are remembered."""


@dataclass(frozen=True, slots=True)
class SavedResults:
    """A saved search with its results; `new` is None where it was never looked at.

    `found` is None where they are not known, and `why` then says so.
    """

    search: SavedSearch
    found: int | None
    new: int | None
    why: str = ""


class SeenResults:
    """What the saved searches of one corpus found when they were looked at.

    Where the state folder cannot be used, it is remembered until this session ends.
    """

    def __init__(self, key: str) -> None:
        self._path = state_file(key, _FILE)
        self._own: dict[str, str] = {}

    def new_among(self, query: str, found: Iterable[FileKey]) -> int | None:
        """Count the articles found that were not when the search was looked at; None for never."""
        packed = self._all().get(query)
        if packed is None:
            return None
        try:
            seen = set(array("I", b64decode(packed, validate=True)))
        except (ValueError, TypeError):
            return None
        return sum(_checksum(key) not in seen for key in found)

    def look(self, query: str, found: Iterable[FileKey]) -> None:
        """Remember what a search finds now."""
        numbers = array("I", sorted(map(_checksum, found))[:MOST_SEEN])
        self._own[query] = b64encode(numbers.tobytes()).decode("ascii")
        if self._path is not None:
            write_state(self._path, {"seen": self._all()})

    def _all(self) -> dict[str, str]:
        return {**self._written(), **self._own}

    def _written(self) -> dict[str, str]:
        found = read_state(self._path).get("seen") if self._path is not None else None
        if not isinstance(found, dict):
            return {}
        return {
            query: seen
            for query, seen in found.items()
            if isinstance(query, str) and isinstance(seen, str)
        }


def _checksum(key: FileKey) -> int:
    article, part = key
    return zlib.crc32(f"{article}\0{part or ''}".encode("utf-8", "surrogatepass"))


def saved_rows(results: Sequence[SavedResults]) -> list[str]:
    """Return a row a saved search: its name, how much is new, how much is found, the query."""
    return [f"{name}  {new}  {one.search.query}" for one, name, new in _columns(results)]


def past_rows(
    results: Sequence[SavedResults], past: Sequence[str]
) -> list[tuple[tuple[str, str], ...]]:
    """Return a row a search to be asked again, as pieces of safe text with their styles.

    First the saved ones, each with its name and how much is new, then the earlier ones.
    """
    rows = [
        (
            ("saved    ", "faint"),
            (safe_line(name), "heading"),
            (f"  {new}  ", ""),
            (safe_line(one.search.query), ""),
        )
        for one, name, new in _columns(results)
    ]
    return rows + [(("earlier  ", "faint"), (safe_line(query), "")) for query in past]


def _columns(results: Sequence[SavedResults]) -> Iterator[tuple[SavedResults, str, str]]:
    """Give the saved searches with their names and what is new in them, each as wide as all."""
    news = [_news(one) for one in results]
    names = max((cells(one.search.name) for one in results), default=0)
    wide = max(map(len, news), default=0)
    for one, new in zip(results, news, strict=True):
        name = one.search.name
        yield one, f"{name}{' ' * (names - cells(name))}", f"{new:<{wide}}"


def _news(one: SavedResults) -> str:
    if one.found is None:
        return one.why
    if one.new:
        return f"{one.new:,} new of {one.found:,}"
    return f"{one.found:,}"
