"""Which files are text, told by their first bytes and remembered by name, size and time of change.

Looking into 10,000 files takes 0.1 s when the system has them in memory, several seconds when they
come from a slow disk. So what was seen is remembered in the cache folder, and one opening looks for
`PATIENCE` seconds at most: a file that was not looked into counts as text until it is read, and
reading looks for itself.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.decoding import SNIFFED, looks_binary
from corpus.reasons import binary, unreadable
from corpus.regular_file import read_start

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.problem import Problem

PATIENCE = 0.05
"""The most seconds that one opening of a corpus looks into files."""

_FILE_NAME = "sniffed.json"
_LAYOUT = 1
_LARGEST = 256 * 1024 * 1024
# Written is what is remembered when more than one in so many of it is new: looking into a few files
# again takes less than writing down what is known of all.
_WORTH_WRITING = 500

_Seen = dict[str, list[int]]  # article: [size, time of change in ns, 1 if binary else 0]


class Sniffer:
    """Tells text from binary files, and remembers."""

    def __init__(self, seen: _Seen | None = None) -> None:
        self._seen = seen or {}
        self._new = 0

    def sniff(
        self, files: Iterable[ArticleFile], patience: float | None = None
    ) -> tuple[tuple[ArticleFile, ...], list[Problem]]:
        """Part the files into those that are text, as far as is known, and problems.

        What `files` does not name is forgotten. Looks into files for `patience` seconds, by default
        `PATIENCE`.
        """
        end = time.monotonic() + (PATIENCE if patience is None else patience)
        seen, self._seen = self._seen, {}
        texts: list[ArticleFile] = []
        problems: list[Problem] = []
        for file in files:
            known = seen.get(file.article)
            if known is None or known[0] != file.size or known[1] != file.modified:
                if time.monotonic() > end:
                    texts.append(file)
                    continue
                try:
                    no_text = looks_binary(read_start(file.path, SNIFFED))
                except OSError as wrong:
                    problems.append(unreadable(file.article, wrong))
                    continue
                known = [file.size, file.modified, int(no_text)]
                self._new += 1
            self._seen[file.article] = known
            if known[2]:
                problems.append(binary(file.article))
            else:
                texts.append(file)
        self._new += max(0, len(seen) - len(self._seen))
        return tuple(texts), problems

    @classmethod
    def load(cls, folder: Path) -> Sniffer:
        """Begin with what is remembered in a cache folder; nothing, if that cannot be read."""
        try:
            path = folder / _FILE_NAME
            if path.stat().st_size > _LARGEST:
                return cls()
            memory = json.loads(path.read_bytes())
            known = memory["seen"].values()
            # All at once, because there are many.
            whole = set(map(len, known)) <= {3} and set(map(type, chain.from_iterable(known))) <= {
                int
            }
            if memory["layout"] == _LAYOUT and whole:
                return cls(memory["seen"])
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()  # missing, or damaged: then the files are looked into again
        return cls()

    def save(self, folder: Path) -> None:
        """Remember in a cache folder, if enough of it is new. Raises `OSError`."""
        if self._new * _WORTH_WRITING <= len(self._seen):
            return
        path = folder / _FILE_NAME
        fresh = path.with_name(f"{_FILE_NAME}.{os.getpid()}.tmp")
        try:
            fresh.write_text(json.dumps({"layout": _LAYOUT, "seen": self._seen}), encoding="ascii")
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
        self._new = 0
