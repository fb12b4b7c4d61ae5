"""The program of the desktop that shows a folder."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

# How long such a program may take to hand the folder on, in seconds.
PATIENCE = 10.0


def opener(
    environment: Mapping[str, str], platform: str, which: Callable[[str], str | None]
) -> str | None:
    """Return the program that opens folders here, None where there is no desktop to show one."""
    if platform == "darwin":
        return which("open")
    if environment.get("WSL_DISTRO_NAME"):
        return which("wslview") or which("explorer.exe")
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return which("xdg-open") or which("gio")
    return None


def opened(program: str, folder: Path) -> str:
    """Open a folder; return why that failed, "" where it did not. Waits for the program."""
    words = [program, "open"] if Path(program).name == "gio" else [program]
    try:
        done = subprocess.run(
            [*words, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    except OSError as wrong:
        return wrong.strerror or str(wrong)
    # Explorer ends with 1 whatever happens.
    failed = done.returncode and Path(program).name != "explorer.exe"
    return f"it ended with {done.returncode}" if failed else ""
