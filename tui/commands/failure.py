"""What stops a whole command."""

from __future__ import annotations

import errno
import os

from corpus.room import remedy_for_no_room

_REMEDIES = {
    errno.EFBIG: "raise the limit of the size of files",
    errno.ENOENT: "make the folder first, or name another",
    errno.ENOTDIR: "name another folder",
    errno.EISDIR: "name a file",
    errno.EEXIST: "name another file",
    errno.EROFS: "name another folder",
    errno.EACCES: "check the permissions, or name another folder",
    errno.EPERM: "check the permissions, or name another folder",
}


class CommandFailed(Exception):  # noqa: N818 - said as it happened
    """The command cannot do what was asked; the message is for the person who typed it."""


def told(error: OSError) -> str:
    """Say what the system refused, of which file, and what can be done about it."""
    name = error.filename
    place = f"{os.fsdecode(name)}: " if isinstance(name, str | bytes) and name else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        remedy = remedy_for_no_room(name)
    else:
        remedy = _REMEDIES.get(error.errno or 0, "")
    return place + (error.strerror or str(error)) + (f" ({remedy})" if remedy else "")
