"""The reader and its terminal: none is said, one that goes away ends it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_without_a_terminal_the_reader_says_so_at_once(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", str(folder)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_without_a_screen_is_told_how_to_read_plainly(folder: Path) -> None:
    master, slave = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "tui", str(folder)],
        cwd=ROOT,
        env={**os.environ, "TERM": "dumb"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        timeout=60,
        check=False,
    )
    os.close(slave)
    said = os.read(master, 65536).decode()
    os.close(master)
    assert done.returncode == 2
    assert "TERM=dumb" in said
    assert "postil read FILE" in said
    assert "\x1b" not in said


def test_a_terminal_that_goes_away_ends_the_reader_and_keeps_the_place(folder: Path) -> None:
    master, slave = pty.openpty()
    reader = subprocess.Popen(
        [sys.executable, "-m", "tui", str(folder)],
        cwd=ROOT,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    seen = b""
    while b"Ferry" not in seen:
        assert select.select([master], [], [], 60)[0], "nothing was painted"
        seen += os.read(master, 65536)
    os.close(master)
    assert reader.wait(timeout=60) != 0
    places = list(Path(os.environ["XDG_STATE_HOME"]).rglob("places.json"))
    assert places
    assert "a_ferry.txt" in places[0].read_text()
