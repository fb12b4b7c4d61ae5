"""Which editors have a file open, told by the swap and lock files that they lay beside it.

- vim and neovim: `.NAME.swp`, then `.swo` and so on; neovim lays them into a folder of its own.
  The first block holds process, user and host (`struct block0` in vim's memline.c). nano writes the
  same block, with its name in the place of the version.
- emacs: `.#NAME`, a link to `USER@HOST.PROCESS:BOOT`, while there are unsaved changes.
- Kate: `.NAME.kate-swp`; it names no process.
- LibreOffice: `.~lock.NAME#`, a line of commas: name, user, host, date, profile.

Editors that leave nothing (VS Code, gedit) cannot be seen. A lock file is a stranger's: it is read
as bytes, a kilobyte at most, and nothing is concluded from it but words to show.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.regular_file import read_start

_BLOCK = 1008  # bytes of vim's first block: numbers, user, host, file name
_SWAPS = ("swp", "swo", "swn", "swm")
_EMACS = re.compile(r"(?P<user>.*)@(?P<host>[^@]*)\.(?P<process>[0-9]{1,9})(?::[0-9]*)?", re.DOTALL)
_COMMANDS = {"vim": ("vi", "ex"), "neovim": ("vi",), "nano": ("nano", "pico"), "emacs": ("emacs",)}


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """An editor that has a file open, or had it open and left its lock file behind.

    `process` and `host` are None where the lock file does not say them, or says this machine.
    `alive` is None where it cannot be known whether the editor still runs.
    """

    editor: str
    lock: Path
    process: int | None = None
    host: str | None = None
    alive: bool | None = None

    def __str__(self) -> str:
        """Name the editor: "vim (process 123)"."""
        where = [f"on {self.host}"] if self.host else []
        where += [f"process {self.process}"] if self.process else []
        return f"{self.editor} ({', '.join(where)})" if where else self.editor


def open_elsewhere(path: Path) -> tuple[OpenElsewhere, ...]:
    """List the editors that have the file at `path` open; a few looks at its folder. Never raises.

    The file itself need not be there.
    """
    folder, name = path.parent, path.name
    found = [*_swaps(folder, f".{name}.", hidden=True)]
    found += _swaps(_neovim_folder(), f"{path}".replace("/", "%") + ".", hidden=False)
    found += _emacs(folder / f".#{name}")
    kate, office = folder / f".{name}.kate-swp", folder / f".~lock.{name}#"
    if _is_there(kate):
        found.append(OpenElsewhere("Kate", kate))
    if _is_there(office):
        fields = _bytes(office).decode("utf-8", "replace").split(",")
        host = _foreign(fields[2]) if len(fields) > 2 else None
        found.append(OpenElsewhere("LibreOffice", office, host=host))
    return tuple(found)


def _swaps(folder: Path, start: str, *, hidden: bool) -> Iterator[OpenElsewhere]:
    """Find the swap files of vim, neovim and nano whose names begin with `start`."""
    for suffix in _SWAPS:
        lock = folder / (start + suffix)
        block = _bytes(lock) if _is_there(lock) else b""
        if len(block) < 108 or block[:1] != b"b":
            continue
        version = block[2:12].rstrip(b"\0 ")
        editor = "nano" if version.startswith(b"nano") else "vim" if hidden else "neovim"
        process = int.from_bytes(block[24:28], "little")
        host = _foreign(block[68:108].split(b"\0")[0].decode("utf-8", "replace"))
        alive = None if host or not process else _is_alive(process, editor)
        yield OpenElsewhere(editor, lock, process or None, host, alive)


def _emacs(lock: Path) -> Iterator[OpenElsewhere]:
    try:
        words = os.fsdecode(lock.readlink()) if lock.is_symlink() else _bytes(lock).decode()
    except (OSError, UnicodeDecodeError):
        return
    if match := _EMACS.fullmatch(words):
        host, process = _foreign(match["host"]), int(match["process"])
        yield OpenElsewhere(
            "emacs", lock, process, host, None if host else _is_alive(process, "emacs")
        )


def _is_there(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def _bytes(path: Path) -> bytes:
    """Return how a lock file begins; b"" where there is none that can be read."""
    with suppress(OSError, ValueError):
        return read_start(path, _BLOCK)
    return b""


def _foreign(host: str) -> str | None:
    """Return the name of another machine; None for this one and for no name."""
    host = host.strip()
    return None if not host or host == socket.gethostname() else host


def _is_alive(process: int, editor: str) -> bool:
    """Whether a process of this machine runs and may be that editor: numbers are given again."""
    try:
        os.kill(process, 0)
    except PermissionError:
        pass  # it is another user's
    except (OSError, OverflowError):
        return False
    try:
        command = Path(f"/proc/{process}/comm").read_text(errors="replace")
    except OSError:
        return True
    return any(word in command for word in _COMMANDS[editor])


def _neovim_folder() -> Path:
    state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")  # noqa: PTH111
    return Path(state) / "nvim" / "swap"
