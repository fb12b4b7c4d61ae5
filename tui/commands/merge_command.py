"""`postil merge`: two sidecars of one article made one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.console import complain
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from annotations.sidecar import Sidecar


def run(arguments: argparse.Namespace) -> int:
    """Print the merged sidecar, or write it into the first, and say what was done."""
    from annotations.error import AnnotationError
    from annotations.locking import sole_writer
    from annotations.merging import merge
    from annotations.readers import owner_of
    from annotations.saving import ChangedMeanwhileError, save
    from annotations.sidecar import read_sidecar

    first, second, base = arguments.first, arguments.second, arguments.base
    for path in (first, second, base):
        if path is not None and not path.is_file():
            raise CommandFailed(f"{path}: there is no such file")
    began = None if base is None else read_sidecar(base, str(base))
    here = read_sidecar(first, str(first))
    by = None
    if second is None:
        mine, theirs, common = _both_sides(here)
        began = began or common
    else:
        mine, theirs = here, read_sidecar(second, str(second))
        ours, other = (owner_of(path.name)[1] for path in (first, second))
        by = other if other != ours else None
    try:
        merged = merge(mine, theirs, by, began)
        data = here.encoded(merged.text)
        if not arguments.write:
            _print(data)
        elif data != here.data:
            with sole_writer(first, str(first)):
                save(Path(first).resolve(), str(first), data, here.data, _complain)
    except AnnotationError as wrong:
        raise CommandFailed(str(wrong.problem)) from wrong
    except ChangedMeanwhileError as wrong:
        raise CommandFailed(f"{first}: it was changed meanwhile; try again") from wrong
    words = f"{len(merged.taken):,} taken over, {len(merged.together):,} brought together"
    gone = f", {len(merged.deleted):,} deleted" if merged.deleted else ""
    complain(f"{words}{gone}, {len(merged.beside):,} put beside one that says something else")
    for old, new in merged.beside:
        complain(f"  {old} of {second or 'the other side'} is {new}")
    return 0


def _both_sides(torn: Sidecar) -> tuple[Sidecar, Sidecar, Sidecar | None]:
    """Read both sides of a git conflict, and what they began with where git noted it."""
    from annotations.conflict import versions_in

    versions = versions_in((torn.data or b"")[len(torn.mark) :].decode(torn.encoding, "replace"))
    if versions is None:
        words = "there is no git conflict in it to be resolved; name a second sidecar"
        raise CommandFailed(f"{torn.file}: {words}")
    base = None if versions.base is None else versions.base.read(torn.file)
    return versions.ours.read(torn.file), versions.theirs.read(torn.file), base


def _complain(problem: object) -> None:
    complain(str(problem))


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
