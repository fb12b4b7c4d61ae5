"""`postil`: opens the reader, or runs one of the commands that print.

Nothing here imports Textual or reads a corpus before it is needed: the start-up time of every
command is that of Python and argparse. Exit status: 0; 1 nothing found (`check`: problems found);
2 wrong usage or an unreadable corpus; 70 after an error of Postil itself, which the log tells more
of; 130 after Ctrl-C; 141 when the reader of a pipe went away; 129 and 143 when a signal ended it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `postil` with `arguments` (those of the process when None); return the exit status.

    Raises SystemExit as argparse does: after --help and --version with 0, on wrong usage with 2.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: `postil … >&-`
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    try:
        return _run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from tui.commands import discard_output

        discard_output()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - told in two lines, and written to the log
        return _crashed(error, words)


def _run(words: list[str]) -> int:
    """Run the command that `words` begins with, or open the reader."""
    # Most often a folder alone is named, or nothing: that needs no parser, which takes 10 ms.
    if not words or (len(words) == 1 and os.sep in words[0] and Path(words[0]).is_dir()):
        return _open(Path(words[0]) if words else None, None)
    from tui.commands.command_help import COMMANDS

    return _command(words) if words[0] in COMMANDS else _reader(words)


def _crashed(error: Exception, words: Sequence[str]) -> int:
    """Tell of an error of Postil itself; return the exit status."""
    from tui.commands.command_help import COMMANDS
    from tui.commands.console import complain
    from tui.program.crash_report import EXIT_STATUS, report_crash

    doing = f"postil {words[0]}" if words and words[0] in COMMANDS else "postil"
    for line in report_crash(error, doing).lines():
        complain(line)
    return EXIT_STATUS


def _command(words: list[str]) -> int:
    """Run the command that `words` begins with."""
    from tui.commands import run
    from tui.commands.arguments import command_parser

    return run(words[0], command_parser(words[0]).parse_intermixed_args(words[1:]))


def _reader(words: list[str]) -> int:
    """Open the reader, as the arguments say."""
    from tui.commands.arguments import reader_parser

    parser = reader_parser()
    found, rest = parser.parse_known_args(words)
    first = words[0] if words else ""
    commands = f"no command {first!r}{_advice(words)}"
    if rest:
        is_word = not first.startswith("-") and not os.path.lexists(first)
        parser.error(commands if is_word else f"unrecognized arguments: {' '.join(rest)}")
    folder: Path | None = found.folder
    if folder is not None and not os.path.lexists(folder):
        is_word = str(folder) == first and os.sep not in first
        also = f", and {commands}" if is_word else ""
        parser.error(f"{folder}: there is no such file or folder{also}")
    return _open(folder, found.annotations, found.reader)


def _open(folder: Path | None, annotations: Path | None, reader: str | None = None) -> int:
    """Open the reader; return the exit status."""
    from corpus.problem import CorpusError

    try:
        from tui.program.running import run_reader

        return run_reader(folder, annotations, reader)
    except CorpusError as error:
        from tui.commands.console import complain

        complain(str(error.problem))
        return USAGE


def _advice(words: Sequence[str]) -> str:
    """Return what to say after a command that is none: the one that was meant, or all."""
    from tui.commands.arguments import similar_command
    from tui.commands.command_help import COMMANDS

    guess = similar_command(words)
    return f"; did you mean {guess[1]!r}?" if guess else f"; the commands are {', '.join(COMMANDS)}"
