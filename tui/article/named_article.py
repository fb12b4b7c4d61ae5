"""An article named on one line: its title, and when and where it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.understanding.analysis import Metadata


def title_in(metadata: Metadata | None, name: str) -> str:
    """Return the title as safe text; the file's name where it is not known."""
    title = metadata.title.value if metadata is not None and metadata.title is not None else name
    return safe_line(" ".join(title.split()))


def source_in(metadata: Metadata | None) -> str:
    """Return outlet and date as safe text, "" where both are unknown."""
    if metadata is None:
        return ""
    values = (metadata.outlet, metadata.published)
    return " · ".join(safe_line(value.value) for value in values if value is not None)
