"""The tabs of the side panel, and the marks of annotations, in the order they are shown in."""

from __future__ import annotations

MARKS = {"highlight": "▎", "note": "•", "claim": "◆"}
TABS = ("entities", "numbers", "statements", "annotations")
