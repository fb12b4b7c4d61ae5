"""Postil in a pseudo-terminal of its own, as a shell starts it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# What a slow machine may need. Nothing here waits longer than until it has seen what it looks for.
SECONDS = 60

FERRY = """Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with 1,600 people aboard, said Ilse Brandt, the
harbour master of Marn.

“Nobody was hurt,” Brandt said. Between 40 and 60 passengers were taken off by boat.
"""
INQUIRY = """Inquiry into the Halcyon opens

Captain Joren Vask told the inquiry in Marn that over 1,600 people were aboard.

Ilse Brandt will be heard on Friday.
"""
_ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[PX^_].*?\x1b\\|.)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    root = tmp_path / "ferry"
    root.mkdir()
    (root / "a_ferry.txt").write_text(FERRY, encoding="utf-8")
    (root / "b_inquiry.txt").write_text(INQUIRY, encoding="utf-8")
    return root


class Terminal:
    """A program in a terminal: keys in, what it painted out.

    The program leads a session of its own, whose controlling terminal this is.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.master, slave = pty.openpty()
        self._slave = slave
        self.resize(*size)
        self.attributes_before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(os.environ) | {"TERM": "xterm-256color"} | dict(environment or {}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.painted = b""
        self._seen = 0

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def attributes(self) -> list[Any]:
        """How the terminal is set up now."""
        return termios.tcgetattr(self._slave)

    def type(self, keys: str) -> None:
        """Send keys."""
        os.write(self.master, keys.encode())

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return False
        try:
            self.painted += os.read(self.master, 65536)
        except OSError:  # nothing has the other end open any more
            return False
        return True

    def until(self, *words: str) -> str:
        """Wait until all words were painted since the last call; return the text since then."""
        wanted = [word.encode() for word in words]
        end = time.monotonic() + SECONDS
        while True:
            raw = self.painted[self._seen :]
            text = _ESCAPES.sub(b"", raw)
            if all(word in (raw if word.startswith(b"\x1b") else text) for word in wanted):
                self._seen = len(self.painted)
                return text.decode(errors="replace")
            if not self._read(end - time.monotonic()):
                pytest.fail(f"never painted {words}; last was: {text[-2000:]!r}")

    def wait(self) -> int:
        """Wait until the program ends; return its exit status."""
        end = time.monotonic() + SECONDS
        while self.process.poll() is None:
            if time.monotonic() > end:
                pytest.fail("the program does not end")
            self._read(0.05)
        while self._read(0.0):
            pass
        return self.process.returncode

    def meanwhile(self, seen: Callable[[], bool]) -> None:
        """Wait until something can be seen elsewhere, while the program paints."""
        end = time.monotonic() + SECONDS
        while not seen():
            assert time.monotonic() < end, "it never came about"
            self._read(0.05)

    @property
    def rest(self) -> str:
        """What was painted since the last `until`."""
        return _ESCAPES.sub(b"", self.painted[self._seen :]).decode(errors="replace")

    def close(self) -> None:
        """End what still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)
        os.close(self._slave)


Starter = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Starter]:
    """Start programs in terminals: `start("-m", "tui", folder)` runs Python with arguments."""
    begun: list[Terminal] = []

    def started(*arguments: str | Path, program: str = sys.executable, **more: Any) -> Terminal:
        terminal = Terminal([program, *map(str, arguments)], **more)
        begun.append(terminal)
        return terminal

    yield started
    for terminal in begun:
        terminal.close()


def state_files(name: str) -> list[Path]:
    """Return the files of a name in the state folder."""
    return list(Path(os.environ["XDG_STATE_HOME"]).rglob(name))
