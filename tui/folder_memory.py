"""The folder as it was at an earlier visit, so that the next one can say what changed since.

Two files in the user's state folder, each a list of the articles with their sizes and times of
change, no text: the folder at this visit, and at the one before. Sessions of one hour are one
visit: who comes back after a minute is told the same again.
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
from tui.changes import Changes, changes_between

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_VISIT: Final = timedelta(hours=1)

_NOW: Final = "folder-now.jsonl.z"
_BEFORE: Final = "folder-before.jsonl.z"
_MOST_BYTES: Final = 256_000_000  # of one list, unpacked: some millions of articles


@dataclass(frozen=True, slots=True)
class Since:
    """What changed in the folder since the visit that began `on`: ISO 8601 to the minute."""

    on: str
    changes: Changes


class FolderMemory:
    """The folder of one corpus at this visit and at the one before."""

    def __init__(self, key: str, root: Path) -> None:
        self._root = root
        self._folder: Path | None = None
        # Where the state folder cannot be used nothing is remembered; the corpus's own problems
        # say so when it opens.
        with suppress(CorpusError):
            self._folder = state_folder() / key

    def since(self, files: Sequence[ArticleFile], now: datetime) -> Since | None:
        """Return what changed since the visit before, and remember the folder as it is.

        None at the first visit, and where the list of the last one is gone.
        """
        if self._folder is None:
            return None
        last = self._read(_NOW)
        if last is None or _time(last[0]) is None or now - _aware(last[0], now) > ONE_VISIT:
            self._begin(files, now, rotate=last is not None)
        before = self._read(_BEFORE)
        if before is None or _time(before[0]) is None:
            return None
        # Compared by name, size and time: paths may be written otherwise than at that visit.
        now_there = [self._file(f.article, f.part, f.size, f.modified) for f in files]
        return Since(before[0], changes_between(before[1], now_there))

    def _begin(self, files: Iterable[ArticleFile], now: datetime, *, rotate: bool) -> None:
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
                    file.writelines(_packed(_lines(files, now)))
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def _read(self, name: str) -> tuple[str, list[ArticleFile]] | None:
        """Return when a list was made, and its articles; None for one that is gone or damaged."""
        assert self._folder is not None  # asked for where there is one
        try:
            unpacking = zlib.decompressobj()
            data = unpacking.decompress((self._folder / name).read_bytes(), _MOST_BYTES)
            first, *lines = data.decode().split("\n")
            on = json.loads(first)["on"]
            files = [self._file(*json.loads(line)) for line in lines if line]
        except (OSError, ValueError, TypeError, KeyError, zlib.error, RecursionError):
            return None
        return (on, files) if isinstance(on, str) else None

    def _file(self, article: str, part: str | None, size: int, modified: int) -> ArticleFile:
        return ArticleFile(article, self._root / article, size, modified, part)


def _lines(files: Iterable[ArticleFile], now: datetime) -> Iterator[str]:
    yield json.dumps({"on": now.isoformat(timespec="minutes")})
    for file in files:
        yield json.dumps([file.article, file.part, file.size, file.modified])


def _packed(lines: Iterable[str]) -> Iterator[bytes]:
    packing = zlib.compressobj(1)
    for line in lines:
        yield packing.compress(f"{line}\n".encode())
    yield packing.flush()


def _time(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _aware(written: str, now: datetime) -> datetime:
    """Return a time that was written, of the zone of `now` where it names none."""
    found = _time(written)
    assert found is not None  # it was tried
    return found if found.tzinfo is not None else found.replace(tzinfo=now.tzinfo)
