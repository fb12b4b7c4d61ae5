"""Whether a terminal has colours at all."""

from __future__ import annotations

from collections.abc import Mapping

# Terminals that DEC and others built for one colour, and what calls itself so.
_ONE_COLOUR = (
    "vt52",
    "vt1",
    "vt2",
    "vt3",
    "dumb",
    "ansi-m",
    "xterm-mono",
    "screen-mono",
    "linux-m",
)


def has_colours(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal has colours, by TERM and COLORTERM."""
    if environment.get("COLORTERM"):
        return True
    return not environment.get("TERM", "").startswith(_ONE_COLOUR)
