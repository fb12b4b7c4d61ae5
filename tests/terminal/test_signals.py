"""Signals: an end from outside keeps everything, Ctrl+Z puts Postil aside and back."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Starter, Terminal, state_files

SHELL = shutil.which("bash")


def reading(start: Starter, folder: Path) -> Terminal:
    reader = start("-m", "tui", folder)
    reader.until("Ferry runs aground", "? keys")
    return reader


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_in_order(start: Starter, folder: Path, number: int, status: int) -> None:
    reader = reading(start, folder)
    reader.type("J")
    reader.until("article 2 of 2")
    reader.signal(number)

    assert reader.wait() == status
    assert reader.attributes == reader.attributes_before
    # The screen is left blank where there is no other one to go back to.
    assert b"\x1b[2J" in reader.painted[: reader.painted.rindex(b"\x1b[?1049l")]
    assert "Traceback" not in reader.rest
    assert not any("error of" in log.read_text() for log in state_files("postil.log"))
    assert '"last_article": "b_inquiry.txt"' in state_files("places.json")[0].read_text()


def test_going_on_without_having_been_stopped_harms_nothing(start: Starter, folder: Path) -> None:
    reader = reading(start, folder)
    reader.signal(signal.SIGCONT)
    reader.until("\x1b[?1049h", "Ferry runs aground")
    reader.type("J")
    reader.until("article 2 of 2")
    reader.type("q")

    assert reader.wait() == 0
    assert reader.attributes == reader.attributes_before


def test_without_a_shell_there_is_nothing_to_go_back_to(start: Starter, folder: Path) -> None:
    reader = reading(start, folder)
    reader.type("\x1a")
    reader.until("No shell to come back from")


@pytest.mark.skipif(SHELL is None, reason="needs bash")
class TestUnderAShell:
    def shell(self, start: Starter) -> Terminal:
        assert SHELL is not None
        shell = start("--norc", "-i", program=SHELL, environment={"PS1": "ready> "})
        shell.until("ready> ")
        return shell

    def stopped(self, start: Starter, folder: Path) -> Terminal:
        shell = self.shell(start)
        shell.type(f"{sys.executable} -m tui {folder}\n")
        shell.until("Ferry runs aground", "? keys")
        return shell

    def test_ctrl_z_gives_the_screen_back_and_fg_comes_back_to_the_place(
        self, start: Starter, folder: Path
    ) -> None:
        shell = self.stopped(start, folder)
        shell.type("J")
        shell.until("article 2 of 2")
        shell.type("\x1a")
        shell.until("\x1b[?1049l", "Stopped", "ready> ")
        shell.type("echo $((6 * 7))\n")
        shell.until("42")
        shell.type("fg\n")
        shell.until("\x1b[?1049h", "article 2 of 2")
        shell.type("q")
        shell.until("ready> ")
        shell.type("echo status=$?\n")
        shell.until("status=0")

    def test_a_table_is_put_aside_as_an_article_is(self, start: Starter, folder: Path) -> None:
        shell = self.stopped(start, folder)
        shell.type("pl")
        shell.until("Ledger: 0 of 0")
        shell.type("\x1a")
        shell.until("\x1b[?1049l", "Stopped", "ready> ")
        shell.type("fg\n")
        shell.until("\x1b[?1049h", "Ledger: 0 of 0")

    def test_what_started_postil_is_stopped_with_it(self, start: Starter, folder: Path) -> None:
        shell = self.shell(start)
        starter = folder.parent / "starter.py"
        starter.write_text(
            "import subprocess, sys\n"
            f"subprocess.run([sys.executable, '-m', 'tui', {str(folder)!r}])\n"
        )
        shell.type(f"{sys.executable} {starter}\n")
        shell.until("Ferry runs aground", "? keys")
        for _ in range(2):
            shell.type("\x1a")
            shell.until("Stopped", "ready> ")
            # The screen was given back before the shell wrote on it.
            assert shell.painted.rindex(b"\x1b[?1049l") < shell.painted.rindex(b"Stopped")
            shell.type("fg\n")
            shell.until("\x1b[?1049h", "Ferry runs aground")

    def test_another_size_while_it_was_aside_is_noticed(self, start: Starter, folder: Path) -> None:
        shell = self.stopped(start, folder)
        shell.type("\x1a")
        shell.until("Stopped", "ready> ")
        shell.resize(120, 40)
        shell.type("fg\n")
        # Now there is room for the side panel.
        shell.until("\x1b[?1049h", "entities")

    def test_sent_to_the_background_it_waits_to_be_called(
        self, start: Starter, folder: Path
    ) -> None:
        shell = self.stopped(start, folder)
        shell.type("\x1a")
        shell.until("Stopped", "ready> ")
        shell.type("bg\n")
        shell.type("while jobs -r | grep -q .; do sleep 0.1; done; echo runs: $((0))\n")
        shell.until("runs: 0")
        shell.type("fg\n")
        shell.until("\x1b[?1049h", "Ferry runs aground")
