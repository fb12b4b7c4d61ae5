"""The folder that the index lies in: ours alone, of this version, one writer at a time.

Beside Whoosh's table of contents (`_MAIN_<generation>.toc`) and the segments (`MAIN_*.words`) it
has a marker with the versions that it was built with and the catalogue of the files it knows. The
lock lies next to the folder, so that the folder can be removed under it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.problem import Problem
from corpus.room import remedy_for_no_room
from corpus.tokens import TOKENIZER_VERSION
from index.problems import IndexFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMAT_VERSION: Final = 8
"""Changes with the schema, the segment format or what is stored; another one is built again."""

INDEX_NAME: Final = "MAIN"
MARKER: Final = "postil-index.json"
_TOC = re.compile(rf"_{INDEX_NAME}_([0-9]+)\.toc")
_LOCK_POLL: Final = 0.05


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """The place of one corpus's index; knows nothing of what is in the index."""

    path: Path

    @property
    def catalogue(self) -> Path:
        """The file of `index.catalogue`."""
        return self.path / "catalogue.columns"

    def distrust(self) -> str | None:
        """Say why the folder must not be opened, or None: it is ours alone and of this version."""
        try:
            folder = self.path.lstat()
        except FileNotFoundError:
            return "there is no index yet"
        if not stat.S_ISDIR(folder.st_mode):
            return "it is no folder"
        user = os.geteuid()
        if folder.st_uid != user or folder.st_mode & 0o077:
            return "others own it or can reach it"
        with os.scandir(self.path) as entries:
            for entry in entries:
                try:
                    status = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue  # a commit by another process replaced it just now
                # Who may write a file does not matter where nobody else gets at it.
                if status.st_uid != user or entry.is_symlink():
                    return f"{entry.name} is not this user's"
        found = self._versions_found()
        if found == _versions():
            return None
        return "another version built it" if found is not None else "it was not built to its end"

    def generation(self) -> int:
        """Give the number of the newest commit, -1 where there is none."""
        try:
            names = [entry.name for entry in self.path.iterdir()]
        except FileNotFoundError:
            return -1
        found = (_TOC.fullmatch(name) for name in names)
        return max((int(toc.group(1)) for toc in found if toc), default=-1)

    def stamp(self, generation: int) -> tuple[int, ...]:
        """Tell a commit from another of the same number, after the index was made anew."""
        try:
            contents = (self.path / f"_{INDEX_NAME}_{generation}.toc").lstat()
        except OSError:
            return (generation,)
        return generation, contents.st_ino, contents.st_mtime_ns

    def clear(self) -> None:
        """Make the folder anew: empty but for the marker, mode 0700. Raises IndexFailure."""
        try:
            remove(self.path)
            self.path.mkdir(mode=0o700, parents=True)
            self.path.chmod(0o700)
            (self.path / MARKER).write_text(json.dumps(_versions()), encoding="utf-8")
        except OSError as error:
            raise IndexFailure(
                Problem(
                    str(self.path),
                    f"cannot make the index folder: {error.strerror}",
                    f"{remedy_for_no_room(self.path)}, mend the permissions of the folder, "
                    "or set XDG_CACHE_HOME to another",
                )
            ) from error

    def condemn(self) -> None:
        """Have the next update make the index anew, whoever runs it."""
        remove(self.path / MARKER)

    def remove_all_but(self, segments: set[str], generation: int) -> None:
        """Remove what an interrupted update left; only to be called with the lock held."""
        contents = f"_{INDEX_NAME}_{generation}.toc"
        for entry in list(self.path.iterdir()):
            ours = entry.name.startswith((f"_{INDEX_NAME}_", f"{INDEX_NAME}_"))
            stays = entry.is_file() and (entry.name == contents or entry.stem in segments)
            if entry.name == f"{INDEX_NAME}.tmp" or (ours and not stays):
                remove(entry)

    @contextmanager
    def locked(self, cancelled: Callable[[], bool]) -> Iterator[bool]:
        """Wait until no other process or thread writes; gives False if cancelled before that."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.path.with_name("index.lock"), thread_local=False, mode=0o600)
        while True:
            try:
                lock.acquire(blocking=False)
                break
            except Timeout:
                if cancelled():
                    yield False
                    return
                time.sleep(_LOCK_POLL)
        try:
            yield True
        finally:
            lock.release()

    def _versions_found(self) -> object:
        try:
            return json.loads((self.path / MARKER).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None


def remove(path: Path) -> None:
    """Remove what lies at `path`, if anything: a file, a link (not what it leads to), a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _versions() -> dict[str, int]:
    return {"index": FORMAT_VERSION, "tokenizer": TOKENIZER_VERSION}
