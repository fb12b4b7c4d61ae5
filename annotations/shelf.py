"""The sidecars of one corpus as files: read where they changed, written one edit at a time.

What an edit does is worked out on the sidecar as it is on the disk, and worked out again where
another program changed it before the edit was written.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.adopting import adopt
from annotations.editor import too_large
from annotations.error import AnnotationError
from annotations.history import done as done_again
from annotations.journal import Taken, record
from annotations.locking import sole_writer, sweep
from annotations.saving import (
    ChangedMeanwhileError,
    Stamp,
    discard,
    make_folders,
    save,
    stamp_of,
)
from annotations.sidecar import Sidecar, parse_sidecar, read_bytes, read_sidecar, written
from corpus.problem import Problem
from corpus.yaml_text import LIMIT

if TYPE_CHECKING:
    from annotations.adopting import Adoption
    from annotations.history import Done, Work
    from annotations.location import Location
    from annotations.schema import Data

_ATTEMPTS = 5
# A file that another program wrote less than so many seconds ago is looked at again, so many times.
_SETTLED_AFTER = 0.05
_MOST_LOOKS = 20


@dataclass(frozen=True, slots=True)
class Written:
    """An edit that is on the disk, and the sidecar that it left."""

    done: Done
    sidecar: Sidecar


class Shelf:
    """The sidecars at one location; `key` names the corpus in the journal.

    May be read from several threads; one thread at a time writes.
    """

    def __init__(self, location: Location, key: str) -> None:
        self.location = location
        self._key = key
        self._read: dict[str, tuple[Stamp, Sidecar]] = {}
        self._made: set[str] = set()
        self._swept: set[Path] = set()
        self._doubts: list[Problem] = []
        self._lock = threading.Lock()

    def sidecar(self, article: str) -> Sidecar:
        """Return the sidecar of the article named so, read again where the file has changed."""
        file = self.location.file(article)
        try:
            path = self.location.resolved(article)
        except AnnotationError as wrong:
            problem = wrong.problem
            return Sidecar(file, None, None, problems=(problem,), locked=problem)
        stamp = stamp_of(path)
        known = self._read.get(article)
        if known is not None and known[0] == stamp:
            return known[1]
        sidecar = read_sidecar(path, file)
        # The stamp is older than the bytes: a change in between is seen at the next look.
        self._read[article] = (stamp, sidecar)
        return sidecar

    def has_made(self, article: str) -> bool:
        """Whether the article had no sidecar before this session."""
        return article in self._made

    def take_doubts(self) -> tuple[Problem, ...]:
        """Return what could not be made sure of since this was asked last: each is told once."""
        with self._lock:
            doubts, self._doubts = tuple(dict.fromkeys(self._doubts)), []
        return doubts

    def write(
        self, article: str, work: Callable[[Sidecar], Work | None], header: dict[str, Data]
    ) -> Written | None:
        """Work something out on the sidecar as it is on the disk, and write it.

        None where nothing was to be written. Raises `AnnotationError` with the file as it was.
        """
        file = self.location.file(article)
        path = self.location.resolved(article)
        recorded: list[str] | None = None
        self._sweep(path.parent)
        with sole_writer(path, file):
            for _ in range(_ATTEMPTS):
                sidecar = self._settled(article, path, file)
                worked = work(sidecar)
                if worked is None:
                    return None
                after = sidecar.encoded(worked.edit.after.text) if worked.edit else None
                if after is not None and len(after) > LIMIT:
                    raise too_large(file, len(after))
                losing = [one for one in (worked, *worked.others) if one.loses]
                if losing and [one.raw for one in losing] != recorded:
                    self._record(article, file, losing)
                    recorded = [one.raw for one in losing]
                try:
                    stamp = self._put(path, file, after, sidecar.data)
                except ChangedMeanwhileError:
                    continue
                if after is None or worked.edit is None:
                    left = parse_sidecar(None, file)
                else:
                    left = written(sidecar, worked.edit.after, after)
                self._read[article] = (stamp, left)
                if sidecar.data is None:
                    self._made.add(article)
                return Written(done_again(article, sidecar, worked, after, header), left)
        raise _restless(file)

    def move(self, adoption: Adoption) -> Adoption:
        """Do an adoption on the sidecars as they are on the disk; return what undoes it.

        Raises `AnnotationError` with both files as they were.
        """
        location = self.location
        paths = {name: location.resolved(name) for name in adoption.articles}
        for path in paths.values():
            self._sweep(path.parent)
        with ExitStack() as locks:
            # In the same order everywhere: two Postils never wait for each other.
            for path in sorted(set(paths.values())):
                locks.enter_context(sole_writer(path, location.file(adoption.article)))
            for _ in range(_ATTEMPTS):
                sidecar, there = (
                    self._settled(name, paths[name], location.file(name))
                    for name in (adoption.was, adoption.article)
                )
                self._make_room(paths[adoption.article], location.file(adoption.article))
                try:
                    moved = adopt(adoption, location, sidecar, there, self._doubt)
                except ChangedMeanwhileError:
                    continue
                self._read.pop(adoption.was, None)
                self._read[adoption.article] = (moved.stamp, moved.sidecar)
                self._made.discard(adoption.article)
                return moved.back
        raise _restless(location.file(adoption.was))

    def _record(self, article: str, file: str, losing: list[Work]) -> None:
        """Put what an edit takes or overwrites into the journal, before it is written."""
        what = "deleted" if losing[0].kind == "deleted" else "changed"
        taken = [Taken(one.id, one.raw, one.data) for one in losing]
        record(self._key, article=article, sidecar=file, what=what, taken=taken)

    def _settled(self, article: str, path: Path, file: str) -> Sidecar:
        """Return the sidecar as it is on the disk, once nobody seems to be in the midst of writing.

        An editor that does not rename, as this package does, empties a file and fills it again.
        What is read in between can be good YAML; an edit of that would replace the rest.
        """
        known = self._read.get(article)
        for _ in range(_MOST_LOOKS):
            sidecar = self._fresh(article, path, file)
            stamp = stamp_of(path)
            age = 0.0 if stamp is None else time.time() - stamp[0] / 1e9
            if stamp is None or not 0 <= age < _SETTLED_AFTER:
                break
            if known is not None and known[1].data == sidecar.data:
                break
            time.sleep(_SETTLED_AFTER - age)
        return sidecar

    def _fresh(self, article: str, path: Path, file: str) -> Sidecar:
        """Return the sidecar as it is on the disk; it is parsed again only if its bytes differ."""
        known = self._read.get(article)
        try:
            data = read_bytes(path)
        except OSError:
            return read_sidecar(path, file)
        if known is not None and known[1].data == data and known[1].document is not None:
            return known[1]
        return parse_sidecar(data, file)

    def _put(self, path: Path, file: str, after: bytes | None, before: bytes | None) -> Stamp:
        """Write the file, or remove it where `after` is None."""
        if after is None:
            discard(path, file, before or b"", self._doubt)
            return None
        self._make_room(path, file)
        return save(path, file, after, before, self._doubt)

    def _make_room(self, path: Path, file: str) -> None:
        """Make the folders of a sidecar that lies apart from the corpus."""
        if self.location.folder is not None and not path.parent.is_dir():
            make_folders(path.parent, file, self._doubt)

    def _sweep(self, folder: Path) -> None:
        """Clean a folder up before the first write into it, and not again in this session."""
        if folder not in self._swept:
            self._swept.add(folder)
            sweep(folder)

    def _doubt(self, problem: Problem) -> None:
        with self._lock:
            self._doubts.append(problem)


def _restless(file: str) -> AnnotationError:
    return AnnotationError(
        Problem(file, "another program keeps changing the sidecar", "try again in a moment")
    )
