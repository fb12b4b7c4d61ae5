"""What `postil` prints, run in this process: to a terminal or to pipes."""

from __future__ import annotations

import os
import pty
import re
import sys
import termios
import threading
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.conftest import harmful

# What commands write in a terminal themselves: colours, and a line of progress that they take back.
OURS = re.compile(r"\x1b\[(?:0|[14](?:;3[15])?)m|\r[^\r\x1b\n]*\x1b\[K")


@dataclass(frozen=True, slots=True)
class Printed:
    """The status of a command, and what it wrote; bytes that are no UTF-8 as surrogates."""

    status: int
    out: str
    errors: str

    def harmful(self) -> set[str]:
        """Return the harmful characters among what was written, less what is ours."""
        return harmful(OURS.sub("", self.out + self.errors))


class _Output:
    """A file that is written to, and a thread that gathers what arrives."""

    def __init__(self, *, terminal: bool) -> None:
        self._end, written = pty.openpty() if terminal else os.pipe()
        if terminal:
            attributes = termios.tcgetattr(written)
            attributes[1] &= ~termios.OPOST  # a line feed stays one
            termios.tcsetattr(written, termios.TCSANOW, attributes)
        self.file = os.fdopen(written, "w", encoding="utf-8", errors="strict")
        self._received = bytearray()
        self._thread = threading.Thread(target=self._gather, daemon=True)
        self._thread.start()

    def _gather(self) -> None:
        try:
            while block := os.read(self._end, 1 << 16):
                self._received += block
        except OSError:  # a terminal whose other end is closed
            return

    def text(self) -> str:
        """Return all that was written, when no more will be."""
        self.file.close()
        self._thread.join()
        os.close(self._end)
        return self._received.decode("utf-8", "surrogateescape")


def run(*arguments: str | Path, terminal: bool = False) -> Printed:
    """Run `postil` with arguments."""
    from tui.command_line import main

    before = sys.stdout, sys.stderr
    out, errors = _Output(terminal=terminal), _Output(terminal=terminal)
    sys.stdout, sys.stderr = out.file, errors.file
    try:
        status = main([os.fspath(argument) for argument in arguments])
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout, sys.stderr = before
        written = out.text(), errors.text()
    return Printed(status, *written)
