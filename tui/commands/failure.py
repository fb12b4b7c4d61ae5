"""What stops a whole command."""

from __future__ import annotations


class CommandFailed(Exception):  # noqa: N818 - said as it happened
    """The command cannot do what was asked; the message is for the person who typed it."""
