"""Job control: who could bring Postil back if it were stopped, and whose the terminal is now."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def can_be_resumed() -> bool:
    """Say whether a shell is there that can bring this process back to the foreground.

    That is what POSIX asks of a process group before a terminal may stop it: a member of it has its
    parent in another group of the same session. Where it is not so, as in a window that runs Postil
    alone, a stopped Postil would stay stopped for ever.
    """
    group, session = os.getpgrp(), os.getsid(0)
    process = os.getpid()
    while process != session:
        parent = _parent_of(process)
        if parent is None:
            return True
        try:
            if os.getsid(parent) != session:
                return False
            if os.getpgid(parent) != group:
                return True
        except OSError:
            return False
        process = parent
    return False


def _parent_of(process: int) -> int | None:
    """Return the parent of a process, None where the system does not tell."""
    if process == os.getpid():
        return os.getppid()
    with suppress(OSError, ValueError, IndexError):
        # The name, in parentheses, may hold anything; after it come the state and the parent.
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    return None


def in_foreground(terminal: int) -> bool:
    """Say whether this process may use the terminal of a descriptor now."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        # No terminal, or none of this session: there is nobody to wait for.
        return True
