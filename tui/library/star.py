"""The tag that is the reader's star."""

from __future__ import annotations

from typing import Final

STAR: Final = "starred"
