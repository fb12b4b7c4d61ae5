"""Texts folded in a process of its own: it reads thousands of files while this one answers keys.

`python -P -m index.folding_process` reads paths from stdin, a NUL between them, and folds the files
as `folded_plain` does. For some files at a time it prints a line, the JSON list of how long their
folded texts are, -1 for what has to be decoded or cannot be read, and then these texts. It ends
when nobody reads any more.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from corpus.child_process import begin_module, ignore_interrupts
from index.folded_text import folded_plain, path_of_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.article import ArticleFile
    from corpus.opening import Corpus

MOST_KEPT: Final = 96 * 1024 * 1024
"""Bytes of folded texts that are kept in memory; those beyond are folded for each query."""
MANY_FILES: Final = 2_000
"""Files that take longer to be folded beside other threads than a process takes to begin."""

# Bytes that are written together: what they hold is taken over in a millisecond or two. For each
# reading a thread has to wait for its turn, beside others that compute.
_TOGETHER: Final = 768 * 1024
# Bytes that wait to be read: a little more, so that folding goes on meanwhile.
_WAITING: Final = 1024 * 1024


Identity = tuple[str, str | None, int, int]
"""An article's name and part, with the size and the time of change of its file."""


class FoldingBeside:
    """Files of articles that another process folds, which has begun and goes on by itself.

    It gives what `folded_plain` gives for the file of each article, some at a time: less than was
    asked for where that process cannot begin, or ends before its end.
    """

    def __init__(self, paths: Mapping[Identity, str]) -> None:
        self._asked = iter(paths)
        self._folded = _folded(list(paths.values()))
        next(self._folded, None)

    def __iter__(self) -> Iterator[Iterable[tuple[bytes | None, Identity]]]:
        """Give what is folded by and by; who stops can go on later."""
        for texts in self._folded:
            yield zip(texts, self._asked, strict=False)


def identity(file: ArticleFile) -> Identity:
    """Name an article as it is now."""
    return (*file.key, file.size, file.modified)


def fold_beside(corpus: Corpus, files: Iterable[ArticleFile], most: int) -> FoldingBeside | None:
    """Have another process fold the plain texts among these files, up to `most` bytes of them.

    None where they are few: another process would not be faster.
    """
    paths: dict[Identity, str] = {}
    for file in files:
        path = path_of_plain(corpus, file)
        if path is not None and file.size <= most:
            paths[identity(file)] = path
            most -= file.size
    return FoldingBeside(paths) if len(paths) > MANY_FILES else None


def _folded(paths: Sequence[str]) -> Iterator[list[bytes | None]]:
    """Give nothing when the process has begun, then what it folds; end it when nobody asks."""
    try:
        process = begin_module("index.folding_process")
    except OSError:
        return
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        try:
            for pipe in (process.stdin, process.stdout):
                _widen(pipe)
            with process.stdin as stdin:
                stdin.write(b"\0".join(map(os.fsencode, paths)))
            yield []
            for line in process.stdout:
                lengths = json.loads(line)
                size = sum(filter(_is_there, lengths))
                texts = process.stdout.read(size)
                if len(texts) < size:
                    return  # it was ended in the middle
                yield list(_parted(texts, lengths))
        except (OSError, ValueError):
            return
        finally:
            process.kill()


def _widen(pipe: IO[bytes]) -> None:
    """Let more wait in a pipe, where the system can."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WAITING)


def _parted(texts: bytes, lengths: list[int]) -> Iterator[bytes | None]:
    at = 0
    for length in lengths:
        if _is_there(length):
            yield texts[at : at + length]
            at += length
        else:
            yield None


def _is_there(length: int) -> bool:
    return length >= 0


def main() -> int:
    """Fold the files that stdin names; the exit status is 2 where nobody reads what is found."""
    ignore_interrupts()
    lengths: list[int] = []
    texts: list[bytes] = []
    size = 0
    try:
        for path in map(os.fsdecode, sys.stdin.buffer.read().split(b"\0")):
            text = folded_plain(path)
            lengths.append(-1 if text is None else len(text))
            texts.append(text or b"")
            size += len(texts[-1])
            if size > _TOGETHER:
                _write(lengths, texts)
                lengths, texts, size = [], [], 0
        _write(lengths, texts)
    except OSError:
        return 2
    return 0


def _write(lengths: list[int], texts: list[bytes]) -> None:
    sys.stdout.buffer.write(json.dumps(lengths).encode() + b"\n" + b"".join(texts))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
