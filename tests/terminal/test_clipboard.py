"""Copying out of the terminal: which way, how much, and what is said of it."""

from __future__ import annotations

import base64
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.conftest import Starter, state_files
from tui.terminal.clipboard import (
    MOST_FOR_TERMINAL,
    SCREEN_CHUNK,
    Program,
    give_to,
    terminal_sequence,
    unseen_characters,
    ways,
    write_file,
)

X11 = {"TERM": "xterm-256color", "DISPLAY": ":0"}
WAYLAND = {"TERM": "foot", "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


def names(
    setting: str,
    environment: dict[str, str],
    platform: str = "linux",
    missing: tuple[str, ...] = (),
) -> list[str]:
    found = ways(setting, environment, platform, lambda name: None if name in missing else name)
    return [way if isinstance(way, str) else way.words[0] for way in found]


@pytest.mark.parametrize(
    ("environment", "platform", "order"),
    [
        (X11, "linux", ["xclip", "xsel", "terminal"]),
        (WAYLAND, "linux", ["wl-copy", "xclip", "xsel", "terminal"]),
        (X11 | {"TMUX": "/tmp/t,1,0"}, "linux", ["xclip", "xsel", "tmux", "terminal"]),
        ({"TERM": "screen", "TMUX": "/tmp/t,1,0"}, "linux", ["tmux", "terminal"]),
        ({"TERM": "xterm"}, "darwin", ["pbcopy", "terminal"]),
        ({"TERM": "xterm", "WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe", "terminal"]),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, "linux", ["terminal"]),
        (X11 | {"SSH_CONNECTION": "a b"}, "linux", ["terminal", "xclip", "xsel"]),
        ({"TERM": "linux"}, "linux", []),
        ({}, "linux", []),
    ],
)
def test_the_way_is_chosen_by_where_one_is(
    environment: dict[str, str], platform: str, order: list[str]
) -> None:
    assert names("auto", environment, platform) == order


def test_the_setting_narrows_the_ways() -> None:
    assert names("terminal", WAYLAND) == ["terminal"]
    assert names("command", WAYLAND | {"TMUX": "x"}) == ["wl-copy", "xclip", "xsel", "tmux"]


def test_programs_that_are_not_there_are_no_way() -> None:
    assert names("auto", WAYLAND, missing=("wl-copy", "xclip")) == ["xsel", "terminal"]


def decoded(sequence: str) -> str:
    found = re.fullmatch(r"\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found
    return base64.b64decode(found[1]).decode()


@given(st.text())
def test_the_terminal_gets_the_text_as_it_is(text: str) -> None:
    sequence = terminal_sequence(text, {})
    assert sequence is not None
    assert decoded(sequence) == text


@given(st.text(min_size=1))
def test_screen_gets_it_in_pieces_that_it_does_not_cut(text: str) -> None:
    sequence = terminal_sequence(text, {"STY": "1.pts"})
    assert sequence is not None
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert max(map(len, pieces)) <= SCREEN_CHUNK
    assert decoded("".join(pieces)) == text


def test_what_a_terminal_would_cut_does_not_go_there() -> None:
    most = MOST_FOR_TERMINAL // 4 * 3
    assert terminal_sequence("x" * most, {}) is not None
    assert terminal_sequence("x" * (most + 3), {}) is None


def test_half_a_surrogate_pair_does_not_stop_it() -> None:
    assert decoded(terminal_sequence("a\ud800b", {}) or "") == "a?b"


def program(tmp_path: Path, script: str) -> Program:
    path = tmp_path / "copy"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return Program((str(path),), "copy")


def test_a_program_gets_the_text_on_its_standard_input(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    text = "words\x1b[31m\n" * 20_000
    assert give_to(program(tmp_path, f"cat > {taken}"), text) == ""
    assert taken.read_text() == text


@pytest.mark.parametrize(
    ("script", "reason", "patience"),
    [
        ("exit 3", "ended with 3", 60),
        ("exec sleep 60", "did not end", 0.1),
        ("exec nothing-there", "127", 60),
    ],
)
def test_a_program_that_fails_or_hangs_is_told(
    tmp_path: Path, script: str, reason: str, patience: float
) -> None:
    assert reason in give_to(program(tmp_path, script), "x", patience=patience)


def test_a_program_that_leaves_a_process_behind_does_not_hold_us(tmp_path: Path) -> None:
    # As xclip and wl-copy do, which keep the text until something else is copied.
    assert give_to(program(tmp_path, "cat > /dev/null; sleep 20 &"), "x", patience=10) == ""


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert give_to(Program((str(tmp_path / "none"),), "none"), "x")


def test_the_file_is_the_users_alone(tmp_path: Path) -> None:
    path = write_file(tmp_path, "words")
    assert path.read_text() == "words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert write_file(tmp_path, "others").read_text() == "others"


def test_unseen_characters_are_counted() -> None:
    assert unseen_characters("plain words,\n\ta line\u00a0more \u2028") == 0
    assert unseen_characters("\x1b[31m \u202e \u200b \x9b") == 4


def sent(painted: bytes) -> str:
    found = re.search(rb"\x1b]52;c;([A-Za-z0-9+/=]*)\x07", painted)
    assert found
    return base64.b64decode(found[1]).decode()


def test_y_copies_through_the_terminal_and_says_so(start: Starter, folder: Path) -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "TMUX": "", "STY": "", "SSH_TTY": "x"}
    reader = start("-m", "tui", folder, environment=environment, size=(120, 40))
    reader.until("Ferry runs aground", "? keys", "People")
    reader.type("}Vy")
    reader.until("characters through the terminal (OSC 52)")
    assert sent(reader.painted).startswith("The ferry Halcyon ran aground on Tuesday")
    reader.type("q")
    assert reader.wait() == 0


def test_where_there_is_no_other_way_a_file_takes_it(start: Starter, folder: Path) -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "TMUX": "", "TERM": "linux"}
    reader = start("-m", "tui", folder, environment=environment, size=(120, 40))
    reader.until("Ferry runs aground", "? keys", "People")
    reader.type("}Vy")
    reader.until("characters to", "copied.txt")
    assert state_files("copied.txt")[0].read_text().startswith("The ferry Halcyon")


def test_ctrl_c_copies_what_is_selected_and_else_says_how_to_leave(
    start: Starter, folder: Path
) -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "TMUX": "", "STY": ""}
    reader = start("-m", "tui", folder, environment=environment, size=(120, 40))
    reader.until("Ferry runs aground", "? keys", "People")
    reader.type("\x03")
    reader.until("q quits")
    reader.type("}V\x03")
    reader.until("through the terminal")
    assert os.kill(reader.process.pid, 0) is None
