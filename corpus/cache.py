"""The folders that are this user's: the cache of a corpus and the state folder.

Both hold words of the articles, and what lies in them is trusted when it is read again, so each is
created with mode 0700 and used only if it is a real folder of this user that nobody else can enter.
Where others could have written into one, a cache is emptied and the state folder, which cannot be
made again, is refused. Base folders are those of the platform (on Linux `~/.cache/postil` and
`~/.local/state/postil`, or below `XDG_CACHE_HOME` and `XDG_STATE_HOME`).
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from corpus.problem import CorpusError, Problem

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder(key: str) -> Path:
    """Return the cache folder of the corpus named `key`, created and checked.

    It can be deleted at any time, and is emptied if others could have written into it. Raises
    `CorpusError` if it cannot be made or is not this user's alone.
    """
    from platformdirs import user_cache_path

    base = user_cache_path("postil", appauthor=False)
    variable = "XDG_CACHE_HOME"
    if _closed_folder(base, variable):
        _empty(base, variable)
    folder = base / key
    if _closed_folder(folder, variable) or _foreign(folder, variable) is not None:
        _empty(folder, variable)
    return folder


def state_folder() -> Path:
    """Return the folder for reading positions, history and the journal, created and checked.

    Raises `CorpusError` if it cannot be made, is not this user's alone, or others could have
    written into it.
    """
    from platformdirs import user_state_path

    folder = user_state_path("postil", appauthor=False)
    variable = "XDG_STATE_HOME"
    _closed_folder(folder, variable, keep=True)
    if (name := _foreign(folder, variable)) is not None:
        remedy = f"remove it, or set {variable} to a folder that only you can enter"
        raise _refusal(folder, f"{name} in it belongs to another user", remedy)
    return folder


def _closed_folder(folder: Path, variable: str, *, keep: bool = False) -> bool:
    """Create `folder` with mode 0700 where it is missing, else close it to others.

    Says whether others could write into it until now; with `keep` that is refused, and nothing
    changed.
    """
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
        # Through a descriptor: what is checked holds for the folder that is changed.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            status = os.fstat(descriptor)
            if status.st_uid != os.geteuid():
                raise _refusal(folder, "it was exchanged while it was checked", elsewhere)
            exposed = bool(status.st_mode & _OTHERS_MAY_WRITE)
            if exposed and keep:
                remedy = f"look through it, then make it yours alone (chmod 700), or {elsewhere}"
                raise _refusal(folder, "others than you could write into it", remedy)
            if stat.S_IMODE(status.st_mode) != 0o700:
                os.fchmod(descriptor, 0o700)
        finally:
            os.close(descriptor)
    except OSError as wrong:
        from corpus.room import remedy_for_no_room

        remedy = f"{remedy_for_no_room(folder)}, check the permissions, or {elsewhere}"
        raise _refusal(folder, wrong.strerror or str(wrong), remedy) from wrong
    return exposed


def _foreign(folder: Path, variable: str) -> str | None:
    """Name something in the folder, at any depth, that belongs to another user."""
    user = os.geteuid()
    waiting = [os.fspath(folder)]
    try:
        while waiting:
            # Files that another process is done with may vanish at any time.
            with suppress(FileNotFoundError), os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    with suppress(FileNotFoundError):
                        if entry.stat(follow_symlinks=False).st_uid != user:
                            return os.path.relpath(entry.path, folder)
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
    except OSError as wrong:
        remedy = f"check its permissions, or set {variable} to a folder that only you can enter"
        raise _refusal(folder, wrong.strerror or str(wrong), remedy) from wrong
    return None


def _empty(folder: Path, variable: str) -> None:
    """Delete all that lies in a folder."""
    try:
        for entry in list(os.scandir(folder)):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink()
    except OSError as wrong:
        reason = f"others could write into it, and it cannot be emptied: {wrong.strerror}"
        remedy = f"delete it, or set {variable} to a folder that only you can enter"
        raise _refusal(folder, reason, remedy) from wrong


def _refusal(folder: Path, reason: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(str(folder), f"the folder cannot be used: {reason}", remedy))
