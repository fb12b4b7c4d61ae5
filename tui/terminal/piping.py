"""A text given to a command of the reader's own, and what it prints: bounded, and never waited for
by the screen.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

MOST_BYTES = 1_000_000
SECONDS = 60.0
# How soon a wish to stop is seen, and how long a command has to end of itself then.
_LOOK = 0.05
_GRACE = 0.5
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Output:
    """What a command printed. `status` is its exit status, None where it had to be ended.

    `ended` says why that was, "" where it ended of itself.
    """

    text: str
    status: int | None
    ended: str = ""

    @property
    def says(self) -> str:
        """How it went, in words."""
        if self.ended:
            return self.ended
        return "done" if self.status == 0 else f"ended with {self.status}"


def piped(
    command: str,
    text: str,
    stopped: threading.Event,
    *,
    seconds: float = SECONDS,
    most: int = MOST_BYTES,
) -> Output:
    """Run a command of a shell with a text at its standard input, in UTF-8.

    It has no terminal. It is ended, with all that it started, when `stopped` is set, when it takes
    longer than `seconds`, or when it prints more than `most` bytes. Raises OSError where there is
    no shell.
    """
    process = subprocess.Popen(
        [os.environ.get("SHELL") or "/bin/sh", "-c", command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        env=os.environ | {"PAGER": "cat", "TERM": "dumb"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    data = text.encode("utf-8", "replace")
    feeding = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    feeding.start()
    printed, ended = _gathered(process, process.stdout, stopped, seconds, most)
    if ended:
        _end(process)
    status = process.wait()
    process.stdout.close()
    return Output(printed.decode("utf-8", "replace"), None if ended else status, ended)


def _feed(stream: IO[bytes], data: bytes) -> None:
    """Write the text; a command need not read all of it."""
    with suppress(OSError, ValueError):
        stream.write(data)
    with suppress(OSError, ValueError):
        stream.close()


def _gathered(
    process: subprocess.Popen[bytes],
    stream: IO[bytes],
    stopped: threading.Event,
    seconds: float,
    most: int,
) -> tuple[bytes, str]:
    """Return what is printed until the end, and why that was no end of the command's own."""
    printed = bytearray()
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as ready:
        ready.register(stream, selectors.EVENT_READ)
        while True:
            if stopped.is_set():
                return bytes(printed), "stopped"
            if time.monotonic() > deadline:
                return bytes(printed), f"ended after {seconds:g} seconds"
            if not ready.select(_LOOK):
                if process.poll() is not None:
                    # What it left running may hold the pipe for ever.
                    return bytes(printed), ""
                continue
            piece = os.read(stream.fileno(), _CHUNK)
            if not piece:
                return bytes(printed), ""
            printed += piece
            if len(printed) > most:
                return bytes(printed[:most]), f"ended after {most:,} bytes"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
