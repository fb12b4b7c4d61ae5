"""The reader's own editor: which program it is, and how it is told the line to begin at.

No shell is involved: the setting is split as a shell would split it, the file is one argument and
always an absolute path, so that no name can be taken for an option or a command.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

# Where neither the settings nor the environment name one.
USUAL = ("vi", "vim", "nano")
# `editor +12 FILE`
_PLUS = frozenset(
    (
        *("vi", "vim", "nvim", "view", "gvim", "ex", "vis", "nano", "pico", "micro", "kak", "hx"),
        *("helix", "joe", "jed", "mg", "ne", "mcedit", "emacs", "emacsclient"),
    )
)
# `editor FILE:12`, with what makes it wait until the file is closed and what announces the line.
_COLON = {
    "code": ("--wait", "--goto"),
    "code-insiders": ("--wait", "--goto"),
    "codium": ("--wait", "--goto"),
    "cursor": ("--wait", "--goto"),
    "subl": ("--wait",),
    "zed": ("--wait",),
    "zeditor": ("--wait",),
}
# Windows of their own, which come back at once unless they are told to wait.
_WAITS = {"gvim": "--nofork", "kate": "--block", "gedit": "--wait"}


class EditorError(Exception):
    """There is no editor, or it could not be started; the words say what to do."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor as the words of its command, the program first."""

    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the program."""
        return Path(self.words[0]).name

    @property
    def has_window(self) -> bool:
        """Whether it opens a window of its own, and leaves the terminal blank."""
        return self.name in _COLON or self.name in _WAITS

    def command(self, path: Path, line: int = 1) -> list[str]:
        """Return the command that opens an absolute path at a line, counted from 1."""
        if not path.is_absolute():
            raise ValueError("a path that is not absolute may be taken for an option")
        name = self.name
        words = list(self.words)
        if (wait := _WAITS.get(name)) is not None and wait not in words:
            words.append(wait)
        if name in _COLON:
            words += (word for word in _COLON[name] if word not in words)
            return [*words, f"{path}:{line}"]
        if name in _PLUS:
            return [*words, f"+{line}", str(path)]
        return [*words, str(path)]


def find_editor(
    setting: str,
    environment: Mapping[str, str],
    which: Callable[[str], str | None] = shutil.which,
) -> Editor:
    """Return the editor of the settings, of `VISUAL` or `EDITOR`, or a usual one.

    Raises EditorError where there is none, or the one that is named cannot be found.
    """
    named = {
        "the setting `editor`": setting,
        "$VISUAL": environment.get("VISUAL", ""),
        "$EDITOR": environment.get("EDITOR", ""),
    }
    for source, command in named.items():
        if not command.strip():
            continue
        try:
            words = tuple(shlex.split(command))
        except ValueError as error:
            raise EditorError(f"{source} cannot be read ({error}): {command}") from error
        if not words or which(words[0]) is None:
            program = words[0] if words else command
            raise EditorError(f"{source} names {program}, which is not installed here")
        return Editor(words)
    for name in USUAL:
        if which(name) is not None:
            return Editor((name,))
    raise EditorError(
        "No editor: set EDITOR, such as `export EDITOR=nano`, or `editor` in settings"
    )


class RunningEditor:
    """An editor that has the terminal until it ends."""

    def __init__(self, command: list[str]) -> None:
        """Start it. Raises EditorError."""
        try:
            self._process = subprocess.Popen(command)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise EditorError(f"{command[0]} cannot be started: {reason}") from error

    def wait(self) -> int:
        """Wait until it ends; return its exit status, negative for a signal's number."""
        return self._process.wait()

    def tell(self, number: int) -> None:
        """Hand a signal on to it."""
        if self._process.poll() is None:
            self._process.send_signal(number)
