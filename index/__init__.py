"""Where is it? The full-text index of a corpus, its query language, snippets, widened search."""

from __future__ import annotations

from index.in_text import find_in_text
from index.opening import Index, open_index
from index.problems import IndexFailure, QueryError
from index.results import (
    Hit,
    IndexHealth,
    IndexReport,
    Match,
    Offer,
    SearchResult,
    Snippet,
    Widened,
)

__all__ = [
    "Hit",
    "Index",
    "IndexFailure",
    "IndexHealth",
    "IndexReport",
    "Match",
    "Offer",
    "QueryError",
    "SearchResult",
    "Snippet",
    "Widened",
    "find_in_text",
    "open_index",
]
