#!/usr/bin/env python3
"""How fast the reader is, measured in a pseudo-terminal: python bench/reader.py [FOLDER]

Prints, each beside its floor or its budget:

- start to first readable paint of FOLDER (default: the sample corpus), against a bare Textual app;
- key to paint in an article of 1 MB with 10,000 highlights (p50, p95), and opening it.

Times are of this machine; the ratios are what docs compare.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

HERE = Path(__file__).resolve().parent.parent
SIZE = (24, 80)
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("readable text")
Bare().run()
"""


class Terminal:
    """A program in a pseudo-terminal; what it writes is read as it comes."""

    def __init__(self, command: list[str], home: str) -> None:
        self.started = time.perf_counter()
        master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "STATE")}
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=HERE
        )
        os.close(slave)
        self._master = master

    def until(self, words: bytes, seconds: float = 60) -> float:
        """Read until some bytes have come; return the time."""
        seen, deadline = b"", time.perf_counter() + seconds
        while words not in seen:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{words!r} was not painted in {seconds} s")
            if select.select([self._master], [], [], 0.05)[0]:
                seen = seen[-200:] + os.read(self._master, 65536)
        return time.perf_counter()

    def quiet(self, seconds: float) -> None:
        """Read until nothing has come for some time."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 65536)

    def key(self, key: bytes) -> float:
        """Press a key; return the seconds to the first bytes of the answer."""
        begun = time.perf_counter()
        os.write(self._master, key)
        select.select([self._master], [], [], 5)
        took = time.perf_counter() - begun
        self.quiet(0.03)
        return took

    def end(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)


def first_paint(command: list[str], words: bytes, home: str, times: int = 7) -> float:
    """Return the median of the seconds from start to some words on the screen."""
    taken = []
    for _ in range(times):
        terminal = Terminal(command, home)
        taken.append(terminal.until(words) - terminal.started)
        terminal.quiet(0.3)
        terminal.end()
    return statistics.median(taken)


def first_words(folder: Path) -> bytes:
    """Return a word of the first article that the screen shows early."""
    from corpus import open_corpus

    corpus = open_corpus(folder)
    text = corpus.read(corpus.files[0]).text
    return next(word for word in text.split() if word.isalpha() and len(word) > 4).encode()


def long_article(folder: Path) -> None:
    """Write an article of 1 MB with some 10,000 names and figures."""
    sentence = "On the ford of Marn {n:,} carts stood while Ilse Brandt counted them again. "
    with (folder / "long.txt").open("w", encoding="utf-8") as out:
        size, number = 0, 1000
        while size < 1_000_000:
            paragraph = "".join(sentence.format(n=number + i) for i in range(4))
            filler = "The water went on over the stones and nobody there said a word. " * 3
            size += out.write(paragraph + filler + "\n\n")
            number += 4


def main() -> None:
    """Measure and print."""
    read = [sys.executable, "-m", "tui"]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "corpus"
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1]).resolve()
        else:
            shutil.copytree(HERE / "examples" / "tulgara-dam", folder)
        subprocess.run(
            [*read, "index", str(folder)],
            env=os.environ | {f"XDG_{k}_HOME": f"{home}/{k}" for k in ("CACHE", "STATE")},
            stdout=subprocess.DEVNULL,
            check=True,
            cwd=HERE,
        )
        floor = first_paint([sys.executable, "-c", BARE], b"readable", home)
        ours = first_paint([*read, str(folder)], first_words(folder), home)
        print(f"bare Textual app, start to paint      {floor * 1000:7.0f} ms")
        print(f"postil, start to first readable paint {ours * 1000:7.0f} ms  {ours / floor:.2f} x")

        long = Path(home) / "long"
        long.mkdir()
        long_article(long)
        opened = first_paint([*read, str(long)], b"carts", home, times=3)
        print(
            f"postil, start to paint of 1 MB        {opened * 1000:7.0f} ms  {opened / floor:.2f} x"
        )
        terminal = Terminal([*read, str(long)], home)
        terminal.until(b"carts")
        terminal.quiet(4)
        for name, key in (("row down", b"j"), ("page down", b" "), ("next number", b"]n")):
            taken = sorted(terminal.key(key) for _ in range(120))
            print(
                f"key to paint, {name:<12}  p50 {taken[60] * 1000:5.1f} ms  "
                f"p95 {taken[113] * 1000:5.1f} ms  (budget 16)"
            )
        terminal.end()


if __name__ == "__main__":
    main()
