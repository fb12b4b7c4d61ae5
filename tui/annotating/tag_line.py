"""Tags as a line that one types: parted by commas, or by blanks where each begins with `#`."""

from __future__ import annotations

from tui.safe_text import safe_line


def tags_of(typed: str) -> tuple[str, ...]:
    """Return the tags in a line: separated by commas, or by blanks where each begins with `#`."""
    parts = typed.split() if typed.lstrip().startswith("#") else typed.split(",")
    tags = (" ".join(part.split()).removeprefix("#") for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def tag_line(tags: tuple[str, ...]) -> str:
    """Return tags as the field shows them."""
    return safe_line(", ".join(tags))
