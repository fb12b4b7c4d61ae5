"""Where the sidecars of a corpus lie: beside the articles, or in a folder named with --annotations.

The reader remembers that folder for the corpus, in the state folder, and every command looks there,
too. What a command is given with --annotations holds for that run.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cache import state_folder
from corpus.problem import CorpusError, Problem

if TYPE_CHECKING:
    from corpus.opening import Corpus

BESIDE = "beside"
"""What is given to --annotations to go back to sidecars beside the articles."""

_FILE = "annotations-folder.json"
_BACK = f"--annotations {BESIDE} goes back to those beside the articles"


@dataclass(frozen=True, slots=True)
class SidecarPlace:
    """The folder of the sidecars, resolved; None where they lie beside the articles.

    `remembered` says that it was not named in this run. `problem` says why nothing could be
    remembered, or looked up.
    """

    folder: Path | None = None
    remembered: bool = False
    problem: Problem | None = None

    def __str__(self) -> str:
        """Say where the sidecars are; "" where they are where one would look for them."""
        return f"Annotations are kept in {self.folder} ({_BACK})" if self.folder else ""

    @property
    def in_short(self) -> str:
        """Say where the sidecars are in few words, for the status line."""
        from tui.home import from_home

        return f"Annotations in {from_home(str(self.folder))}"


def place_for_run(corpus: Corpus, given: Path | None) -> SidecarPlace:
    """Return where the sidecars of a corpus lie, given what was named in this run.

    Raises CorpusError where a folder that was named or remembered is not there: to look beside the
    articles instead would seem as if nothing had been annotated.
    """
    if given is not None:
        folder = _resolved(corpus, given)
        if folder is not None and not folder.is_dir():
            reason = "there is no such folder for annotations"
            raise CorpusError(Problem(str(given), reason, "create it, or name another"))
        return SidecarPlace(folder)
    try:
        path = _file(corpus)
        found = json.loads(path.read_bytes())
        folder = Path(found["folder"])
    except FileNotFoundError:
        return SidecarPlace()
    except CorpusError as wrong:
        return SidecarPlace(problem=wrong.problem)
    except (OSError, ValueError, TypeError, LookupError, RecursionError) as wrong:
        reason = "it says where the annotations of this corpus are kept, and cannot be read"
        remedy = f"name their folder with --annotations DIR; {_BACK}"
        raise CorpusError(Problem(str(path), reason, remedy)) from wrong
    if not folder.is_dir():
        reason = "the annotations of this corpus are kept there, and the folder is gone"
        remedy = f"bring it back, or name another with --annotations DIR; {_BACK}"
        raise CorpusError(Problem(str(folder), reason, remedy))
    return SidecarPlace(folder, remembered=True)


def place_for_reader(corpus: Corpus, given: Path | None) -> SidecarPlace:
    """Return where the reader's sidecars lie, and remember it where it was named.

    A folder that is not there is made, if the one above it is. Raises CorpusError.
    """
    if given is None:
        return place_for_run(corpus, None)
    folder = _resolved(corpus, given)
    if folder is not None:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as wrong:
            reason = f"no folder for annotations can be made there: {wrong.strerror}"
            raise CorpusError(Problem(str(given), reason, "name another folder")) from wrong
    try:
        _remember(_file(corpus), folder)
    except CorpusError as wrong:
        return SidecarPlace(folder, problem=wrong.problem)
    except OSError as wrong:
        reason = f"it is not remembered where the annotations are kept: {wrong.strerror}"
        remedy = "name the folder again the next time"
        problem = Problem(str(state_folder()), reason, remedy, level="warning")
        return SidecarPlace(folder, problem=problem)
    return SidecarPlace(folder)


def _resolved(corpus: Corpus, given: Path) -> Path | None:
    """Return the folder that was named; None for the articles' own."""
    if str(given) == BESIDE:
        return None
    folder = Path(os.path.realpath(given))
    return None if folder == corpus.root else folder


def _file(corpus: Corpus) -> Path:
    return state_folder() / corpus.key / _FILE


def _remember(path: Path, folder: Path | None) -> None:
    """Write the file, on the disk when this returns, or remove it. Raises OSError."""
    if folder is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=0o700, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="ascii") as stream:
            json.dump({"folder": str(folder)}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
