"""A selection given to a command: bounded, stopped by Escape, shown harmless; and the folder."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.screens.output import OutputScreen
from tui.terminal.folder_opening import opened, opener
from tui.terminal.piping import piped

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


def test_a_command_gets_the_text_and_says_how_it_ended() -> None:
    output = piped("tr a-z A-Z; exit 3", "dam “élan”", threading.Event())
    assert (output.text, output.status, output.says) == ("DAM “éLAN”", 3, "ended with 3")


def test_a_command_that_reads_nothing_does_not_block() -> None:
    assert piped("echo done", "x" * 1_000_000, threading.Event()).text == "done\n"


def test_too_much_output_and_too_much_time_end_a_command() -> None:
    endless = piped("yes", "", threading.Event(), most=10_000)
    assert len(endless.text) == 10_000
    assert endless.status is None
    assert "10,000 bytes" in endless.says
    slow = piped("echo begun; sleep 1000", "", threading.Event(), seconds=0.2)
    assert slow.text in ("", "begun\n")
    assert "0.2 seconds" in slow.says


def test_what_it_started_ends_with_it(tmp_path: Path) -> None:
    sign = tmp_path / "alive"
    stopped = threading.Event()
    stopped.set()
    output = piped(f"(sleep 1000; touch {sign}) & wait", "", stopped)
    assert output.says == "stopped"
    assert not sign.exists()


def test_a_command_that_is_none_is_told_by_the_shell() -> None:
    output = piped("no-such-program-here", "", threading.Event())
    assert output.status == 127
    assert "no-such-program-here" in output.text


async def test_the_selection_is_piped_and_what_is_printed_is_shown_harmless(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("V", "|", *r"printf '\033[31m'; wc -w", "enter")
        screen = session.app.screen
        assert isinstance(screen, OutputScreen)
        await session.until(lambda: screen._output is not None)
        await session.settle()
        assert "␛[31m" in session.screen_text()
        assert "1 line, done" in session.rows()[0]
        await session.press("escape")
        assert session.app.screen is session.reader
        # The command is offered again; without a selection it gets the whole article.
        await session.press("escape", "|")
        assert "the whole article" in session.screen_text()
        assert "wc -w" in session.screen_text()


async def test_another_command_is_typed_over_the_last_one(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("V", "|", *"wc -w", "enter", "escape")
        await session.press("|", *"tr a-z A-Z", "enter")
        await session.until(lambda: "FERRY" in session.screen_text())
        assert session.rows()[0].strip().startswith("| tr a-z A-Z ")


async def test_escape_stops_a_command_and_then_leaves(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.pilot.press(":", *"!sleep 1000")
        await session.pilot.press("enter")
        await session.until(lambda: isinstance(session.app.screen, OutputScreen))
        screen = session.app.screen
        assert isinstance(screen, OutputScreen)
        await session.pilot.press("escape")
        await session.until(lambda: screen._output is not None)
        assert screen._output is not None
        assert screen._output.says == "stopped"
        await session.press("escape")
        assert session.app.screen is session.reader


@pytest.mark.parametrize(("environment", "platform", "program"), [
    ({}, "linux", None), ({"DISPLAY": ":0"}, "linux", "/bin/xdg-open"),
    ({"WAYLAND_DISPLAY": "w"}, "linux", "/bin/xdg-open"), ({}, "darwin", "/bin/open"),
    ({"WSL_DISTRO_NAME": "x"}, "linux", "/bin/wslview"),
])  # fmt: skip
def test_the_desktop_says_which_program_opens_folders(
    environment: dict[str, str], platform: str, program: str | None
) -> None:
    assert opener(environment, platform, lambda name: f"/bin/{name}") == program


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    script = tmp_path / "opens"
    script.write_text('#!/bin/sh\n[ "$1" = "$PWD" ] || exit 4\n')
    script.chmod(0o755)
    assert opened(str(script), Path.cwd()) == ""
    assert opened(str(script), tmp_path) == "it ended with 4"
    assert opened(str(tmp_path / "none"), tmp_path) == "No such file or directory"


async def test_without_a_desktop_the_folder_is_said(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with reading(folder, size=(160, 30)) as session:
        await session.press("g", "O")
        assert str(folder) in session.rows()[-1]
