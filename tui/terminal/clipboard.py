"""Copying text out of the terminal: by the terminal itself (OSC 52), by a program, or to a file.

Text is copied as it stands in the source, controls and hidden characters too: a quotation must be
exact. The message says how many of those there are, because a shell may obey what is pasted.

A terminal does not answer whether it took what OSC 52 sent, and many cut what is long; so a program
of the desktop goes first where this runs on the desktop, and the terminal first over SSH.
"""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.safe_text import safe

# In bytes of base64: what xterm takes at most. Others take more, or cut without a word.
MOST_FOR_TERMINAL = 74_994
# A string that GNU screen passes on is cut at 768 bytes.
SCREEN_CHUNK = 76
# In seconds. The programs hand the text to a process of their own and end at once.
PATIENCE = 3.0
# Terminals that do not know OSC 52.
_DEAF = ("", "dumb", "linux")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that takes the text on its standard input; `says` is how a message names it."""

    words: tuple[str, ...]
    says: str


Way = Program | Literal["terminal"]


_TMUX = Program(("tmux", "load-buffer", "-w", "-"), "tmux")
_WAYLAND = Program(("wl-copy",), "wl-copy")
_XCLIP = Program(("xclip", "-selection", "clipboard", "-in"), "xclip")
_XSEL = Program(("xsel", "--clipboard", "--input"), "xsel")
_MAC = Program(("pbcopy",), "pbcopy")
_WINDOWS = Program(("clip.exe",), "clip.exe")


def ways(
    setting: str,
    environment: Mapping[str, str],
    platform: str,
    which: Callable[[str], str | None],
) -> tuple[Way, ...]:
    """Return the ways that a text may go, in the order in which to try them.

    `setting` is `auto`, `terminal` (only by the terminal itself) or `command` (only by a program);
    `platform` is as in `sys.platform`. A file is what is left where none works.
    """
    # Not OSC 52: tmux takes that from a program only where `set-clipboard` is `on`, which is not
    # its default; by its own command it passes the text on with `external` as well.
    tmux = [_TMUX] if environment.get("TMUX") and which("tmux") else []
    desktop: list[Program] = []
    if platform == "darwin":
        desktop.append(_MAC)
    if environment.get("WSL_DISTRO_NAME"):
        desktop.append(_WINDOWS)
    if environment.get("WAYLAND_DISPLAY"):
        desktop.append(_WAYLAND)
    if environment.get("DISPLAY"):
        desktop += (_XCLIP, _XSEL)
    desktop = [program for program in desktop if which(program.words[0])]
    remote = bool(environment.get("SSH_TTY") or environment.get("SSH_CONNECTION"))
    hears = environment.get("TERM", "") not in _DEAF
    terminal: list[Literal["terminal"]] = ["terminal"] if hears else []
    if setting == "terminal":
        return tuple(terminal)
    if setting == "command":
        return (*desktop, *tmux)
    if remote:
        # The desktop's programs would copy to the other machine, or through a slow X connection.
        return (*tmux, *terminal, *desktop)
    return (*desktop, *tmux, *terminal)


def terminal_sequence(text: str, environment: Mapping[str, str]) -> str | None:
    """Return what tells the terminal to take `text`; None where that is too much for many.

    Sequence: xterm's control sequences, "Manipulate Selection Data". GNU screen gets it in pieces,
    each in a device control string, which it hands on to the terminal that it runs in.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(encoded) > MOST_FOR_TERMINAL:
        return None
    if environment.get("STY"):
        whole = f"\x1b]52;c;{encoded}\x07"
        pieces = (whole[at : at + SCREEN_CHUNK] for at in range(0, len(whole), SCREEN_CHUNK))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return f"\x1b]52;c;{encoded}\x07"


def give_to(program: Program, text: str, *, patience: float = PATIENCE) -> str:
    """Let a program take the text; return why it did not, "" where it did.

    The program cannot read keys, paint on the screen, or outlast `patience` seconds.
    """
    try:
        process = subprocess.Popen(
            program.words,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        process.communicate(text.encode("utf-8", "replace"), timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return "it did not end"
    except OSError as error:
        process.kill()
        process.wait()
        return error.strerror or str(error)
    return "" if process.returncode == 0 else f"it ended with {process.returncode}"


def write_file(folder: Path, text: str) -> Path:
    """Write the text to `copied.txt` in a folder, for the user only. Raises OSError."""
    path = folder / "copied.txt"
    temporary = folder / f"copied.txt.{os.getpid()}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("utf-8", "replace"))
    temporary.replace(path)
    return path


def unseen_characters(text: str) -> int:
    """Return how many characters are controls, hidden or reverse the order of reading.

    Line ends, tabs and blanks of any width are none of those.
    """
    return sum(
        shown != character and shown not in " ↵"
        for character, shown in zip(text, safe(text), strict=True)
    )
