"""The reader's own web browser: Postil itself never goes online.

It is started only when the reader asks for it, as a program of its own that gets the address as one
argument. Browsers that run in the terminal would fight Postil for it and are passed over.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable, Mapping
from pathlib import PurePath

# In seconds: the programs hand the address on and end at once.
PATIENCE = 3.0
_IN_THE_TERMINAL = frozenset(
    ("lynx", "links", "links2", "elinks", "w3m", "browsh", "carbonyl", "www-browser")
)


def browser(
    environ: Mapping[str, str], platform: str, which: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the command that opens an address, without it; empty where there is none."""
    for named in filter(None, environ.get("BROWSER", "").split(":")):
        try:
            words = [word for word in shlex.split(named) if word != "%s"]
        except ValueError:
            continue
        if words and PurePath(words[0]).name not in _IN_THE_TERMINAL and which(words[0]):
            return tuple(words)
    if platform == "darwin":
        return ("open",)
    if environ.get("WSL_DISTRO_NAME") and which("wslview"):
        return ("wslview",)
    if (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")) and which("xdg-open"):
        return ("xdg-open",)
    return ()


def open_address(command: tuple[str, ...], target: str) -> str:
    """Start the browser on an address; return what went wrong, "" for nothing."""
    try:
        started = subprocess.Popen(
            [*command, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        status = started.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return ""
    except OSError as error:
        return f"{command[0]}: {error.strerror or error}"
    return f"{command[0]} failed with status {status}" if status else ""
