"""The texts of articles as they were read, kept in the cache by their hash: to say what changed.

A file a text, compressed, in the folder `read` of the corpus's cache. It is a cache: what is not
there, or damaged, is not known any more, and where nothing can be kept nothing is.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST: Final = 2_000_000
"""Code points of the longest text that is kept: affordable for every article one reads."""
MOST_BYTES: Final = 64_000_000
"""What all kept texts of a corpus may take together; those read longest ago go first."""

_FOLDER: Final = "read"
_ENDING: Final = ".z"


class KeptTexts:
    """The kept texts of one corpus. `folder` returns its cache folder, or raises `CorpusError`."""

    def __init__(self, folder: Callable[[], Path], most_bytes: int = MOST_BYTES) -> None:
        self._cache = folder
        self._most = most_bytes

    def keep(self, sha256: str, text: str) -> None:
        """Keep a text under its hash. Raises `CorpusError` where there can be no cache."""
        if len(text) > LONGEST:
            return
        path = self._path(sha256)
        # A full disk costs what is kept, and no more.
        with suppress(OSError):
            if path.exists():
                os.utime(path)
                return
            path.parent.mkdir(mode=0o700, exist_ok=True)
            temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
            try:
                temporary.write_bytes(zlib.compress(text.encode("utf-8", "surrogatepass")))
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)
            self._make_room(path)

    def get(self, sha256: str) -> str | None:
        """Return the text of a hash; None where it is not kept, or not that text any more.

        Raises `CorpusError` where there can be no cache.
        """
        try:
            packed = self._path(sha256).read_bytes()
            unpacking = zlib.decompressobj()
            # A character takes at most four bytes: a file that claims more is none of ours.
            data = unpacking.decompress(packed, 4 * LONGEST)
            text = data.decode("utf-8", "surrogatepass")
        except (OSError, zlib.error, ValueError):
            return None
        return text if hashlib.sha256(_encoded(text)).hexdigest() == sha256 else None

    def _path(self, sha256: str) -> Path:
        return self._cache() / _FOLDER / f"{sha256}{_ENDING}"

    def _make_room(self, newest: Path) -> None:
        """Remove the texts that were read longest ago, until the others fit."""
        kept = []
        with os.scandir(newest.parent) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):
                    if entry.name.endswith(_ENDING):
                        status = entry.stat(follow_symlinks=False)
                        kept.append((status.st_mtime_ns, status.st_size, entry.path))
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= self._most:
                break
            if path != os.fspath(newest):
                Path(path).unlink(missing_ok=True)
                total -= size


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
