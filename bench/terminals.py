"""Programs in a pseudo-terminal, measured from outside: what a reader waits for."""

from __future__ import annotations

import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from types import TracebackType

from measures import REPOSITORY, peak_megabytes

READER = [sys.executable, "-m", "tui"]
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("readable text")
Bare().run()
"""
# Paints all rows anew at each key: the least that a key can take where the text moves.
PAINTING = """
from textual.app import App
from textual.widgets import Static
class Painting(App):
    pressed = 0
    def compose(self):
        yield Static("readable text")
    def on_key(self):
        self.pressed += 1
        rows = (f"{self.pressed} carts stood on the ford " * 4 for _ in range(self.size.height))
        self.query_one(Static).update("\\n".join(row[: self.size.width] for row in rows))
Painting().run()
"""
PAINTING_TEXTUAL = [sys.executable, "-c", PAINTING]
BARE_TEXTUAL = [sys.executable, "-c", BARE]
SIZE = (80, 24)
# Nothing more comes after so many seconds of silence: longer than any pause within one paint.
SILENCE = 0.05
MOST_OF_A_PAINT = 65_536


def as_installed() -> dict[str, str]:
    """Return the environment without what would make Python slower than an installed Postil is.

    Its modules are compiled; here the first run compiles them, unless Python is told not to.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


class Terminal:
    """A program in a pseudo-terminal of `size` columns and rows; what it writes is read.

    `last` is when something was read for the last time, by `quiet` or `answer`.
    """

    def __init__(self, command: list[str], size: tuple[int, int] = SIZE) -> None:
        self.started = self.last = time.perf_counter()
        master, slave = pty.openpty()
        self._master = master
        self.resize(*size, tell=False)
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=as_installed() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            cwd=REPOSITORY,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._kill()
        os.close(self._master)

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Give the terminal another size."""
        ioctl(self._master, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            os.kill(self._process.pid, signal.SIGWINCH)

    def until(self, words: bytes, seconds: float = 120) -> float:
        """Read until some bytes have come; return the time. Raises `TimeoutError`."""
        seen, deadline = b"", time.perf_counter() + seconds
        while words not in seen:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{words!r} was not painted in {seconds} s")
            if select.select([self._master], [], [], 0.05)[0]:
                seen = seen[-400:] + os.read(self._master, 65536)
        return time.perf_counter()

    def until_matching(self, pattern: str, seconds: float = 120) -> float:
        """Read until what was written, without its escape sequences, matches; return the time."""
        self.found(pattern, seconds)
        return time.perf_counter()

    def found(self, pattern: str, seconds: float = 120) -> str:
        """Read as `until_matching`; return what the first group of the pattern matches, if any."""
        seen, deadline = b"", time.perf_counter() + seconds
        while True:
            plain = re.sub(rb"\x1b\[[0-9;?:<=>]*[A-Za-z]", b"", seen).decode("utf-8", "replace")
            if match := re.search(pattern, plain):
                return match[match.re.groups and 1]
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{pattern!r} was not painted in {seconds} s")
            if select.select([self._master], [], [], 0.05)[0]:
                # What is looked for is painted at once.
                seen = seen[-MOST_OF_A_PAINT:] + os.read(self._master, 65536)

    def quiet(self, seconds: float) -> None:
        """Read until nothing has come for some time."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 65536)
            self.last = time.perf_counter()

    def at_rest(self, seconds: float = 1.0) -> None:
        """Read until the program has used hardly any processor time for so long; Linux only.

        So have the processes that it started, which index and analyse beside it.
        """
        before: dict[str, float] = {}
        while True:
            used = self._used()
            if sum(now - before.get(process, 0) for process, now in used.items()) < 0.05 * seconds:
                return
            before = used
            self.read_for(seconds)

    def read_for(self, seconds: float) -> None:
        """Read what comes for so long."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                os.read(self._master, 65536)

    def _kill(self) -> None:
        """Kill the program and what it started; return when none of them writes files any more.

        Where there is no /proc, what it started is killed and not waited for.
        """
        with suppress(ProcessLookupError):  # all have ended
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        while self._used():
            time.sleep(0.01)

    def _used(self) -> dict[str, float]:
        """Return the processor seconds of each process of the program's session that still runs."""
        ticks, used = os.sysconf("SC_CLK_TCK"), {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):  # it has ended meanwhile
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self._process.pid and fields[0] not in "ZX":
                    used[stat.parent.name] = (int(fields[11]) + int(fields[12])) / ticks
        return used

    def answer(self, wait: float = 5) -> float:
        """Return how long the first bytes take that come now, in ms; the rest is read, too."""
        begun = time.perf_counter()
        select.select([self._master], [], [], wait)
        self.last = time.perf_counter()
        took = self.last - begun
        self.quiet(SILENCE)
        return took * 1000

    @staticmethod
    def now() -> float:
        """Return the time, as `until` does."""
        return time.perf_counter()

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._master, keys)

    def key(self, key: bytes) -> float:
        """Press a key; return how long the first bytes of the answer take, in ms."""
        self.type(key)
        return self.answer()

    def end(self, key: bytes) -> tuple[float, float]:
        """End the program by a key; return its processor seconds and its largest memory in MB."""
        self.type(key)
        while True:
            if select.select([self._master], [], [], 0.05)[0]:
                with suppress(OSError):  # the other end is closed
                    os.read(self._master, 65536)
            ended, status, usage = os.wait4(self._process.pid, os.WNOHANG)
            if ended:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                return usage.ru_utime + usage.ru_stime, peak_megabytes(usage.ru_maxrss)


def first_paint(command: list[str], words: bytes) -> tuple[float, float]:
    """Start a program; return how long it takes until some words are on the screen, in ms, and the
    processor time that it used until then.
    """
    used = _processor_of_children()
    with Terminal(command) as terminal:
        took = terminal.until(words) - terminal.started
    return took * 1000, _processor_of_children() - used


def child_times(command: list[str]) -> tuple[float, float]:
    """Run a program whose output nobody sees; return how long it takes, in ms, and the processor
    time of it and what it started.
    """
    began, used = time.perf_counter(), _processor_of_children()
    nowhere = subprocess.DEVNULL
    subprocess.run(
        command, stdout=nowhere, stderr=nowhere, check=True, cwd=REPOSITORY, env=as_installed()
    )
    return (time.perf_counter() - began) * 1000, _processor_of_children() - used


def _processor_of_children() -> float:
    """Return the processor time of the programs that have ended, in ms."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1000
