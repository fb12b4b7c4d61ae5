"""How far an article was read, in a word for its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.reading_state import READ, UNREAD

if TYPE_CHECKING:
    from tui.article.reading_state import ReadingState


def progress_words(state: ReadingState, article: str, characters: int) -> str:
    """Return "" for what is unread, "read", or how far into its `characters` its place is."""
    read = state.state_of(article)
    if read == UNREAD:
        return ""
    if read == READ:
        return READ
    return f"{min(99, 100 * state.positions.get(article, 0) // max(1, characters))} %"
