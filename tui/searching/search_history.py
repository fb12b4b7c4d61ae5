"""The searches that led somewhere: kept between sessions, the last ones of each corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.article.reading_state import read_state, state_file, write_state

if TYPE_CHECKING:
    pass

MOST: Final = 100
"""Searches of a corpus that are kept."""
LONGEST: Final = 1_000
"""Characters of the longest query that is kept."""
_FILE: Final = "searches.json"


class SearchHistory:
    """The searches of one corpus, the last first, each once.

    Another Postil may add its own meanwhile. Where the state folder cannot be used, they are
    remembered until this one ends.
    """

    def __init__(self, key: str) -> None:
        self._path = state_file(key, _FILE)
        self._added: list[str] = []

    def queries(self) -> tuple[str, ...]:
        """Return the searches, the last first."""
        return tuple(dict.fromkeys((*self._added, *self._written())))[:MOST]

    def add(self, query: str) -> None:
        """Remember a search that led somewhere."""
        query = query.strip()
        if not query or len(query) > LONGEST:
            return
        self._added = [query, *(other for other in self._added if other != query)][:MOST]
        if self._path is not None:
            queries = dict.fromkeys((query, *self._written()))
            write_state(self._path, {"queries": list(queries)[:MOST]})

    def _written(self) -> list[str]:
        found = read_state(self._path).get("queries") if self._path is not None else None
        if not isinstance(found, list):
            return []
        return [one for one in found if isinstance(one, str) and len(one) <= LONGEST][:MOST]
