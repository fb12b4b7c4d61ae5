"""What reaches a terminal: harmless text whatever is in the files, and no SGR but our own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.commands.deleting import delete_one
from tui.commands.command_help import CORPUS_COMMANDS
from tui.layout.cells import cells

REPOSITORY = Path(__file__).resolve().parents[2]
# Our own SGR, and progress: shown in place, and cleared before anything else is printed.
_OWN = re.compile(r"\x1b\[[0-9;]*m|\r[^\n\x1b]*\x1b\[K")
# Controls but the line feed, bidirectional and zero-width characters, line separators, tags.
_HARMFUL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
_HOSTILE = (
    "\x1b]52;c;ZXZpbA==\x07 \x1b[2J \x9b31m \x7f \u202egnirts\u202c zero\u200bwidth \u2066iso\u2069"
    " \x08\x0b\x0c \u2028 \ufeff \U000e0041 [@click=app.quit]press[/]"
)


def on_terminal(
    *arguments: str | os.PathLike[str] | bytes,
    columns: int = 80,
    env: dict[str, str] | None = None,
) -> str:
    """Run `postil` with a pseudo-terminal for its output and errors; return what it got."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color"}
    environment.pop("COLUMNS", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "tui", *map(os.fspath, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        cwd=REPOSITORY,
        env={**environment, **(env or {})},
    )
    os.close(follower)
    received = bytearray()
    while True:
        try:
            block = os.read(leader, 65536)
        except OSError:  # Linux reports the far end closed as an input/output error.
            break
        if not block:
            break
        received += block
    os.close(leader)
    running.wait(timeout=60)
    # The terminal driver writes each line feed as CR LF.
    return received.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Give a corpus in which everything that a stranger can name or write is hostile."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    text = (
        f"---\ntitle: The {_HOSTILE} Times\n---\n\nGovernor Ada {_HOSTILE} Marlow said over 1,450"
        f" {_HOSTILE} boats came to Port Ellery.\n\nAda Marlow left at 5 p.m. {_HOSTILE}\n"
    )
    name = "a\x1b[31m\u202egpj\n\x07.md"
    (folder / name).write_text(text, encoding="utf-8", newline="")
    escaped = '"over\\e[31m \\u202e\\x9b 1,450"'
    (folder / f"{name}.annotations.yaml").write_text(
        f"schema: postil/1\nannotations:\n  - id: a-0123456789\n    quote: {escaped}\n"
        f'    at: [2, 30]\n    note: {escaped}\n    tags: [{escaped}, "\\u2066t"]\n',
        encoding="utf-8",
    )
    (folder / "scan\x1b]0;x\x07\u202e.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    with (folder / "postil.yaml").open("w", encoding="utf-8") as file:
        file.write('schema: postil-corpus/1\n"un\\e[5mknown\\u202e": yes\n')
    for twin in (b"/not-utf8-\xff\x9b.txt", b"/twin\x1b[31m.txt"):
        Path(os.fsdecode(os.fsencode(folder) + twin)).write_text(
            "Ada Marlow counted 212 boats.\n", encoding="utf-8"
        )
    return folder


@pytest.mark.parametrize("form", ["text", "jsonl"])
@pytest.mark.parametrize("command", sorted(CORPUS_COMMANDS))
def test_nothing_hostile_reaches_a_terminal(hostile: Path, command: str, form: str) -> None:
    query = {
        "search": ["boats"],
        "concordance": ["boats"],
        "similar": [os.fsdecode(b"not-utf8-\xff\x9b.txt")],
    }.get(command, [])
    if command == "journal":
        delete_one(hostile)

    received = on_terminal(command, hostile, *query, "--format", form)

    assert "Traceback" not in received
    # The signs that stand for what was replaced, or its escapes, prove that it was there.
    assert ("␛" in received) if form == "text" else ("\\u001b" in received)
    assert _HARMFUL.findall(_OWN.sub("", received)) == []


def test_no_escape_sequence_but_our_own_reaches_a_terminal(hostile: Path) -> None:
    for command in ("articles", "ledger", "entities", "quantities", "check"):
        received = on_terminal(command, hostile)

        allowed = re.compile(r"\x1b\[(?:0|[14](?:;3[15])?)m|\r[^\n\x1b]*\x1b\[K")
        assert "\x1b" not in allowed.sub("", received)


@pytest.mark.parametrize("path", [b"/nowhere-\x1b[31m-\xff", "/nowhere-\u202e\x07"])
def test_a_hostile_argument_is_shown_harmless(path: str | bytes) -> None:
    for words in (["articles", path], [path], ["serach", path]):
        received = on_terminal(*words)

        assert "error" in received or "postil: " in received
        assert _HARMFUL.findall(received) == []


def test_matches_are_marked_on_a_terminal_and_plain_in_a_pipe(example: Path) -> None:
    received = on_terminal("search", example, "gateman")
    piped = subprocess.run(
        [sys.executable, "-m", "tui", "search", str(example), "gateman"],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        timeout=60,
        check=True,
    ).stdout

    assert re.search(r"\x1b\[1;31m[Gg]ateman\x1b\[0m", received)
    assert "\x1b" not in piped


def test_no_color_keeps_bold_and_drops_colour(example: Path) -> None:
    received = on_terminal("search", example, "gateman", env={"NO_COLOR": "1"})

    assert re.search(r"\x1b\[1m[Gg]ateman\x1b\[0m", received)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", received)


def test_a_dumb_terminal_gets_no_escape_sequence(example: Path) -> None:
    received = on_terminal("search", example, "gateman", env={"TERM": "dumb"})

    assert "gateman" in received
    assert "\x1b" not in received


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize(
    "command", ["articles", "entities", "quantities", "search", "concordance", "ledger"]
)
def test_lines_fit_the_terminal(example: Path, command: str, columns: int) -> None:
    query = ["tulgara"] if command in ("search", "concordance") else []

    received = on_terminal(command, example, *query, columns=columns)

    printed = [
        line for line in _OWN.sub("", received).split("\n") if not line.startswith("postil: ")
    ]
    assert [line for line in printed if cells(line) > columns] == []
    assert len(printed) > 5
