"""Printing: a text given to the system's print command, or to the one of the settings."""

from __future__ import annotations

import shlex
import threading
from collections.abc import Callable

from tui.commands.wrapping import wrap
from tui.terminal.piping import piped

# In cells: what a line printer has, and what a page of a common font holds.
WIDTH = 80
_PROGRAMS = {"lp": "-t", "lpr": "-T"}
NONE_HERE = (
    "nothing prints here: there is neither lp nor lpr; the setting `printer` names a command"
)


def print_command(setting: str, which: Callable[[str], str | None], title: str) -> str:
    """Return the command of a shell that prints its standard input; "" where there is none.

    `title` names the job where the system's own commands are used.
    """
    if setting:
        return setting
    for program, option in _PROGRAMS.items():
        if which(program):
            return shlex.join([program, option, " ".join(title.split())])
    return ""


def for_paper(text: str) -> str:
    """Return a text with its long lines broken at blanks, each part as far in as the first."""
    lines = []
    for line in text.split("\n"):
        indent = line[: min(len(line) - len(line.lstrip(" ")), WIDTH // 2)]
        spans = wrap(line, WIDTH - len(indent))
        lines += [indent + span.cut(line) for span in spans] or [""]
    return "\n".join(lines)


def printed(command: str, text: str) -> str:
    """Give a text to a print command; return what it said, such as the number of the job.

    Waits for the command, a minute at most. Raises OSError where it fails, with what it said.
    """
    output = piped(command, for_paper(text), threading.Event())
    said = " ".join(output.text.split())
    if output.status != 0:
        raise OSError(f"{output.says}: {said}" if said else output.says)
    return said
