"""Where a corpus lies, and the name that its cache and its state go by."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from corpus.problem import CorpusError, Problem
from corpus.reasons import unreadable
from corpus.regular_file import kind_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a corpus lies: the resolved path, its folder, and the one file that is seen."""

    path: str
    root: Path
    only: str | None

    @property
    def key(self) -> str:
        """The name of the corpus in the cache and state folders."""
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        words = re.sub(r"[^a-z0-9]+", "-", Path(self.path).name.lower()).strip("-")[:40]
        return f"{words.strip('-') or 'corpus'}-{digest}"


def locate(path: Path | str) -> Place:
    """Return where the corpus at a path lies. Raises `CorpusError`."""
    try:
        real = os.path.realpath(path)
        mode = Path(real).stat().st_mode
    except (OSError, ValueError) as wrong:  # ValueError: a NUL in the path
        raise CorpusError(refusal(path, wrong)) from wrong
    if stat.S_ISDIR(mode):
        return Place(real, Path(real), None)
    if not stat.S_ISREG(mode):
        reason = f"it is {kind_of(mode)}, neither a folder nor an article"
        raise CorpusError(Problem(str(path), reason, "give a folder of articles"))
    folder, name = os.path.split(real)
    return Place(real, Path(folder), name)


def refusal(path: Path | str, wrong: OSError | ValueError) -> Problem:
    """Say why nothing can be opened at a path."""
    remedy = "give a folder of articles"
    if isinstance(wrong, FileNotFoundError):
        return Problem(str(path), "there is no such file or folder", remedy)
    if isinstance(wrong, OSError):
        return unreadable(str(path), wrong)
    return Problem(str(path), "this is not a path", remedy)
