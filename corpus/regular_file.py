"""Reading files that a stranger may have laid out: regular ones only, never more than asked."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

# O_NONBLOCK: opening a FIFO returns at once. O_NOFOLLOW: a link that was put in the place of a file
# after it was looked at is refused. O_NOCTTY: a terminal device never becomes ours.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC


class NotRegularError(OSError):
    """What stands at the path is a folder, FIFO, device or socket; `kind` says which, in words."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"not a regular file but {kind}")
        self.kind = kind


class TooLargeError(OSError):
    """The file holds more bytes than the caller accepts; `size` says how many."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


@dataclass(frozen=True, slots=True)
class FileBytes:
    """The bytes of a file, with its size and its time of change (ns) when it was opened."""

    data: bytes
    size: int
    modified: int


def open_regular(path: Path | str) -> tuple[int, os.stat_result]:
    """Open a regular file for reading and return its descriptor and status.

    Never blocks, never follows a link in the last part of `path`. Raises `NotRegularError`, or
    another `OSError`.
    """
    descriptor = os.open(path, _FLAGS)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise NotRegularError(kind_of(status.st_mode))
    return descriptor, status


def read_start(path: Path | str, size: int) -> bytes:
    """Read the first `size` bytes of a regular file. Raises `OSError`."""
    descriptor, _ = open_regular(path)
    try:
        return os.read(descriptor, size)
    finally:
        os.close(descriptor)


def read_regular(path: Path | str, limit: int) -> FileBytes:
    """Read a regular file of at most `limit` bytes.

    A file that grows meanwhile is cut off and refused as well. Raises `TooLargeError`,
    `NotRegularError`, or another `OSError`.
    """
    descriptor, status = open_regular(path)
    # Without a file object, which takes longer to make than a short file to read.
    try:
        if status.st_size > limit:
            raise TooLargeError(status.st_size)
        # What is asked for is allocated: hardly more than the file has.
        data = _read(descriptor, status.st_size + 1)
        if len(data) > status.st_size:
            data += _read(descriptor, limit + 1 - len(data))
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise TooLargeError(len(data))
    return FileBytes(data, status.st_size, status.st_mtime_ns)


def _read(descriptor: int, size: int) -> bytes:
    """Read so many bytes; fewer only where the file ends."""
    found = os.read(descriptor, size)
    while len(found) < size and (more := os.read(descriptor, size - len(found))):
        found += more
    return found


def inside(root: Path | str, path: Path | str) -> str | None:
    """Return `path` with every link resolved if it lies inside the resolved `root`, else None."""
    top = os.fspath(root)
    real = os.path.realpath(path)
    if real == top or real.startswith(top.rstrip(os.sep) + os.sep):
        return real
    return None


def kind_of(mode: int) -> str:
    """Name the kind of file that a status mode tells of, in a reader's words."""
    for is_kind, name in (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISLNK, "a link"),
    ):
        if is_kind(mode):
            return name
    return "a regular file" if stat.S_ISREG(mode) else "a special file"
