"""What is said of a published date that is not known: what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.date_words import date_words

if TYPE_CHECKING:
    from corpus.facts import Dated
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


def bounds_of(metadata: Metadata) -> str:
    """Say the same in the few signs of the library."""
    earliest, latest = metadata.earliest, metadata.latest
    dated: Dated = "bounded" if earliest or latest else ""
    return date_words(earliest.value if earliest else "", latest.value if latest else "", dated)
