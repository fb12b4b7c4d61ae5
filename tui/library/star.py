"""The star: a tag that this reader gave to an article, or to an annotation of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from annotations.sidecar import Sidecar

STAR: Final = "starred"
"""The tag that is the reader's star."""


def has_star(own: Sidecar, part: str | None) -> bool:
    """Say whether the reader's own sidecar of an article, or of a part of it, holds a star."""
    here = (entry.annotation for entry in own.entries)
    return STAR in own.tags or any(STAR in one.tags for one in here if one.part in (None, part))
