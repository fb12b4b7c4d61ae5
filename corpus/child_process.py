"""A module of ours run in a process of its own, which this one writes to and reads from."""

from __future__ import annotations

import signal
import subprocess
import sys


def begin_module(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Begin `python -m module arguments`, its input and output in pipes. Raises `OSError`.

    The working folder, which may be the corpus, is none that modules come from.
    """
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def ignore_interrupts() -> None:
    """Go on after Ctrl+C: in a program that has the terminal for a while it is not meant for us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
