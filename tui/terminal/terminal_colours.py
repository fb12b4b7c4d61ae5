"""What TERM tells of a terminal: whether it has a screen to paint on, colours, and italics."""

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


def cannot_place(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal can only print line after line, as that of a shell within Emacs."""
    return environment.get("TERM") in ("dumb", "unknown")


def reverses_italics(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal shows in reverse what is to be italic, as GNU screen does.

    tmux, which may call itself screen as well, shows italics, unless it is within GNU screen.
    """
    within_screen = bool(environment.get("STY")) or not environment.get("TMUX")
    return environment.get("TERM", "").startswith("screen") and within_screen


def claims_too_many(environment: Mapping[str, str]) -> bool:
    """Say whether COLORTERM is that of the terminal around GNU screen.

    GNU screen passes it on, but takes a colour of 16 million for other things: text turns dark.
    """
    inside = bool(environment.get("STY")) and environment.get("TERM", "").startswith("screen")
    return inside and bool(environment.get("COLORTERM"))


def has_colours(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal has colours, by TERM and COLORTERM."""
    if environment.get("COLORTERM"):
        return True
    return not environment.get("TERM", "").startswith(_ONE_COLOUR)
