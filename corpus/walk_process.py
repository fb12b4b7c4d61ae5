"""A corpus folder walked in a process of its own.

Each look at a file gives other threads their turn and waits for the next: beside threads that
compute, a walk takes several times as long as alone, and makes them wait as well.

`python -P -m corpus.walk_process ROOT KEY` reads `[include, exclude]` as JSON from stdin, two lists
of globs, walks the folder ROOT and tells texts from other files by what the cache KEY remembers. It
prints JSON lines: `{"files": [[article, size, modified], …]}` and `{"skipped": [[file, reason,
remedy, line, column, level], …]}`, as many as there are, and at the end `{"finished": true}`. Names
that are no UTF-8 come as Python has them, with lone surrogates. It ends when nobody reads any more.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.article import ArticleFile
from corpus.child_process import begin_module, ignore_interrupts
from corpus.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.corpus_file import CorpusFile

# Below what the reader does, which starts at the same time.
_NICENESS: Final = 5
# Rows of one line: reading it stops all other threads for less than a millisecond.
_IN_A_LINE: Final = 1_000


class WalkBeside:
    """A walk through the resolved folder `root` in another process, which goes on meanwhile.

    What was found waits in that process until `found` takes it over. Raises `OSError` where the
    process could not begin.
    """

    def __init__(self, root: Path, key: str, settings: CorpusFile | None) -> None:
        globs = (settings.include, settings.exclude) if settings is not None else ((), ())
        self._prefix = os.fspath(root).rstrip(os.sep) + os.sep
        self._process = begin_module("corpus.walk_process", os.fspath(root), key)
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as stdin:
            stdin.write(json.dumps(globs).encode("ascii"))

    def found(self) -> tuple[tuple[ArticleFile, ...], list[Problem]] | None:
        """Wait for the end; give the texts and what was skipped. To be asked once.

        None where the process did not come to its end: whoever walks here finds out why.
        """
        assert self._process.stdout is not None
        files: list[ArticleFile] = []
        skipped: list[Problem] = []
        finished = False
        with self._process:
            try:
                for line in self._process.stdout:
                    found = json.loads(line)
                    files += [
                        ArticleFile(name, self._prefix + name, size, modified)
                        for name, size, modified in found.get("files", ())
                    ]
                    skipped += [Problem(*fields) for fields in found.get("skipped", ())]
                    finished = "finished" in found
            except (OSError, ValueError):
                return None  # it was ended in the middle of a line
        return (tuple(files), skipped) if finished else None

    def end(self) -> None:
        """End the walk; nobody asks what was found."""
        with self._process:
            self._process.kill()


def walk_beside(root: Path, key: str, settings: CorpusFile | None) -> WalkBeside | None:
    """Begin to walk in another process; None where that cannot begin."""
    try:
        return WalkBeside(root, key, settings)
    except OSError:
        return None


def _lines(files: tuple[ArticleFile, ...], skipped: list[Problem]) -> Iterator[dict[str, object]]:
    for first in range(0, len(files), _IN_A_LINE):
        some = files[first : first + _IN_A_LINE]
        yield {"files": [(file.article, file.size, file.modified) for file in some]}
    for first in range(0, len(skipped), _IN_A_LINE):
        yield {
            "skipped": [
                (one.file, one.reason, one.remedy, one.line, one.column, one.level)
                for one in skipped[first : first + _IN_A_LINE]
            ]
        }
    yield {"finished": True}


def main(root: str, key: str) -> int:
    """Walk a folder and print what was found; the exit status is 2 where it cannot be listed."""
    from corpus.corpus_file import CorpusFile
    from corpus.folder import walk
    from corpus.kept import Kept

    ignore_interrupts()
    os.nice(_NICENESS)
    gc.disable()  # nothing is made but what is printed
    include, exclude = json.load(sys.stdin.buffer)
    try:
        found, skipped = walk(Path(root), CorpusFile(include=include, exclude=exclude))
        texts, no_texts = Kept(key).texts(found)
        skipped = sorted(skipped + no_texts, key=lambda problem: problem.file)
        for line in _lines(texts, skipped):
            sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
    except OSError:
        return 2
    return 0


if __name__ == "__main__":
    # What was made is not taken apart at the end: that takes as long as making it.
    os._exit(main(*sys.argv[1:]))
