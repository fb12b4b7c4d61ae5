"""What is said of a published date that is not known: what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.understanding.analysis import Metadata


def unknown_date(metadata: Metadata) -> str:
    """Say that the date is unknown, with the days between which it lies."""
    earliest, latest = metadata.earliest, metadata.latest
    if earliest is not None and latest is not None:
        return f"date unknown, {earliest.value} to {latest.value}"
    if earliest is not None:
        return f"date unknown, {earliest.value} or later"
    if latest is not None:
        return f"date unknown, {latest.value} or earlier"
    return "date unknown"
