"""What the reader deleted or overwrote, kept for 30 days in the state folder.

One file a day and corpus, a JSON object a line, each with the exact characters that stood in the
sidecar. A line is on the disk before the sidecar is changed.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.error import AnnotationError
from annotations.model import now
from corpus.cache import state_folder
from corpus.problem import CorpusError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = 30
"""How many days a line is kept at least."""


def record(
    key: str, *, article: str, sidecar: str, identity: str, what: str, raw: str, data: Any
) -> None:
    """Add a line to the journal of the corpus named `key`, and drop files that are too old.

    `what` is "deleted" or "changed", `raw` the characters of the annotation as they were, `data`
    its values as they were typed. Raises `AnnotationError`.
    """
    line = {
        "at": now(),
        "what": what,
        "article": article,
        "sidecar": sidecar,
        "id": identity,
        "raw": raw,
        "data": data,
    }
    words = json.dumps(line, ensure_ascii=False) + "\n"
    try:
        folder = journal_folder(key)
        today = datetime.now(UTC).date()
        path = folder / f"{today.isoformat()}.jsonl"
        is_new = not path.exists()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(path, flags, 0o600), "ab") as stream:
            stream.write(words.encode())
            stream.flush()
            os.fsync(stream.fileno())
        if is_new:
            _drop_old(folder, today)
    except CorpusError as wrong:
        raise AnnotationError(wrong.problem) from wrong
    except OSError as wrong:
        raise AnnotationError(
            Problem(
                sidecar,
                f"nothing was deleted: the journal cannot be written: {wrong.strerror}",
                "make room on the disk, or set XDG_STATE_HOME to another folder",
            )
        ) from wrong


def entries(key: str) -> Iterator[dict[str, Any]]:
    """Read the journal of the corpus named `key`, the oldest line first.

    A line that was cut off by a crash is passed over.
    """
    for path in sorted(journal_folder(key).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            if line.startswith("{") and line.endswith("}"):
                yield json.loads(line)


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
