"""The folders that are this user's: the cache of a corpus and the state folder.

Both hold words of the articles, and what lies in them is trusted when it is read again, so each is
created with mode 0700 and used only if it is a real folder of this user that nobody else can enter.
Base folders are those of the platform (on Linux `~/.cache/postil` and `~/.local/state/postil`, or
below `XDG_CACHE_HOME` and `XDG_STATE_HOME`).
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from corpus.problem import CorpusError, Problem


def cache_folder(key: str) -> Path:
    """Return the cache folder of the corpus named `key`, created and checked.

    It can be deleted at any time. Raises `CorpusError` if it cannot be made or is not this user's
    alone.
    """
    from platformdirs import user_cache_path

    base = user_cache_path("postil", appauthor=False)
    return _own_folder(_own_folder(base, "XDG_CACHE_HOME") / key, "XDG_CACHE_HOME")


def state_folder() -> Path:
    """Return the folder for reading positions, history and the journal, created and checked.

    Raises `CorpusError` if it cannot be made or is not this user's alone.
    """
    from platformdirs import user_state_path

    return _own_folder(user_state_path("postil", appauthor=False), "XDG_STATE_HOME")


def _own_folder(folder: Path, variable: str) -> Path:
    """Create `folder` with mode 0700 where it is missing, and check that it is ours alone."""
    elsewhere = f"set {variable} to a folder that only you can enter"
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode):
            kind = "a link" if stat.S_ISLNK(status.st_mode) else "no folder"
            raise _refusal(folder, f"it is {kind}", f"remove it, or {elsewhere}")
        if status.st_uid != os.geteuid():
            raise _refusal(folder, "it belongs to another user", elsewhere)
        if stat.S_IMODE(status.st_mode) != 0o700:
            # Through a descriptor: the check above holds for the folder that is changed.
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                os.fchmod(descriptor, 0o700)
            finally:
                os.close(descriptor)
    except OSError as wrong:
        remedy = f"make room or check the permissions, or {elsewhere}"
        raise _refusal(folder, wrong.strerror or str(wrong), remedy) from wrong
    return folder


def _refusal(folder: Path, reason: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(str(folder), f"the folder cannot be used: {reason}", remedy))
