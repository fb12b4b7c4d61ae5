"""Title, outlet, author and published date of an article, each with its evidence."""

from __future__ import annotations

from corpus.understanding.metadata.bounding import bounded
from corpus.understanding.metadata.reading import (
    metadata_of,
    read_metadata,
    read_unbounded,
)

__all__ = ["bounded", "metadata_of", "read_metadata", "read_unbounded"]
