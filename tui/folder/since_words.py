"""What changed in the folder since the last visit, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from tui.folder.folder_memory import Since


def said_of(since: Since) -> str:
    """Say how much changed since the last visit, in safe words; "" for nothing."""
    changes = since.changes
    counts = (
        (len(changes.added), "new"),
        (len(changes.changed), "changed"),
        (len(changes.renamed), "renamed"),
        (len(changes.removed), "gone"),
    )
    words = ", ".join(f"{count:,} {what}" for count, what in counts if count)
    return f"Since {time_words(since.on)}: {words}" if words else ""


def time_words(on: str) -> str:
    """Return a time as it is shown: the day and the minute, without its zone."""
    return safe_line(on[:16].replace("T", " "))
