"""Did you mean: a query with what it may have meant in the place of what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from index.results import Offer, SearchResult


def meant(query: str, *offers: Offer) -> str:
    """Return a query with what it may have meant in its place, at one place or several."""
    for offer in sorted(offers, key=lambda one: one.start, reverse=True):
        query = query[: offer.start] + offer.to + query[offer.end :]
    return query


def meanings(query: str, result: SearchResult) -> list[tuple[str, str]]:
    """Return the queries that may have been meant, each with why: all places mended, then each."""
    whole = result.offered_whole
    together = [(meant(query, *whole), "all of these")] if whole else []
    return together + [(meant(query, one), one.why) for one in result.offered]


def offered_words(query: str, result: SearchResult) -> str:
    """Say in one line what may have been meant, empty where nothing is offered."""
    if result.offered_whole:
        return safe_line(f"did you mean {meant(query, *result.offered_whole)}?")
    words = dict.fromkeys(offer.to for offer in result.offered)
    return safe_line(f"did you mean {' or '.join(words)}?") if words else ""
