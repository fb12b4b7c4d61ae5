"""A text as it is laid out: some characters of it replaced by others, each by one.

What is not to be seen is replaced by `HIDDEN`, which takes no cell, so that every offset stays that
of the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.layout.wrap import HIDDEN


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other characters from `start` on, as many as they replace."""

    start: int
    characters: str

    @property
    def end(self) -> int:
        """Where what is replaced ends."""
        return self.start + len(self.characters)


def hiding(start: int, end: int) -> Edit:
    """Return the edit that hides a piece of the text."""
    return Edit(start, HIDDEN * (end - start))


def displayed(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; of two that overlap, the first is."""
    pieces, place = [], 0
    for edit in sorted(edits):
        if edit.start >= place and edit.end <= len(text):
            pieces += [text[place : edit.start], edit.characters]
            place = edit.end
    return "".join(pieces) + text[place:] if pieces else text
