"""The commands that print: one module each, `run(arguments) -> exit status`.

None of them imports Textual or rich. What they print comes from files of strangers and goes through
`console`, which makes it harmless.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys


def run(command: str, arguments: argparse.Namespace) -> int:
    """Run one of `tui.commands.arguments.COMMANDS`; return the exit status.

    What stops a whole command (an unreadable corpus, a query that is none, a folder of annotations
    that is no folder) is one line on standard error and status 2.
    """
    from corpus.problem import CorpusError
    from tui.commands.console import complain
    from tui.commands.failure import CommandFailed, told

    module = importlib.import_module(f"tui.commands.{command}_command")
    try:
        status: int = module.run(arguments)
        sys.stdout.flush()
    except (CorpusError, CommandFailed) as error:
        complain(str(error))
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:
        # A full disk, a cache folder that cannot be written to, a folder that went away.
        complain(told(error))
        discard_output()
        return 2
    return status


def discard_output() -> None:
    """Let nothing more be written to standard output; Python flushes it once more at exit."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
