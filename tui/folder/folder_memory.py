"""The folder as it was at an earlier visit, so that the next one can say what changed since.

Two files in the user's state folder, each a list of the articles with their sizes and times of
change, no text: the folder at this visit, and at the one before. Sessions of one hour are one
visit: who comes back after a minute is told the same again. In the first visit of all it is what
changed since that began.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.article import ArticleFile
from corpus.cache import state_folder
from corpus.problem import CorpusError
from tui.folder.changes import Changes, changes_between

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_VISIT: Final = timedelta(hours=1)

_NOW: Final = "folder-now.jsonl.z"
_BEFORE: Final = "folder-before.jsonl.z"
_MOST_BYTES: Final = 256_000_000  # of one list, unpacked: some millions of articles
_LONGEST_TIME: Final = 40  # bytes


@dataclass(frozen=True, slots=True)
class Since:
    """What changed in the folder since the visit that began `on`: ISO 8601 to the minute."""

    on: str
    changes: Changes


class FolderMemory:
    """The folder of one corpus at this visit and at the one before."""

    def __init__(self, key: str, root: Path) -> None:
        self._prefix = str(root).rstrip(os.sep) + os.sep
        self._folder: Path | None = None
        # Where the state folder cannot be used nothing is remembered; the corpus's own problems
        # say so when it opens.
        with suppress(CorpusError):
            self._folder = state_folder() / key

    def since(self, files: Sequence[ArticleFile], now: datetime) -> Since | None:
        """Return what changed since the visit before, and remember the folder as it is.

        None when the first visit begins, and where the list of the last one is gone.
        """
        if self._folder is None:
            return None
        lines = [_line(file) for file in files]
        last = self._begun(_NOW)
        if last is None or now - last.astimezone(now.tzinfo) > ONE_VISIT:
            self._begin(lines, now, rotate=last is not None)
        on, before = self._begun(_BEFORE), self._lines(_BEFORE)
        if before is None and last is not None:
            on, before = last, self._lines(_NOW)
        if on is None or before is None:
            return None
        # As lines: of a large folder, only what differs is read as data.
        was, now_there = set(before), set(lines)
        try:
            gone = [self._file(line) for line in before if line not in now_there]
        except (ValueError, TypeError, RecursionError):
            return None  # no list of ours
        come = [self._file(line) for line in lines if line not in was]
        return Since(on.isoformat(timespec="minutes"), changes_between(gone, come))

    def _begin(self, lines: Iterable[str], now: datetime, *, rotate: bool) -> None:
        """Begin a visit: what was the last one is now the one before."""
        assert self._folder is not None  # asked for where there is one
        # On a full disk the next visit is told less.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if rotate:
                (self._folder / _NOW).replace(self._folder / _BEFORE)
            path = self._folder / _NOW
            temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
            try:
                with temporary.open("wb") as file:
                    file.writelines(_packed((now.isoformat(timespec="minutes"), *lines)))
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def _begun(self, name: str) -> datetime | None:
        """Return when the visit of a list began; None for a list that is gone or damaged."""
        first = self._unpacked(name, _LONGEST_TIME).partition("\n")[0]
        try:
            return datetime.fromisoformat(first)
        except ValueError:
            return None

    def _lines(self, name: str) -> list[str] | None:
        """Return the lines of a list, one an article; None for one that is gone."""
        found = self._unpacked(name, _MOST_BYTES)
        return found.split("\n")[1:-1] if found else None

    def _unpacked(self, name: str, most: int) -> str:
        """Return the beginning of a list; "" for one that is gone or damaged."""
        assert self._folder is not None  # asked for where there is one
        try:
            packed = (self._folder / name).read_bytes()
            return zlib.decompressobj().decompress(packed, most).decode("ascii")
        except (OSError, ValueError, zlib.error):
            return ""

    def _file(self, line: str) -> ArticleFile:
        """Read a line as `_line` writes it. Raises ValueError or TypeError for any other."""
        article, part, size, modified = json.loads(line)
        if not isinstance(article, str) or not isinstance(part, str | None):
            raise ValueError(line)
        return ArticleFile(article, self._prefix + article, int(size), int(modified), part)


def _line(file: ArticleFile) -> str:
    return json.dumps([file.article, file.part, file.size, file.modified])


def _packed(lines: Iterable[str]) -> Iterator[bytes]:
    packing = zlib.compressobj(1)
    for line in lines:
        yield packing.compress(f"{line}\n".encode())
    yield packing.flush()
