"""What the reader deleted or overwrote, kept for 30 days in the state folder.

One file a day and corpus, a JSON object a line, each with the exact characters that stood in the
sidecar. A line is on the disk before the sidecar is changed.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.error import AnnotationError
from annotations.model import now
from corpus.cache import state_folder
from corpus.problem import CorpusError, Problem
from corpus.room import remedy_for_no_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAYS = 30
"""How many days a line is kept at least."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an edit takes or overwrites: the annotation `id`, `raw` its characters as they were,
    `data` its values as they were typed.
    """

    id: str
    raw: str
    data: Any


def record(key: str, *, article: str, sidecar: str, what: str, taken: Iterable[Taken]) -> None:
    """Add a line an annotation to the journal of the corpus named `key`; drop files too old.

    `what` is "deleted" or "changed". Raises `AnnotationError`.
    """
    where = {"at": now(), "what": what, "article": article, "sidecar": sidecar}
    # ASCII with escapes: names of files need not be Unicode.
    lines = [{**where, "id": one.id, "raw": one.raw, "data": one.data} for one in taken]
    words = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    folder: Path | str = sidecar
    try:
        folder = journal_folder(key)
        today = datetime.now(UTC).date()
        path = folder / f"{today.isoformat()}.jsonl"
        is_new = not path.exists()
        _append(path, words)
        if is_new:
            _drop_old(folder, today)
    except CorpusError as wrong:
        raise AnnotationError(wrong.problem) from wrong
    except OSError as wrong:
        reason = f"the journal cannot be written, so nothing was {what}"
        room = remedy_for_no_room(wrong.filename)
        remedy = f"{room}, or set XDG_STATE_HOME to a folder on another one"
        raise AnnotationError(
            Problem(str(folder), f"{reason}: {wrong.strerror}", remedy)
        ) from wrong


_WORDS = ("at", "what", "article", "sidecar", "id", "raw")


@dataclass(frozen=True, slots=True)
class Kept:
    """One annotation as it was before it was deleted or changed.

    `at` is when, `what` "deleted" or "changed", `raw` the characters that stood in the file
    `sidecar`, `data` its values as they were typed.
    """

    at: str
    what: str
    article: str
    sidecar: str
    id: str
    raw: str
    data: Any


def kept(key: str) -> Iterator[Kept]:
    """Give what the journal of the corpus named `key` keeps, the oldest first.

    A line that lacks anything is passed over. Raises as `entries` does.
    """
    for line in entries(key):
        words = {name: line.get(name) for name in _WORDS}
        if all(isinstance(word, str) for word in words.values()):
            yield Kept(**words, data=line.get("data"))  # type: ignore[arg-type]


def entries(key: str) -> Iterator[dict[str, Any]]:
    """Read the lines of the journal of the corpus named `key`, the oldest first.

    A line that was cut off by a crash or is damaged is passed over. Raises `CorpusError` or
    `OSError`.
    """
    for path in sorted(journal_folder(key).glob("*.jsonl")):
        for line in path.read_bytes().split(b"\n"):
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(found, dict):
                yield found


def _append(path: Path, line: bytes) -> None:
    """Add a line and flush it to the disk; where that fails, nothing of it stays.

    One writer of a corpus's journal at a time: half a line that a crash left is ended first, so
    that it does not swallow this one. Raises `OSError`.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0) as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)  # let go of when the file is closed
        size = os.fstat(stream.fileno()).st_size
        whole = not size or os.pread(stream.fileno(), 1, size - 1) == b"\n"
        words = memoryview(line if whole else b"\n" + line)
        try:
            while words:
                words = words[stream.write(words) :]
            os.fsync(stream.fileno())
        except OSError:
            os.ftruncate(stream.fileno(), size)
            raise


def journal_folder(key: str) -> Path:
    """Return the folder of a corpus's journal, created. Raises `CorpusError` or `OSError`."""
    folder = state_folder() / key
    folder.mkdir(mode=0o700, exist_ok=True)
    folder = folder / "journal"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _drop_old(folder: Path, today: date) -> None:
    for path in folder.glob("*.jsonl"):
        try:
            written = date.fromisoformat(path.stem)
        except ValueError:
            continue
        if written < today - timedelta(days=DAYS):
            path.unlink(missing_ok=True)
