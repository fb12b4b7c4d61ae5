"""What to do where a disk takes no more."""

from __future__ import annotations

import os
from pathlib import Path

NO_MORE_FILES = "the disk can hold no more files: remove some"


def remedy_for_no_room(place: str | bytes | int | os.PathLike[str] | None) -> str:
    """Say how a disk that is full can be written to again, in words that "or …" may follow.

    `place` is a path on it, there or not, or an open file; None where it is not known.
    """
    if place is not None and holds_no_more_files(place):
        return NO_MORE_FILES
    return "make room on the disk"


def holds_no_more_files(place: str | bytes | int | os.PathLike[str]) -> bool:
    """Whether the disk that `place` is on has room, but for no file more.

    It then says that it is full. False where that cannot be told.
    """
    if not isinstance(place, int):
        path = Path(os.fsdecode(place)).absolute()
        place = next(one for one in (path, *path.parents) if one.exists())
    try:
        disk = os.statvfs(place)
    except OSError:
        return False
    # Some file systems know no limit, and say 0 of 0.
    return disk.f_files > 0 and disk.f_favail == 0 and disk.f_bavail > 0
