"""`postil merge`: two sidecars of one article made one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui.commands.console import complain
from tui.commands.failure import CommandFailed


def run(arguments: argparse.Namespace) -> int:
    """Print the merged sidecar, or write it into the first, and say what was done."""
    from annotations.error import AnnotationError
    from annotations.locking import sole_writer
    from annotations.merging import merge
    from annotations.readers import owner_of
    from annotations.saving import ChangedMeanwhileError, save
    from annotations.sidecar import read_sidecar

    first, second = arguments.first, arguments.second
    for path in (first, second):
        if not path.is_file():
            raise CommandFailed(f"{path}: there is no such file")
    try:
        mine, theirs = read_sidecar(first, str(first)), read_sidecar(second, str(second))
        ours, other = (owner_of(path.name)[1] for path in (first, second))
        merged = merge(mine, theirs, by=other if other != ours else None)
        data = mine.encoded(merged.text)
        if not arguments.write:
            _print(data)
        elif data != mine.data:
            with sole_writer(first, str(first)):
                save(Path(first).resolve(), str(first), data, mine.data, _complain)
    except AnnotationError as wrong:
        raise CommandFailed(str(wrong.problem)) from wrong
    except ChangedMeanwhileError as wrong:
        raise CommandFailed(f"{first}: it was changed meanwhile; try again") from wrong
    words = f"{len(merged.taken):,} taken over, {len(merged.together):,} brought together"
    complain(f"{words}, {len(merged.beside):,} put beside one that says something else")
    for old, new in merged.beside:
        complain(f"  {old} of {second} is {new}")
    return 0


def _complain(problem: object) -> None:
    complain(str(problem))


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
