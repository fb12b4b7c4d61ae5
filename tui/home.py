"""Paths as people write them: `~` for their own folder."""

from __future__ import annotations

import os


def from_home(path: str) -> str:
    """Return a path with `~` for the home folder where it lies there, so that it fits a line."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a name that is not UTF-8 stays as it is
    inside = home != os.sep and path.startswith(f"{home}{os.sep}")
    return f"~{path.removeprefix(home)}" if inside else path
