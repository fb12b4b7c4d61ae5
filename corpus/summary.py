"""What a list of articles shows of each: enough to list it without reading it again."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.understanding.analysis import Metadata


@dataclass(frozen=True, slots=True)
class Summary:
    """An article without its text: its reader, its length in code points and its metadata.

    `stamp` names the state of file and settings that the summary follows from.
    """

    stamp: str
    reader: str
    characters: int
    metadata: Metadata
