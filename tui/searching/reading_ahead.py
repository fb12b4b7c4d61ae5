"""What a first search reads, read while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.results import SearchResult
    from tui.workspace import Workspace

HITS: Final = 20
"""Articles that a first search is to show."""
MANY: Final = 100
"""Articles not indexed, above which nothing is searched: most have such a word, and all those would
be parted into words."""


def read_ahead(workspace: Workspace, cancelled: Callable[[], bool]) -> SearchResult | None:
    """Read what is not indexed yet, else the lists of words and places that every search uses.

    Returns something that may be found; None where nothing was searched.
    """
    workspace.read_ahead(cancelled)
    index = workspace.index
    if index.unread() or index.waiting() > MANY:
        return None
    from index.complete_search import FIRST_QUERIES

    found = [
        index.search_all(query, HITS, widen=True, as_you_type=True, cancelled=cancelled)
        for query in FIRST_QUERIES
        if not cancelled()
    ]
    if not cancelled():
        from corpus.understanding.gazetteers.places import places

        places()
    return found[0] if found else None
